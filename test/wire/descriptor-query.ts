import type {
  AttributeDescriptor,
  ComplexDescriptor,
  ElementDescriptor,
  NetSuiteSchema,
} from "../../runtime/codegen-v1/index.js";

/** All that a complexType declares and inherits; elements in wire order, those of its bases first. */
export interface Members {
  readonly elements: readonly ElementDescriptor[];
  readonly attributes: readonly AttributeDescriptor[];
  /** The type of its text, or null. */
  readonly text: number | null;
}

/** Look-ups over a descriptor that the tests make for themselves, apart from those of the codec. */
export interface DescriptorQuery {
  readonly schema: NetSuiteSchema;
  /** All complexTypes that are not abstract. */
  readonly concreteTypes: readonly ComplexDescriptor[];
  members(type: ComplexDescriptor): Members;
  /** The concrete types that may stand where a type is declared. */
  substitutes(index: number): readonly ComplexDescriptor[];
}

/** Makes the look-ups of a schema. */
export function createDescriptorQuery(schema: NetSuiteSchema): DescriptorQuery {
  const complexTypes: ComplexDescriptor[] = [];
  for (let at = schema.firstType; at < schema.typeCount; at++) {
    const type = schema.type(at);
    if (type.kind === "complex") complexTypes.push(type);
  }
  const concreteTypes = complexTypes.filter(({ abstract }) => !abstract);
  const substitutes = new Map<number, ComplexDescriptor[]>();
  for (const type of concreteTypes) {
    for (const { index } of lineage(schema, type)) {
      const known = substitutes.get(index);
      if (known) known.push(type);
      else substitutes.set(index, [type]);
    }
  }
  const members = new Map<ComplexDescriptor, Members>();
  return {
    schema,
    concreteTypes,
    members(type) {
      let found = members.get(type);
      if (!found) members.set(type, (found = listMembers(schema, type)));
      return found;
    },
    substitutes: (index) => substitutes.get(index) ?? [],
  };
}

function listMembers(schema: NetSuiteSchema, type: ComplexDescriptor): Members {
  const line = lineage(schema, type);
  const members = {
    elements: line.flatMap((each) => each.elements),
    attributes: line.flatMap((each) => each.attributes),
    text: line.find((each) => each.text !== null)?.text ?? null,
  };
  const names = [...members.elements, ...members.attributes].map(
    ({ name }) => name,
  );
  if (new Set(names).size < names.length)
    throw new Error(`${type.name} has two members of one name: fill it here.`);
  return members;
}

/** The type and its bases, the farthest first. */
function lineage(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
): ComplexDescriptor[] {
  const base = type.base === null ? null : schema.type(type.base);
  return [...(base?.kind === "complex" ? lineage(schema, base) : []), type];
}
