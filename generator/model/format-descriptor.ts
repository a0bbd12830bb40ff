import {
  BUILT_INS,
  DESCRIPTOR_HEADER,
  FIRST_DECLARED,
  escapeToken,
  escapeUri,
  formatFacts,
  type Facts,
  type LongMode,
} from "../../runtime/codegen-v1/index.js";
import { createId, XSD } from "./query.js";
import type {
  Attribute,
  ComplexType,
  Element,
  Id,
  Namespace,
  OperationMessage,
  Schema,
  Service,
  Type,
} from "./schema.js";
import { formatNamespacePrefix } from "./namespace.js";

/** What a descriptor says beside the schema. */
export interface DescriptorOptions {
  /** TypeScript names of the types whose own names are not used. */
  readonly names: ReadonlyMap<Id, string>;
  /** How the application gets `xsd:long` values. */
  readonly long: LongMode;
}

/**
 * Formats a schema as a descriptor's text: the whole model but its sources.
 *
 * The format is described at `Sections` in `runtime/codegen-v1/text.ts`.
 */
export function formatDescriptor(
  schema: Schema,
  options: DescriptorOptions,
): string {
  return createDescriptorFormatter(schema)(options);
}

/** Makes the function of {@link formatDescriptor} for one schema, which does what the options do not change only once. */
export function createDescriptorFormatter(
  schema: Schema,
): (options: DescriptorOptions) => string {
  const places = placeIds(schema.namespaces);
  const members = tabulateMembers(schema, places);
  const types: string[] = [];
  const elements: string[] = [];
  const documentation: string[] = [];

  schema.namespaces.forEach((namespace, at) => {
    if (namespace.types.length > 0) types.push(`@${at}`);
    for (const type of namespace.types) {
      types.push(formatType(type, places, members.indicesOf));
      if (type.documentation !== null) {
        documentation.push(
          `${places.type(type.id)} ${escapeToken(type.documentation)}`,
        );
      }
    }
    if (namespace.elements.length > 0) elements.push(`@${at}`);
    for (const element of namespace.elements) {
      const tokens = [escapeToken(element.name), places.type(element.type)];
      if (element.documentation !== null) {
        tokens.push(escapeToken(element.documentation));
      }
      elements.push(tokens.join(" "));
    }
  });

  const service = formatService(schema.service, places);
  const body = [
    "#namespaces",
    ...schema.namespaces.map((each) => formatNamespace(each, schema.version)),
    "#members",
    ...members.lines,
    "#types",
    ...types,
    "#elements",
    ...elements,
  ].join("\n");
  const end = ["#documentation", ...documentation, ""].join("\n");
  return ({ names, long }) => {
    const facts: Facts = { version: schema.version, long, service };
    return [
      DESCRIPTOR_HEADER,
      formatFacts(facts),
      body,
      "#names",
      ...formatNames(schema, places, names),
      end,
    ].join("\n");
  };
}

function formatNames(
  schema: Schema,
  places: Places,
  names: DescriptorOptions["names"],
): readonly string[] {
  const lines: string[] = [];
  for (const { types } of schema.namespaces) {
    for (const { id } of types) {
      const name = names.get(id);
      if (name !== undefined) {
        lines.push(`${places.type(id)} ${escapeToken(name)}`);
      }
    }
  }
  return lines;
}

interface Places {
  /** Index of a type in base 36. */
  type(id: Id): string;
  /** Index of a global element. */
  element(id: Id): number;
}

function placeIds(namespaces: readonly Namespace[]): Places {
  const types = new Map<Id, string>(
    BUILT_INS.map((name, at) => [createId(XSD, name), at.toString(36)]),
  );
  const elements = new Map<Id, number>();
  let next = FIRST_DECLARED;
  for (const namespace of namespaces) {
    for (const type of namespace.types) {
      types.set(type.id, (next++).toString(36));
    }
    for (const element of namespace.elements) {
      elements.set(element.id, elements.size);
    }
  }
  return {
    type: (id) => placeOf(types, id),
    element: (id) => placeOf(elements, id),
  };
}

function placeOf<Place>(places: ReadonlyMap<Id, Place>, id: Id): Place {
  const place = places.get(id);
  if (place === undefined) {
    throw new Error(`The schema refers to ${id}, which it does not hold.`);
  }
  return place;
}

/** Each different member declaration once; the commonest first, so that they have the shortest indices. */
function tabulateMembers(
  schema: Schema,
  places: Places,
): {
  readonly lines: readonly string[];
  /** The indices of a type's elements and attributes, each after a blank. */
  readonly indicesOf: (type: ComplexType) => string;
} {
  const found = new Map<string, { count: number; index: string }>();
  // Twenty thousand members have four thousand names.
  const tokens = new Map<string, string>();
  const tokenOf = (name: string): string => {
    let token = tokens.get(name);
    if (token === undefined) tokens.set(name, (token = escapeToken(name)));
    return token;
  };
  const membersOf = new Map<ComplexType, { readonly index: string }[]>();
  for (const { types } of schema.namespaces) {
    for (const type of types) {
      if (type.kind === "simpleType") continue;
      const members: { readonly index: string }[] = [];
      const add = (member: Element | Attribute): void => {
        const line = formatMember(member, tokenOf(member.name), places);
        let entry = found.get(line);
        if (!entry) found.set(line, (entry = { count: 0, index: "" }));
        entry.count++;
        members.push(entry);
      };
      type.elements.forEach(add);
      type.attributes.forEach(add);
      membersOf.set(type, members);
    }
  }
  const sorted = [...found].sort(([, a], [, b]) => b.count - a.count);
  sorted.forEach(([, entry], at) => {
    entry.index = at.toString(36);
  });
  return {
    lines: sorted.map(([line]) => line),
    indicesOf: (type) =>
      (membersOf.get(type) ?? []).map(({ index }) => ` ${index}`).join(""),
  };
}

function formatNamespace(namespace: Namespace, version: string): string {
  return `${escapeUri(namespace.uri, version)} ${formatNamespacePrefix(namespace.name)}`;
}

function formatType(
  type: Type,
  places: Places,
  indicesOf: (type: ComplexType) => string,
): string {
  const name = escapeToken(type.name);
  if (type.kind === "simpleType") {
    const values = type.values.map(escapeToken);
    return [`~${name}`, places.type(type.base), ...values].join(" ");
  }
  const base =
    type.text !== null
      ? `=${places.type(type.text)}`
      : type.base !== null
        ? places.type(type.base)
        : "-";
  return `${type.abstract ? "!" : ""}${name} ${base}${indicesOf(type)}`;
}

function formatMember(
  member: Element | Attribute,
  name: string,
  places: Places,
): string {
  const { documentation } = member;
  const declared = formatDeclared(member, name, places);
  if (documentation !== null) {
    const value = member.default === null ? "-" : escapeToken(member.default);
    return `${declared} ${value} ${escapeToken(documentation)}`;
  }
  return member.default === null
    ? declared
    : `${declared} ${escapeToken(member.default)}`;
}

function formatDeclared(
  member: Element | Attribute,
  name: string,
  places: Places,
): string {
  if (member.kind === "element" && member.ref !== null) {
    return `&${places.element(member.ref).toString(36)} - ${formatOccurs(member)}`;
  }
  const kind =
    member.kind === "element"
      ? formatOccurs(member)
      : member.required
        ? "@!"
        : "@";
  return `${name} ${places.type(member.type)} ${kind}`;
}

function formatOccurs({ minOccurs, maxOccurs }: Element): string {
  if (minOccurs > 1 || (maxOccurs ?? 1) !== 1) {
    return `${minOccurs}-${maxOccurs ?? ""}`;
  }
  if (maxOccurs === null) return minOccurs === 0 ? "*" : "+";
  return minOccurs === 0 ? "?" : "1";
}

function formatService(service: Service, places: Places): Facts["service"] {
  const direction = (message: OperationMessage) => ({
    name: message.name,
    message: message.message,
    element: places.element(message.element),
    headers: message.headers.map((each) => ({
      ...each,
      element: places.element(each.element),
    })),
  });
  return {
    name: service.name,
    port: service.port,
    portType: service.portType,
    binding: service.binding,
    namespace: service.namespaceUri,
    address: service.address,
    messages: service.messages.map(({ name, parts }) => ({
      name,
      parts: parts.map((each) => ({
        name: each.name,
        element: places.element(each.element),
      })),
    })),
    operations: service.operations.map((each) => ({
      name: each.name,
      soapAction: each.soapAction,
      input: direction(each.input),
      output: direction(each.output),
      faults: each.faults.map((fault) => ({
        ...fault,
        element: places.element(fault.element),
      })),
      documentation: each.documentation,
    })),
    documentation: service.documentation,
  };
}
