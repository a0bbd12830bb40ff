import {
  findRecordSearch,
  recordRefName,
} from "../../runtime/codegen-v1/index.js";
import type { UseType } from "./facades-view.js";
import { layoutReference } from "./layout.js";
import type { RecordsView } from "./records-view.js";
import type { ShapeNames } from "./schema-names.js";

/** The interface of a record, by whether it can be searched and others turned into it. */
const KINDS = {
  neither: "RecordFacade",
  search: "SearchableRecord",
  transform: "TransformableRecord",
  both: "SearchableTransformableRecord",
} as const;

/** Prints the members of `Records`, and tells which interfaces they are of. */
export function printRecords(
  records: RecordsView["records"],
  names: ShapeNames,
  use: UseType,
  hasMethod: (method: string) => boolean,
): {
  readonly members: readonly string[];
  readonly kinds: Readonly<Record<string, boolean>>;
} {
  const kinds: Record<string, boolean> = {};
  const initialized = new Set(
    hasMethod("transformFrom") ? names.valuesOf("InitializeType") : [],
  );
  const members = records.map(
    ({ recordType, value, type, fields, typeName }) => {
      const search = hasMethod("search")
        ? findRecordSearch(value, typeName, names)
        : null;
      const kind = initialized.has(value)
        ? KINDS[search ? "both" : "transform"]
        : KINDS[search ? "search" : "neither"];
      kinds[kind] = true;
      const ref = recordRefName(
        typeName,
        (name) => names.typeOf(name) !== null,
      );
      return layoutReference(`readonly ${recordType}`, kind, [
        type,
        fields,
        ...(search ? [use(`${search.stem}Search`)] : []),
        ...(ref === "RecordRef" ? [] : [use(ref)]),
      ]);
    },
  );
  return { members, kinds };
}
