import type { SchemaNames } from "../../runtime/codegen-v1/index.js";
import { allElements, type ComplexType } from "../model/index.js";
import { shapeOf, type Shapes } from "./shapes.js";

/** The types and enumerations of a schema by the names that the generated package has for them. */
export interface ShapeNames extends SchemaNames {
  /** The concrete complexType of a name, or null. */
  typeOf(name: string): ComplexType | null;
}

/** Makes the look-up. */
export function createShapeNames(shapes: Shapes): ShapeNames {
  const { index } = shapes;
  const types = new Map<string, ComplexType>();
  const values = new Map<string, readonly string[]>();
  for (const type of index.types.values())
    if (type.kind === "simpleType") values.set(type.name, type.values);
    else if (!type.abstract) types.set(shapeOf(shapes, type.id).name, type);
  // Some forty kinds of transactions are found by the elements of one search.
  const elements = new Map<string, readonly string[]>();
  return {
    typeOf: (name) => types.get(name) ?? null,
    elementsOf(name) {
      const type = types.get(name);
      if (!type) return null;
      let found = elements.get(name);
      if (!found) {
        found = allElements(index, type).map((each) => each.name);
        elements.set(name, found);
      }
      return found;
    },
    valuesOf: (enumeration) => values.get(enumeration) ?? [],
  };
}
