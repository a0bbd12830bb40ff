import { lineage, parseId, type ComplexType } from "../model/index.js";
import { propertyName, quote } from "./layout.js";
import type { ModulePaths } from "./module-paths.js";
import { shapeOf, type Shapes } from "./shapes.js";

/** What `templates/records.*.hbs` print: the records by the value of RecordType that names them. */
export interface RecordsView {
  readonly imports: readonly string[];
  readonly records: readonly {
    /** The value of RecordType, as a property name. */
    readonly recordType: string;
    /** The same in an object literal, where `__proto__` would be no property. */
    readonly key: string;
    /** The same as it is. */
    readonly value: string;
    /** The interface. */
    readonly type: string;
    /** The interface without a required `$type`. */
    readonly fields: string;
    /** The complexType's own name. */
    readonly typeName: string;
    /** Its `$type` as a literal. */
    readonly literal: string;
  }[];
}

/** The view of the records that RecordType names, in its order. */
export function createRecordsView(
  shapes: Shapes,
  modules: ModulePaths,
): RecordsView {
  const { index } = shapes;
  const types = [...index.types.values()];
  const recordType = types.find(
    (type) => type.kind === "simpleType" && type.name === "RecordType",
  );
  const values = recordType?.kind === "simpleType" ? recordType.values : [];
  const byName = new Map(
    types
      .filter((type) => type.kind === "complexType")
      .filter((type) => !type.abstract && extendsRecord(shapes, type))
      .map((type) => [type.name.toLowerCase(), type]),
  );
  const used = new Set<string>();
  const records = [...new Set(values)].flatMap((value) => {
    const type = byName.get(value.toLowerCase());
    if (!type) return [];
    const { memberName, bodyName, name } = shapeOf(shapes, type.id);
    used.add(memberName);
    return [
      {
        recordType: propertyName(value),
        key: value === "__proto__" ? '["__proto__"]' : propertyName(value),
        value,
        type: memberName,
        fields: bodyName,
        typeName: type.name,
        literal: quote(name),
      },
    ];
  });
  return {
    imports: modules.importsOfRoot(used),
    records,
  };
}

function extendsRecord(shapes: Shapes, type: ComplexType): boolean {
  return lineage(shapes.index, type)
    .slice(1)
    .some(({ id }) => parseId(id).local === "Record");
}
