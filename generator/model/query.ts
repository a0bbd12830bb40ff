import type {
  Attribute,
  ComplexType,
  Element,
  GlobalElement,
  Id,
  Namespace,
  Schema,
  SimpleType,
  Type,
} from "./schema.js";

/** The namespace of XML Schema's own types. */
export const XSD = "http://www.w3.org/2001/XMLSchema";

/** Look-ups over one schema, made once by {@link createIndex}. */
export interface SchemaIndex {
  readonly schema: Schema;
  readonly types: ReadonlyMap<Id, Type>;
  readonly elements: ReadonlyMap<Id, GlobalElement>;
  /** The namespace that declares a type or global element. */
  readonly namespaceOf: ReadonlyMap<Id, Namespace>;
  /** The types that directly extend a complexType, in schema order. */
  readonly extensions: ReadonlyMap<Id, readonly ComplexType[]>;
}

/** Makes the look-ups of a schema. */
export function createIndex(schema: Schema): SchemaIndex {
  const types = new Map<Id, Type>();
  const elements = new Map<Id, GlobalElement>();
  const namespaceOf = new Map<Id, Namespace>();
  const extensions = new Map<Id, ComplexType[]>();
  for (const namespace of schema.namespaces) {
    for (const type of namespace.types) {
      types.set(type.id, type);
      namespaceOf.set(type.id, namespace);
      if (type.kind === "complexType" && type.base !== null) {
        const siblings = extensions.get(type.base);
        if (siblings) siblings.push(type);
        else extensions.set(type.base, [type]);
      }
    }
    for (const element of namespace.elements) {
      elements.set(element.id, element);
      namespaceOf.set(element.id, namespace);
    }
  }
  return { schema, types, elements, namespaceOf, extensions };
}

/** The id of a name in a namespace. */
export function createId(namespace: string, local: string): Id {
  return `{${namespace}}${local}`;
}

/** The namespace and the local name of an id. */
export function parseId(id: Id): { namespace: string; local: string } {
  const end = id.indexOf("}");
  return { namespace: id.slice(1, end), local: id.slice(end + 1) };
}

/** The local name of a type of XML Schema itself (`string`), or null where the id names a declared type. */
export function builtIn(id: Id): string | null {
  return id.startsWith(`{${XSD}}`) ? id.slice(XSD.length + 2) : null;
}

/** The complexType of an id; throws where it names none, which a schema that was read whole cannot hold. */
export function complexType(index: SchemaIndex, id: Id): ComplexType {
  const type = index.types.get(id);
  if (type?.kind !== "complexType")
    throw new Error(`${id} is not a complexType of this schema`);
  return type;
}

/** The simpleType of an id, or null where it names a built-in type or a complexType. */
export function simpleType(index: SchemaIndex, id: Id): SimpleType | null {
  const type = index.types.get(id);
  return type?.kind === "simpleType" ? type : null;
}

/** The type and its bases, nearest first. */
export function lineage(
  index: SchemaIndex,
  type: ComplexType,
): readonly ComplexType[] {
  const line: ComplexType[] = [];
  for (let at: ComplexType | null = type; at !== null;) {
    line.push(at);
    at = at.base === null ? null : complexType(index, at.base);
  }
  return line;
}

/** Every type that extends this one, directly or not, in schema order of each level. */
export function descendants(
  index: SchemaIndex,
  id: Id,
): readonly ComplexType[] {
  return (index.extensions.get(id) ?? []).flatMap((type) => [
    type,
    ...descendants(index, type.id),
  ]);
}

/** The concrete types whose values may stand where this type is declared: itself, when concrete, first. */
export function substitutes(
  index: SchemaIndex,
  type: ComplexType,
): readonly ComplexType[] {
  return [type, ...descendants(index, type.id)].filter(
    (each) => !each.abstract,
  );
}

/** All elements of a type in wire order: those of its bases first. */
export function allElements(
  index: SchemaIndex,
  type: ComplexType,
): readonly Element[] {
  return [...lineage(index, type)].reverse().flatMap((each) => each.elements);
}

/** All attributes of a type, those of its bases first. */
export function allAttributes(
  index: SchemaIndex,
  type: ComplexType,
): readonly Attribute[] {
  return [...lineage(index, type)].reverse().flatMap((each) => each.attributes);
}
