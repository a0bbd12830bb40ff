import {
  complexType,
  createIndex,
  descendants,
  lineage,
  type ComplexType,
  type Id,
  type Schema,
  type SchemaIndex,
} from "../model/index.js";
import { createTypeNames, makeFree, TAKEN_NAMES } from "./names.js";

/**
 * How each complexType is printed, which follows from where it may stand:
 *
 * - `plain`: where only it is declared. One interface, no `$type`.
 * - `member`: only where a type above it is declared. Its interface has a required `$type`.
 * - `both`: in either place. Its interface has an optional `$type`, and a second one, `TypedX`, a required `$type`.
 */
export type Role = "plain" | "member" | "both";

/** What the printing of one complexType needs to know. */
export interface Shape {
  readonly type: ComplexType;
  readonly name: string;
  readonly role: Role;
  /** Whether it is a record, abstract or not: its elements can be cleared by `nullFieldList`. */
  readonly isRecord: boolean;
  /** The name of the interface that has its members. */
  readonly bodyName: string;
  /** The name of the interface with a required `$type`, where it has one. */
  readonly memberName: string;
}

/** Names and shapes of a whole schema. */
export interface Shapes {
  readonly index: SchemaIndex;
  /** TypeScript names of all types, by id. */
  readonly names: ReadonlyMap<Id, string>;
  readonly shapes: ReadonlyMap<Id, Shape>;
  /** The concrete types under each complexType, as {@link unionMembers} gives them. */
  readonly unions: ReadonlyMap<Id, readonly string[]>;
}

/** The element that marks record types: its values name the fields that a write clears. */
export const NULL_FIELD_LIST = "nullFieldList";

/** Works out how each complexType of a schema is printed. */
export function createShapes(schema: Schema): Shapes {
  const index = createIndex(schema);
  const names = createTypeNames(schema);
  const declared = declaredTypes(index);
  const shapes = new Map<Id, Shape>();
  const taken = new Set([...TAKEN_NAMES, ...names.values()]);
  for (const type of [...complexTypes(schema)].sort(byId)) {
    const name = names.get(type.id) ?? type.name;
    const role = roleOf(index, type, declared);
    const isRecord = lineage(index, type).some((each) =>
      each.elements.some((element) => element.name === NULL_FIELD_LIST),
    );
    shapes.set(type.id, {
      type,
      name,
      role,
      isRecord,
      bodyName: type.abstract
        ? makeFree(`${name}Base`, taken)
        : isRecord
          ? makeFree(`${name}Fields`, taken)
          : name,
      memberName: role === "both" ? makeFree(`Typed${name}`, taken) : name,
    });
  }
  const unions = new Map<Id, readonly string[]>();
  for (const id of shapes.keys()) {
    const members = descendants(index, id).flatMap((type) =>
      type.abstract ? [] : [shapes.get(type.id)?.memberName ?? type.name],
    );
    unions.set(id, members.sort());
  }
  return { index, names, shapes, unions };
}

/** The shape of a complexType's id. */
export function shapeOf(shapes: Shapes, id: Id): Shape {
  const shape = shapes.shapes.get(id);
  if (!shape) throw new Error(`${id} is not a complexType of this schema`);
  return shape;
}

/** The concrete types under an abstract one, as the members of its union; sorted by name. */
export function unionMembers(shapes: Shapes, id: Id): readonly string[] {
  return shapes.unions.get(id) ?? [];
}

function complexTypes(schema: Schema): readonly ComplexType[] {
  return schema.namespaces
    .flatMap((namespace) => namespace.types)
    .filter((type) => type.kind === "complexType");
}

/** The types that an element inside a complexType or a part of a message is declared with. */
function declaredTypes(index: SchemaIndex): ReadonlySet<Id> {
  const { schema } = index;
  const declared = new Set<Id>();
  for (const { elements } of complexTypes(schema))
    for (const { type } of elements) declared.add(type);
  for (const { parts } of schema.service.messages)
    for (const part of parts) {
      const element = index.elements.get(part.element);
      if (element) declared.add(element.type);
    }
  return declared;
}

function roleOf(
  index: SchemaIndex,
  type: ComplexType,
  declared: ReadonlySet<Id>,
): Role {
  const bases = lineage(index, type).slice(1);
  const standsForBase = bases.some(
    (base) => base.abstract || declared.has(base.id),
  );
  if (standsForBase) return declared.has(type.id) ? "both" : "member";
  const hasSubstitutes = descendants(index, type.id).length > 0;
  return hasSubstitutes && declared.has(type.id) ? "both" : "plain";
}

function byId(a: ComplexType, b: ComplexType): number {
  return a.id < b.id ? -1 : 1;
}

/** The complexType that a type extends, or null. */
export function baseOf(shapes: Shapes, type: ComplexType): ComplexType | null {
  return type.base === null ? null : complexType(shapes.index, type.base);
}
