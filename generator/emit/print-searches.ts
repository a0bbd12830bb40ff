import {
  parseSearchName,
  uncapitalize,
} from "../../runtime/codegen-v1/index.js";
import { lineage, type ComplexType } from "../model/index.js";
import type { UseType } from "./facades-view.js";
import { layoutReference, propertyName } from "./layout.js";
import type { RecordsView } from "./records-view.js";
import type { ShapeNames } from "./schema-names.js";
import type { Shapes } from "./shapes.js";

/** Prints the members of `Searches`: every X with a concrete XSearch, XSearchBasic or XSearchAdvanced. */
export function printSearches(
  shapes: Shapes,
  records: RecordsView["records"],
  names: ShapeNames,
  use: UseType,
  used: Set<string>,
): readonly string[] {
  const recordTypes = new Map(
    records.map(({ typeName, type }) => [typeName, type]),
  );
  const anyRecord = nameOfAnyRecord(shapes);
  return stemsOf(shapes).map((stem) => {
    const has = (form: string): boolean =>
      isSearch(shapes, names.typeOf(`${stem}${form}`));
    const plain = ["Search", "SearchBasic"].find(has);
    const hasRows = has("SearchAdvanced");
    const found = recordTypes.get(stem) ?? anyRecord;
    used.add(found);
    return layoutReference(
      `readonly ${propertyName(uncapitalize(stem))}`,
      hasRows ? "RowSearches" : "RecordSearches",
      [
        found,
        plain === undefined ? "never" : use(`${stem}${plain}`),
        ...(hasRows
          ? [use(`${stem}SearchAdvanced`), use(`${stem}SearchRow`)]
          : []),
        "CallOptions",
      ],
    );
  });
}

/** The X of all searches, sorted. */
function stemsOf(shapes: Shapes): readonly string[] {
  const stems = [...shapes.shapes.values()].flatMap(({ type, name }) => {
    const parsed = isSearch(shapes, type) ? parseSearchName(name) : null;
    return parsed ? [parsed.stem] : [];
  });
  return [...new Set(stems)].sort();
}

function isSearch({ index }: Shapes, type: ComplexType | null): boolean {
  return (
    type?.abstract === false &&
    lineage(index, type).some(({ name }) => name === "SearchRecord")
  );
}

/** The union of all records, for searches that find several kinds. */
function nameOfAnyRecord(shapes: Shapes): string {
  for (const { type, name } of shapes.shapes.values())
    if (type.name === "Record" && type.abstract) return name;
  return "object";
}
