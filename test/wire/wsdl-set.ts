import { createTypeNames } from "../../generator/emit/names.js";
import {
  XSD,
  createId,
  formatDescriptor,
  type Namespace,
  type Schema,
} from "../../generator/model/index.js";
import { readSchema } from "../../generator/read/index.js";
import {
  defineSchema,
  type ComplexDescriptor,
  type LongMode,
  type NetSuiteSchema,
} from "../../runtime/codegen-v1/index.js";
import {
  createDescriptorQuery,
  type DescriptorQuery,
} from "./descriptor-query.js";
import { findPlaces, WRAPPER, type Places, type Role } from "./places.js";

/** A WSDL set as the wire tests use it. */
export interface WsdlSet {
  readonly schema: NetSuiteSchema;
  readonly query: DescriptorQuery;
  /** One for each concrete type. */
  readonly places: Places;
  /** An XSD beside those of the set: global elements of the types that no element of the set takes. */
  readonly wrapper: string;
}

/** Where places are looked for. A request is held to the schema, a response may be anything. */
const ROLES = {
  request: ["input", "header", "output", "fault", "wrapper"],
  response: ["output", "fault", "wrapper"],
} as const satisfies Record<string, readonly Role[]>;

/** Reads a set and gives a place to each of its concrete types: of a request, only where none takes it, of a response. */
export async function readWsdlSet(
  path: string,
  message: keyof typeof ROLES = "request",
  long: LongMode = "number",
): Promise<WsdlSet> {
  const model = await readSchema(path);
  const query = createDescriptorQuery(describe(model, long));
  const places = findPlaces(query, ROLES[message]);
  const homeless = query.concreteTypes.filter(
    ({ index }) => !places.has(index),
  );
  const wrapped = describe(
    wrapTypes(
      model,
      homeless.map(({ name, namespace }) => ({ name, uri: namespace.uri })),
    ),
    long,
  );
  const wrappedQuery = createDescriptorQuery(wrapped);
  return {
    schema: wrapped,
    query: wrappedQuery,
    places: findPlaces(wrappedQuery, ROLES[message]),
    wrapper: formatWrapper(homeless),
  };
}

function formatWrapper(types: readonly ComplexDescriptor[]): string {
  const uris = [...new Set(types.map(({ namespace }) => namespace.uri))];
  const imports = uris.map((uri) => `<import namespace="${uri}"/>`);
  const elements = types.map(
    ({ name, namespace }, at) =>
      `<element name="wrapped${at}" type="t:${name}" xmlns:t="${namespace.uri}"/>`,
  );
  return `<schema xmlns="${XSD}" targetNamespace="${WRAPPER}">${[...imports, ...elements].join("")}</schema>`;
}

function describe(model: Schema, long: LongMode): NetSuiteSchema {
  return defineSchema(
    formatDescriptor(model, { names: createTypeNames(model), long }),
  );
}

function wrapTypes(
  model: Schema,
  types: readonly { readonly name: string; readonly uri: string }[],
): Schema {
  const nameOf = new Map(model.namespaces.map(({ uri, name }) => [uri, name]));
  const wrapper: Namespace = {
    kind: "namespace",
    name: WRAPPER,
    uri: WRAPPER,
    types: [],
    elements: types.map(({ name, uri }, at) => ({
      kind: "globalElement",
      id: createId(WRAPPER, `wrapped${at}`),
      name: `wrapped${at}`,
      type: createId(nameOf.get(uri) ?? "", name),
      documentation: null,
      source: null,
    })),
    source: null,
  };
  return { ...model, namespaces: [...model.namespaces, wrapper] };
}
