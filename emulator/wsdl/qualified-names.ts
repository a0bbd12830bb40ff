import type {
  GlobalElementDescriptor,
  NamespaceDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";

/** XML Schema's namespace. */
export const XSD = "http://www.w3.org/2001/XMLSchema";

/** Names of types and elements as a document refers to them, and the namespaces that it has referred to. */
export interface QualifiedNames {
  /** The name of a type, such as `platformCore:RecordRef` or `xsd:string`. */
  type(index: number): string;
  /** The name of a global element. */
  element(element: GlobalElementDescriptor): string;
  /** The namespaces of the names given so far, in the schema's order. */
  used(): readonly NamespaceDescriptor[];
  /** The `xmlns` attributes of {@link QualifiedNames.used}. */
  bindings(): Readonly<Record<string, string>>;
}

/** Starts the names of one document. The prefixes `xsd`, `soap` and `tns` are left to it. */
export function createQualifiedNames(schema: NetSuiteSchema): QualifiedNames {
  const prefixes = assignPrefixes(schema.namespaces);
  const used = new Set<NamespaceDescriptor>();
  const qualify = (namespace: NamespaceDescriptor, local: string): string => {
    used.add(namespace);
    return `${prefixes[namespace.index] ?? ""}:${local}`;
  };
  const inOrder = (): readonly NamespaceDescriptor[] =>
    schema.namespaces.filter((each) => used.has(each));
  return {
    type(index) {
      const { namespace, name } = schema.type(index);
      return namespace === null ? `xsd:${name}` : qualify(namespace, name);
    },
    element: ({ namespace, name }) => qualify(namespace, name),
    used: inOrder,
    bindings: () =>
      Object.fromEntries(
        inOrder().map(({ index, uri }) => [
          `xmlns:${prefixes[index] ?? ""}`,
          uri,
        ]),
      ),
  };
}

const RESERVED = /^(xml.*|xsd|soap|tns|n\d+)$/i;

/** The descriptor's prefixes by index; where one clashes or is no name, one that is made up. */
function assignPrefixes(
  namespaces: readonly NamespaceDescriptor[],
): readonly string[] {
  const taken = new Set<string>();
  return namespaces.map(({ index, prefix }) => {
    const suits =
      /^[A-Za-z]\w*$/.test(prefix) &&
      !RESERVED.test(prefix) &&
      !taken.has(prefix);
    const given = suits ? prefix : `n${index}`;
    taken.add(given);
    return given;
  });
}
