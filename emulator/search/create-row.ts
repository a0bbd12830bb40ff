import { fitValue } from "../records/fit-value.js";
import { propertiesIn, type Properties } from "../schema/properties.js";
import { createColumns, type Columns } from "./create-columns.js";
import type { SearchPlace } from "./create-criteria.js";
import {
  createJoined,
  isSameJoin,
  joinsIn,
  type NamedJoin,
} from "./joins/create-joined.js";
import type { SearchedType } from "./searched-types.js";
import type { Subject } from "./subject.js";

/** The rows of a search, from records of one type. */
export interface Rows {
  /** Whether a field of a transaction's lines is among the columns. */
  readonly areOfLines: boolean;
  /** An XSearchRow. */
  fill(subject: Subject): Properties;
}

/**
 * Makes the rows that an XSearchRow asks for. A joined column shows the first joined record that fulfils the criteria
 * which `searches`, values of XSearch, have for the same join.
 */
export function createRows(
  place: SearchPlace,
  columns: Properties,
  searches: readonly Properties[],
): Rows {
  const { schema, stem } = place;
  const $type = `${stem}SearchRow`;
  const type = schema.typeOf($type);
  const asked = propertiesIn(columns, "basic");
  const basic = asked && createColumns(place, asked);
  const criteria = searches.flatMap((search) =>
    joinsIn(place, `${stem}Search`, search),
  );
  const joins = joinsIn(place, $type, columns).map((named) =>
    createJoin(place, named, criteria),
  );
  return {
    areOfLines:
      (basic?.areOfLines ?? false) || joins.some((join) => join.isOfLine),
    fill: (subject) => {
      const custom: Properties[] = [];
      const row: Record<string, unknown> = { $type };
      if (basic) row["basic"] = basic.fill(subject);
      for (const join of joins) {
        const joined = join.read(subject);
        if (!joined) continue;
        if (join.name === null) custom.push(joined);
        else row[join.name] = joined;
      }
      if (custom.length > 0) row["customSearchJoin"] = custom;
      return type ? fitValue(schema, type, row, {}) : row;
    },
  };
}

interface JoinColumns {
  /** The element of the row; null for a join through a custom field. */
  readonly name: string | null;
  readonly isOfLine: boolean;
  read(subject: Subject): Properties | undefined;
}

function createJoin(
  place: SearchPlace,
  { join, content, customizationRef }: NamedJoin,
  criteria: readonly NamedJoin[],
): JoinColumns {
  const joined = createJoined(
    place,
    join,
    criteria
      .filter((each) => isSameJoin(each.join, join))
      .map((each) => each.content),
  );
  const known = new Map<SearchedType, Columns>();
  return {
    name: join.isCustom ? null : join.name,
    isOfLine: joined.isOfLine,
    read: (subject) => {
      const [first] = joined.find(subject);
      if (!first) return undefined;
      const { searched } = first;
      let columns = known.get(searched);
      if (!columns) {
        columns = createColumns(
          { ...place, stem: join.stem, searched },
          content,
        );
        known.set(searched, columns);
      }
      const filled = columns.fill(first.subject);
      return customizationRef
        ? {
            customizationRef,
            searchRowBasic: { $type: content["$type"], ...filled },
          }
        : filled;
    },
  };
}
