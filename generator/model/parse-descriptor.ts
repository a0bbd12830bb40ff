import {
  defineSchema,
  type AttributeDescriptor,
  type ElementDescriptor,
  type LongMode,
  type DirectionFacts,
  type NetSuiteSchema,
  type TypeDescriptor,
} from "../../runtime/codegen-v1/index.js";
import { deepFreeze } from "./freeze.js";
import { createId, XSD } from "./query.js";
import type {
  Attribute,
  Element,
  Id,
  Namespace,
  OperationMessage,
  Schema,
  Service,
  Type,
} from "./schema.js";
import { isVersion, parseVersionedUri } from "./version.js";

/** What a descriptor's text holds. */
export interface ParsedDescriptor {
  readonly schema: Schema;
  readonly long: LongMode;
}

/**
 * Parses a descriptor's text back into the schema it was made from, but for sources, which are null.
 *
 * @throws Error when the text is no descriptor, or one that was not made of a schema.
 */
export function parseDescriptor(text: string): ParsedDescriptor {
  const described = defineSchema(text);
  if (!isVersion(described.version)) {
    throw new Error(
      `The descriptor's version is ${JSON.stringify(described.version)}, not one such as 2025_2.`,
    );
  }
  const namespaces = described.namespaces.map(({ uri, index }): Namespace => {
    const { name } = parseVersionedUri(uri);
    return {
      kind: "namespace",
      name,
      uri,
      types: typesOf(described, index),
      elements: described.elements
        .filter((each) => each.namespace.index === index)
        .map((each) => ({
          kind: "globalElement",
          id: createId(name, each.name),
          name: each.name,
          type: typeId(described, each.type),
          documentation: each.documentation,
          source: null,
        })),
      source: null,
    };
  });
  return {
    schema: deepFreeze<Schema>({
      kind: "schema",
      version: described.version,
      namespaces,
      service: serviceOf(described),
    }),
    long: described.long,
  };
}

function typesOf(described: NetSuiteSchema, namespace: number): Type[] {
  const types: Type[] = [];
  for (let at = described.firstType; at < described.typeCount; at++) {
    const type = described.type(at);
    if (type.namespace?.index === namespace)
      types.push(toType(described, type));
  }
  return types;
}

function toType(described: NetSuiteSchema, type: TypeDescriptor): Type {
  const common = {
    id: typeId(described, type.index),
    name: type.name,
    documentation: type.documentation,
    source: null,
  };
  if (type.kind === "simple") {
    return {
      kind: "simpleType",
      ...common,
      base: createId(XSD, type.builtIn),
      values: type.values ?? [],
    };
  }
  const idOrNull = (index: number | null): Id | null =>
    index === null ? null : typeId(described, index);
  return {
    kind: "complexType",
    ...common,
    abstract: type.abstract,
    base: idOrNull(type.base),
    text: idOrNull(type.text),
    elements: type.elements.map((each) => toElement(described, each)),
    attributes: type.attributes.map((each) => toAttribute(described, each)),
  };
}

function toElement(
  described: NetSuiteSchema,
  element: ElementDescriptor,
): Element {
  return {
    kind: "element",
    name: element.name,
    ref: element.ref === null ? null : elementId(described, element.ref.index),
    type: typeId(described, element.type),
    minOccurs: element.minOccurs,
    maxOccurs: element.maxOccurs,
    default: element.default,
    documentation: element.documentation,
    source: null,
  };
}

function toAttribute(
  described: NetSuiteSchema,
  attribute: AttributeDescriptor,
): Attribute {
  return {
    kind: "attribute",
    name: attribute.name,
    type: typeId(described, attribute.type),
    required: attribute.required,
    default: attribute.default,
    documentation: attribute.documentation,
    source: null,
  };
}

function serviceOf(described: NetSuiteSchema): Service {
  const { service } = described.facts;
  const direction = (message: DirectionFacts): OperationMessage => ({
    name: message.name,
    message: message.message,
    element: elementId(described, message.element),
    headers: message.headers.map((each) => ({
      ...each,
      element: elementId(described, each.element),
    })),
  });
  return {
    kind: "service",
    name: service.name,
    port: service.port,
    portType: service.portType,
    binding: service.binding,
    namespace: parseVersionedUri(service.namespace).name,
    namespaceUri: service.namespace,
    address: service.address,
    messages: service.messages.map((message) => ({
      kind: "message",
      name: message.name,
      parts: message.parts.map((part) => ({
        name: part.name,
        element: elementId(described, part.element),
      })),
      source: null,
    })),
    operations: service.operations.map((operation) => ({
      kind: "operation",
      name: operation.name,
      soapAction: operation.soapAction,
      input: direction(operation.input),
      output: direction(operation.output),
      faults: operation.faults.map((fault) => ({
        ...fault,
        element: elementId(described, fault.element),
      })),
      documentation: operation.documentation,
      source: null,
    })),
    documentation: service.documentation,
    source: null,
  };
}

function typeId(described: NetSuiteSchema, index: number): Id {
  const { namespace, name } = described.type(index);
  return namespace === null
    ? createId(XSD, name)
    : createId(parseVersionedUri(namespace.uri).name, name);
}

function elementId(described: NetSuiteSchema, index: number): Id {
  const element = described.elements[index];
  if (!element) throw new Error(`The descriptor has no element ${index}.`);
  return createId(parseVersionedUri(element.namespace.uri).name, element.name);
}
