/**
 * The schema model: everything that a SuiteTalk WSDL and its XSDs declare, as frozen plain data.
 *
 * `read` makes it, `emit` prints it. It knows neither XML syntax nor TypeScript, has no methods, and survives
 * `JSON.parse(JSON.stringify(schema))` unchanged. Queries on it are functions in `query.ts`.
 */

/** Where a node was declared, for messages. Lines and columns count from 1. */
export interface Source {
  /** The file as the user would recognise it, such as `netsuite.wsdl` or `v2025_2.zip!/xsd/platform.core.xsd`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Stable name of a type or global element: `{namespace}local`, where `namespace` is the namespace's {@link Namespace.name},
 * which carries no endpoint version, so that the ids of two versions compare. Types of XML Schema itself are
 * `{http://www.w3.org/2001/XMLSchema}string` and so on.
 */
export type Id = string;

/** One endpoint version of SuiteTalk. */
export interface Schema {
  readonly kind: "schema";
  /** Version token, such as `2025_2`. */
  readonly version: string;
  /** All schema namespaces, sorted by name. */
  readonly namespaces: readonly Namespace[];
  readonly service: Service;
}

/** One XSD target namespace with what it declares, in declared order. */
export interface Namespace {
  readonly kind: "namespace";
  /** The URI without its version token: `urn:core.platform.webservices.netsuite.com`. */
  readonly name: string;
  /** The URI on the wire: `urn:core_2025_2.platform.webservices.netsuite.com`. */
  readonly uri: string;
  readonly types: readonly Type[];
  readonly elements: readonly GlobalElement[];
  readonly source: Source | null;
}

export type Type = ComplexType | SimpleType;

/** An XSD complexType. Inherited elements and attributes are not repeated: see `allElements`, `allAttributes`. */
export interface ComplexType {
  readonly kind: "complexType";
  readonly id: Id;
  readonly name: string;
  readonly abstract: boolean;
  /** The complexType that it extends, or null. */
  readonly base: Id | null;
  /** The simple type of its text, where it has simpleContent, or null. */
  readonly text: Id | null;
  /** What its own sequence declares, in wire order. */
  readonly elements: readonly Element[];
  readonly attributes: readonly Attribute[];
  readonly documentation: string | null;
  readonly source: Source | null;
}

/** An XSD simpleType: a restriction of a built-in type by enumeration. */
export interface SimpleType {
  readonly kind: "simpleType";
  readonly id: Id;
  readonly name: string;
  /** The built-in type that is restricted. */
  readonly base: Id;
  /** The wire values, in declared order; empty where the restriction enumerates nothing. */
  readonly values: readonly string[];
  readonly documentation: string | null;
  readonly source: Source | null;
}

/** An element inside a complexType's sequence. */
export interface Element {
  readonly kind: "element";
  readonly name: string;
  /** The global element that it refers to, or null for a local element. */
  readonly ref: Id | null;
  /** Its declared type; for a reference, that of the global element. */
  readonly type: Id;
  readonly minOccurs: number;
  /** null is `unbounded`. */
  readonly maxOccurs: number | null;
  readonly default: string | null;
  readonly documentation: string | null;
  readonly source: Source | null;
}

export interface Attribute {
  readonly kind: "attribute";
  readonly name: string;
  /** A simple type, built in or declared. */
  readonly type: Id;
  readonly required: boolean;
  readonly default: string | null;
  readonly documentation: string | null;
  readonly source: Source | null;
}

/** An element declared at the top of an XSD: what message parts and references name. */
export interface GlobalElement {
  readonly kind: "globalElement";
  readonly id: Id;
  readonly name: string;
  readonly type: Id;
  readonly documentation: string | null;
  readonly source: Source | null;
}

/** The WSDL's service with its one SOAP port and document/literal binding. */
export interface Service {
  readonly kind: "service";
  readonly name: string;
  readonly port: string;
  readonly portType: string;
  readonly binding: string;
  /** The WSDL's target namespace without its version token. */
  readonly namespace: string;
  /** The same with it. */
  readonly namespaceUri: string;
  /** `soap:address`. Since 2019.1 NetSuite answers calls on account-specific hosts only, whatever stands here. */
  readonly address: string;
  readonly messages: readonly Message[];
  readonly operations: readonly Operation[];
  readonly documentation: string | null;
  readonly source: Source | null;
}

export interface Message {
  readonly kind: "message";
  readonly name: string;
  readonly parts: readonly Part[];
  readonly source: Source | null;
}

export interface Part {
  readonly name: string;
  /** A global element. */
  readonly element: Id;
}

export interface Operation {
  readonly kind: "operation";
  readonly name: string;
  readonly soapAction: string;
  readonly input: OperationMessage;
  readonly output: OperationMessage;
  readonly faults: readonly Fault[];
  readonly documentation: string | null;
  readonly source: Source | null;
}

/** One direction of an operation. */
export interface OperationMessage {
  /** The `name` attribute of wsdl:input or wsdl:output, or null. */
  readonly name: string | null;
  /** The wsdl:message. */
  readonly message: string;
  /** The global element of the SOAP body. */
  readonly element: Id;
  readonly headers: readonly Header[];
}

/** A SOAP header that the binding declares: one part of a message. */
export interface Header {
  readonly message: string;
  readonly part: string;
  readonly element: Id;
}

export interface Fault {
  readonly name: string;
  readonly message: string;
  readonly element: Id;
}
