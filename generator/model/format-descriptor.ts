import {
  BUILT_INS,
  DESCRIPTOR_HEADER,
  FIRST_DECLARED,
  escapeToken,
  escapeUri,
  formatFacts,
  type BuiltIn,
  type Facts,
  type LongMode,
} from "../../runtime/codegen-v1/index.js";
import { builtIn } from "./query.js";
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
  const places = placeIds(schema.namespaces);
  const members = tabulateMembers(schema, places);
  const types: string[] = [];
  const elements: string[] = [];
  const names: string[] = [];
  const documentation: string[] = [];

  schema.namespaces.forEach((namespace, at) => {
    if (namespace.types.length > 0) types.push(`@${at}`);
    for (const type of namespace.types) {
      types.push(formatType(type, places, members.indexOf));
      const index = places.type(type.id);
      const name = options.names.get(type.id);
      if (name !== undefined) names.push(`${index} ${escapeToken(name)}`);
      if (type.documentation !== null) {
        documentation.push(`${index} ${escapeToken(type.documentation)}`);
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

  const facts: Facts = {
    version: schema.version,
    long: options.long,
    service: formatService(schema.service, places),
  };
  return [
    DESCRIPTOR_HEADER,
    formatFacts(facts),
    "#namespaces",
    ...schema.namespaces.map((each) => formatNamespace(each, schema.version)),
    "#members",
    ...members.lines,
    "#types",
    ...types,
    "#elements",
    ...elements,
    "#names",
    ...names,
    "#documentation",
    ...documentation,
    "",
  ].join("\n");
}

interface Places {
  /** Index of a type in base 36. */
  type(id: Id): string;
  /** Index of a global element. */
  element(id: Id): number;
}

function placeIds(namespaces: readonly Namespace[]): Places {
  const types = new Map<Id, number>();
  const elements = new Map<Id, number>();
  for (const namespace of namespaces) {
    for (const type of namespace.types) {
      types.set(type.id, FIRST_DECLARED + types.size);
    }
    for (const element of namespace.elements) {
      elements.set(element.id, elements.size);
    }
  }
  return {
    type(id) {
      const name = builtIn(id);
      // indexOf takes any string of the list's type; a name outside it gives -1.
      const index =
        name === null ? types.get(id) : BUILT_INS.indexOf(name as BuiltIn);
      if (index === undefined || index < 0) {
        throw new Error(`The schema refers to ${id}, which it does not hold.`);
      }
      return index.toString(36);
    },
    element(id) {
      const index = elements.get(id);
      if (index === undefined) {
        throw new Error(`The schema refers to ${id}, which it does not hold.`);
      }
      return index;
    },
  };
}

/** Each different member declaration once; the commonest first, so that they have the shortest indices. */
function tabulateMembers(
  schema: Schema,
  places: Places,
): {
  readonly lines: readonly string[];
  readonly indexOf: (member: Element | Attribute) => string;
} {
  const lineOf = new Map<Element | Attribute, string>();
  const counts = new Map<string, number>();
  for (const type of schema.namespaces.flatMap(({ types }) => types)) {
    if (type.kind === "simpleType") continue;
    for (const member of [...type.elements, ...type.attributes]) {
      const line = formatMember(member, places);
      lineOf.set(member, line);
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  const lines = [...counts].sort(([, a], [, b]) => b - a).map(([line]) => line);
  const indices = new Map(lines.map((line, at) => [line, at.toString(36)]));
  return {
    lines,
    indexOf: (member) => indices.get(lineOf.get(member) ?? "") ?? "",
  };
}

function formatNamespace(namespace: Namespace, version: string): string {
  return `${escapeUri(namespace.uri, version)} ${formatNamespacePrefix(namespace.name)}`;
}

function formatType(
  type: Type,
  places: Places,
  memberIndex: (member: Element | Attribute) => string,
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
  const members = [...type.elements, ...type.attributes].map(memberIndex);
  return [type.abstract ? `!${name}` : name, base, ...members].join(" ");
}

function formatMember(member: Element | Attribute, places: Places): string {
  const tokens =
    member.kind === "attribute"
      ? [
          escapeToken(member.name),
          places.type(member.type),
          member.required ? "@!" : "@",
        ]
      : [
          member.ref === null
            ? escapeToken(member.name)
            : `&${places.element(member.ref).toString(36)}`,
          member.ref === null ? places.type(member.type) : "-",
          formatOccurs(member),
        ];
  const optional = [member.default, member.documentation];
  while (optional.length > 0 && optional.at(-1) === null) optional.pop();
  return [
    ...tokens,
    ...optional.map((each) => (each === null ? "-" : escapeToken(each))),
  ].join(" ");
}

function formatOccurs({ minOccurs, maxOccurs }: Element): string {
  switch (`${minOccurs}-${maxOccurs ?? ""}`) {
    case "0-1":
      return "?";
    case "1-1":
      return "1";
    case "0-":
      return "*";
    case "1-":
      return "+";
    default:
      return `${minOccurs}-${maxOccurs ?? ""}`;
  }
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
