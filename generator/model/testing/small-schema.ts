import { BUILT_INS } from "../../../runtime/codegen-v1/index.js";
import { createId, XSD } from "../query.js";
import type {
  Attribute,
  ComplexType,
  Element,
  GlobalElement,
  Id,
  Schema,
  SimpleType,
  Type,
} from "../schema.js";
import { parseVersionedUri } from "../version.js";

/** Declares something in a namespace that it is told. */
type Declare<T> = (namespace: string) => T;

/** What a namespace of a small schema declares. */
export type Declarations = readonly Declare<Type | GlobalElement>[];

/**
 * Makes a schema of declarations by namespace, `core.platform` being short for SuiteTalk's.
 *
 * Types are referred to as `string` (XML Schema's own), `Name` (of the same namespace) or `core.platform:Name`. There
 * is one operation, `get`, of `getRequest` and `getResponse` in the namespace `messages.platform`, which is added.
 */
export function smallSchema(
  declared: Readonly<Record<string, Declarations>>,
  parts: { readonly version?: string; readonly operation?: string } = {},
): Schema {
  const version = parts.version ?? "2022_1";
  const messages = "messages.platform";
  const all: Readonly<Record<string, Declarations>> = {
    ...declared,
    [messages]: [
      complexType("GetRequest"),
      complexType("GetResponse"),
      globalElement("get", "GetRequest"),
      globalElement("getResponse", "GetResponse"),
      ...(declared[messages] ?? []),
    ],
  };
  const operation = parts.operation ?? "get";
  const message = (name: string, element: string) => ({
    kind: "message" as const,
    name,
    parts: [{ name: "parameters", element: idOf(element, messages) }],
    source: null,
  });
  const direction = (name: string, element: string) => ({
    name: null,
    message: name,
    element: idOf(element, messages),
    headers: [],
  });
  return {
    kind: "schema",
    version,
    namespaces: Object.entries(all).map(([short, declarations]) => {
      const uri = uriOf(short, version);
      const made = declarations.map((declare) => declare(short));
      return {
        kind: "namespace",
        name: parseVersionedUri(uri).name,
        uri,
        types: made.filter((each) => each.kind !== "globalElement"),
        elements: made.filter((each) => each.kind === "globalElement"),
        source: null,
      };
    }),
    service: {
      kind: "service",
      name: "NetSuiteService",
      port: "NetSuitePort",
      portType: "NetSuitePortType",
      binding: "NetSuiteBinding",
      namespace: "urn:platform.webservices.netsuite.com",
      namespaceUri: `urn:platform_${version}.webservices.netsuite.com`,
      address: `https://webservices.netsuite.com/services/NetSuitePort_${version}`,
      messages: [
        message("getRequest", "get"),
        message("getResponse", "getResponse"),
      ],
      operations: [
        {
          kind: "operation",
          name: operation,
          soapAction: operation,
          input: direction("getRequest", "get"),
          output: direction("getResponse", "getResponse"),
          faults: [],
          documentation: null,
          source: null,
        },
      ],
      documentation: null,
      source: null,
    },
  };
}

/** A complexType; `base`, `text` and the types of members are references. */
export function complexType(
  name: string,
  parts: {
    readonly abstract?: boolean;
    readonly base?: string;
    readonly text?: string;
    readonly members?: readonly Declare<Element | Attribute>[];
    readonly documentation?: string;
  } = {},
): Declare<ComplexType> {
  return (namespace) => {
    const members = (parts.members ?? []).map((declare) => declare(namespace));
    return {
      kind: "complexType",
      id: idOf(name, namespace),
      name,
      abstract: parts.abstract ?? false,
      base: parts.base === undefined ? null : idOf(parts.base, namespace),
      text: parts.text === undefined ? null : idOf(parts.text, namespace),
      elements: members.filter((each) => each.kind === "element"),
      attributes: members.filter((each) => each.kind === "attribute"),
      documentation: parts.documentation ?? null,
      source: null,
    };
  };
}

/** An element of a complexType, optional and single unless told otherwise. */
export function element(
  name: string,
  type: string,
  parts: Partial<Omit<Element, "type">> = {},
): Declare<Element> {
  return (namespace) => ({
    kind: "element",
    name,
    ref: null,
    type: idOf(type, namespace),
    minOccurs: 0,
    maxOccurs: 1,
    default: null,
    documentation: null,
    source: null,
    ...parts,
  });
}

/** An attribute, optional unless told otherwise. */
export function attribute(
  name: string,
  type: string,
  parts: Partial<Omit<Attribute, "type">> = {},
): Declare<Attribute> {
  return (namespace) => ({
    kind: "attribute",
    name,
    type: idOf(type, namespace),
    required: false,
    default: null,
    documentation: null,
    source: null,
    ...parts,
  });
}

/** An enumeration of strings. */
export function enumeration(
  name: string,
  values: readonly string[],
  documentation: string | null = null,
): Declare<SimpleType> {
  return (namespace) => ({
    kind: "simpleType",
    id: idOf(name, namespace),
    name,
    base: createId(XSD, "string"),
    values,
    documentation,
    source: null,
  });
}

/** A global element. */
export function globalElement(
  name: string,
  type: string,
  documentation: string | null = null,
): Declare<GlobalElement> {
  return (namespace) => ({
    kind: "globalElement",
    id: idOf(name, namespace),
    name,
    type: idOf(type, namespace),
    documentation,
    source: null,
  });
}

/** The id that a reference in a namespace means. */
export function idOf(reference: string, namespace: string): Id {
  const builtIns: readonly string[] = BUILT_INS;
  if (builtIns.includes(reference)) return createId(XSD, reference);
  const at = reference.lastIndexOf(":");
  return at < 0
    ? createId(parseVersionedUri(uriOf(namespace, "2022_1")).name, reference)
    : idOf(
        reference.slice(at + 1),
        at === 0 ? namespace : reference.slice(0, at),
      );
}

/** A URI stands for itself; `types.core.platform` is `urn:types.core_2022_1.platform.webservices.netsuite.com`. */
function uriOf(short: string, version: string): string {
  if (short.startsWith("urn:")) return short;
  const words = short.split(".");
  const at = words[0] === "types" ? 1 : 0;
  words[at] = `${words[at] ?? ""}_${version}`;
  return `urn:${words.join(".")}.webservices.netsuite.com`;
}
