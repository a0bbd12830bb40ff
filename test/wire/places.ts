import type {
  ComplexDescriptor,
  ElementDescriptor,
  GlobalElementDescriptor,
  NetSuiteSchema,
} from "../../runtime/codegen-v1/index.js";
import type { Envelope } from "../../runtime/codec/index.js";
import type { DescriptorQuery } from "./descriptor-query.js";
import type { Filler, Value } from "./fill.js";

/** What a global element is in an envelope; a `wrapper` is one that the tests declare, of {@link WRAPPER}. */
export type Role = "input" | "header" | "output" | "fault" | "wrapper";

/** The namespace of the global elements that the tests declare for types that have no other place. */
export const WRAPPER = "urn:wrapper";

/** Where values of a type can stand: in an element of another type, or as a global element. */
export type Place =
  | {
      readonly kind: "member";
      readonly owner: ComplexDescriptor;
      readonly element: ElementDescriptor;
    }
  | {
      readonly kind: "global";
      readonly role: Role;
      readonly element: GlobalElementDescriptor;
    };

/** A place for each concrete type that an envelope can hold, by the type's index. */
export type Places = ReadonlyMap<number, Place>;

/**
 * Finds a place for each concrete type, in the global elements of one role after the other, and there as near to the
 * root as it goes.
 */
export function findPlaces(
  query: DescriptorQuery,
  roles: readonly Role[],
): Places {
  const places = new Map<number, Place>();
  for (const { role, element } of roles.flatMap((each) =>
    listRoots(query, each),
  )) {
    const found: ComplexDescriptor[] = [];
    const add = (declared: number, place: Place): void => {
      for (const type of query.substitutes(declared)) {
        if (places.has(type.index)) continue;
        places.set(type.index, place);
        found.push(type);
      }
    };
    add(element.type, { kind: "global", role, element });
    for (const owner of found) {
      for (const each of query.members(owner).elements)
        add(each.type, { kind: "member", owner, element: each });
    }
  }
  return places;
}

/** An envelope that holds a value of a type in the place that was found for it; all about it is minimal. */
export function envelopeOf(
  query: DescriptorQuery,
  filler: Filler,
  places: Places,
  type: ComplexDescriptor,
  value: Value,
): Envelope {
  const place = places.get(type.index);
  if (!place) throw new Error(`There is no place for ${type.name}.`);
  if (place.kind === "member") {
    const owner = filler.minimal(place.owner);
    filler.put(owner, place.element, type, value);
    return envelopeOf(query, filler, places, place.owner, owner);
  }
  const { role, element } = place;
  const content = {
    [element.name]:
      type.index === element.type ? value : { $type: type.typeName, ...value },
  };
  switch (role) {
    case "header":
      return { header: content, body: minimalBody(query, filler) };
    case "fault":
      return {
        body: { Fault: { faultcode: "soapenv:Server", detail: content } },
      };
    case "input":
    case "output":
    case "wrapper":
      return { body: content };
  }
}

function listRoots(
  { schema }: DescriptorQuery,
  role: Role,
): { role: Role; element: GlobalElementDescriptor }[] {
  return listIndices(schema, role).flatMap((index) => {
    const element = schema.elements[index];
    return element ? [{ role, element }] : [];
  });
}

/** Indices of the global elements of a role. */
function listIndices(
  { elements, facts }: NetSuiteSchema,
  role: Role,
): readonly number[] {
  const { operations } = facts.service;
  switch (role) {
    case "input":
    case "output":
      return operations.map((each) => each[role].element);
    case "header":
      return operations.flatMap(({ input }) =>
        input.headers.map(({ element }) => element),
      );
    case "fault":
      return operations.flatMap(({ faults }) =>
        faults.map(({ element }) => element),
      );
    case "wrapper":
      return elements
        .filter(({ namespace }) => namespace.uri === WRAPPER)
        .map(({ index }) => index);
  }
}

/** The body of the first operation, for headers to stand above. */
function minimalBody(query: DescriptorQuery, filler: Filler): Value {
  const { schema } = query;
  const [operation] = schema.facts.service.operations;
  const element = schema.elements[operation?.input.element ?? -1];
  const type = element && schema.type(element.type);
  if (type?.kind !== "complex")
    throw new Error(
      "The schema has no operation whose input is a complexType.",
    );
  return { [element?.name ?? ""]: filler.minimal(type) };
}
