import {
  parseFacts,
  type DirectionFacts,
  type Facts,
  type LongMode,
  type OperationFacts,
} from "./facts.js";
import { createElements, type ElementTable } from "./elements.js";
import { createTypes, type TypeTable } from "./types.js";
import { FIRST_DECLARED, readSections, unescapeUri } from "./text.js";

/** A namespace of the schema. */
export interface NamespaceDescriptor {
  readonly index: number;
  /** The URI on the wire, with its version token. */
  readonly uri: string;
  /** The prefix that encoded messages use for it, such as `platformCore`. */
  readonly prefix: string;
}

/** An element declared at the top of an XSD. */
export interface GlobalElementDescriptor {
  readonly index: number;
  readonly name: string;
  readonly namespace: NamespaceDescriptor;
  /** Index of its type: see {@link NetSuiteSchema.type}. */
  readonly type: number;
  readonly documentation: string | null;
}

/** An operation as a call sees it: element names are local names. */
export interface OperationDescriptor {
  readonly name: string;
  readonly soapAction: string;
  readonly input: MessageDescriptor;
  readonly output: MessageDescriptor;
  /** Names of the fault elements that the WSDL declares. */
  readonly faults: readonly string[];
}

export interface MessageDescriptor {
  /** Local name of the SOAP body's element. */
  readonly element: string;
  /** Local names of the SOAP headers that the binding declares. */
  readonly headers: readonly string[];
}

/**
 * The schema of a generated package: what the codec is led by. Opaque to applications, which only hand it on.
 *
 * It is made from the descriptor's text by {@link defineSchema} and reads each type on its first use.
 */
export interface NetSuiteSchema extends TypeTable {
  /** Endpoint version token, such as `2025_2`. */
  readonly version: string;
  readonly long: LongMode;
  readonly facts: Facts;
  readonly namespaces: readonly NamespaceDescriptor[];
  readonly elements: readonly GlobalElementDescriptor[];
  /** The namespace of a URI, or undefined. */
  namespace(uri: string): NamespaceDescriptor | undefined;
  /** The global element of a namespace and local name, or undefined. */
  element(uri: string, local: string): GlobalElementDescriptor | undefined;
  /** The global element of an index, or undefined. */
  elementAt(index: number): GlobalElementDescriptor | undefined;
  /** The global elements of a local name, in any namespace. */
  elementsNamed(local: string): readonly GlobalElementDescriptor[];
  /** An operation of the WSDL, or undefined. */
  operation(name: string): OperationDescriptor | undefined;
}

/**
 * Reads a descriptor's text.
 *
 * @throws Error when the text is not a descriptor of a format that this runtime knows.
 */
export function defineSchema(text: string): NetSuiteSchema {
  const sections = readSections(text);
  const facts = parseFacts(sections.facts);
  const namespaces = lazily(() =>
    sections.namespaces.map((line, index) => {
      const [uri = "", prefix = ""] = line.split(" ");
      return { index, uri: unescapeUri(uri, facts.version), prefix };
    }),
  );
  const table = lazily(() => createElements(sections.elements, namespaces()));
  const elements = lazily(() =>
    Array.from(
      { length: table().count },
      // The table has an element for each index below its count.
      (_, index) => table().at(index) as GlobalElementDescriptor,
    ),
  );
  const types = lazily(() => createTypes(sections, namespaces(), table()));
  const byUri = lazily(
    () => new Map(namespaces().map((each) => [each.uri, each])),
  );
  const operations = lazily(
    () => new Map(facts.service.operations.map((each) => [each.name, each])),
  );
  return {
    version: facts.version,
    long: facts.long,
    facts,
    get namespaces() {
      return namespaces();
    },
    get elements() {
      return elements();
    },
    namespace: (uri) => byUri().get(uri),
    element: (uri, local) =>
      table()
        .named(local)
        .find((each) => each.namespace.uri === uri),
    elementAt: (index) => table().at(index),
    elementsNamed: (local) => table().named(local),
    operation(name) {
      const operation = operations().get(name);
      return operation && describeOperation(operation, table());
    },
    firstType: FIRST_DECLARED,
    get typeCount() {
      return types().typeCount;
    },
    type: (index) => types().type(index),
    typeNamed: (uri, local) => types().typeNamed(uri, local),
    typeOf: (typeName) => types().typeOf(typeName),
  };
}

/** What is made when it is first asked for: a program that only makes a client reads little of the descriptor. */
function lazily<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

function describeOperation(
  operation: OperationFacts,
  elements: ElementTable,
): OperationDescriptor {
  const nameOf = (index: number): string => elements.at(index)?.name ?? "";
  const describe = (message: DirectionFacts): MessageDescriptor => ({
    element: nameOf(message.element),
    headers: message.headers.map((each) => nameOf(each.element)),
  });
  return {
    name: operation.name,
    soapAction: operation.soapAction,
    input: describe(operation.input),
    output: describe(operation.output),
    faults: operation.faults.map((each) => nameOf(each.element)),
  };
}
