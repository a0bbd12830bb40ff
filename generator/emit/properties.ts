import {
  allElements,
  descendants,
  type Attribute,
  type ComplexType,
  type SchemaIndex,
} from "../model/index.js";

/**
 * The property that holds an attribute: its own name, or `@name` where an element of the type, or of a type above or
 * below it, has that name.
 */
export function memberProperty(
  index: SchemaIndex,
  type: ComplexType,
  attribute: Attribute,
): string {
  const family = [type, ...descendants(index, type.id)];
  const hidden = family.some((each) =>
    allElements(index, each).some(({ name }) => name === attribute.name),
  );
  return hidden ? `@${attribute.name}` : attribute.name;
}
