import type {
  DirectionFacts,
  MessageFacts,
  NamespaceDescriptor,
  NetSuiteSchema,
  OperationFacts,
} from "nsgen-runtime/codegen-v1";
import {
  createQualifiedNames,
  XSD,
  type QualifiedNames,
} from "./qualified-names.js";
import {
  formatDocument,
  layElement,
  layText,
  type Lines,
} from "./xml-lines.js";

/** Where the things are that a WSDL refers to. */
export interface WsdlPlaces {
  /** The URL of the service. */
  readonly address: string;
  /** The `schemaLocation` of a namespace's XSD. */
  readonly location: (namespace: NamespaceDescriptor) => string;
}

/** Prints the WSDL of a schema. It imports the XSD of every namespace. */
export function printWsdl(
  schema: NetSuiteSchema,
  { address, location }: WsdlPlaces,
): string {
  const { service } = schema.facts;
  const names = createQualifiedNames(schema);
  const messages = service.messages.map((each) =>
    printMessage(each, schema, names),
  );
  return formatDocument(
    layElement(
      "definitions",
      {
        xmlns: "http://schemas.xmlsoap.org/wsdl/",
        "xmlns:soap": "http://schemas.xmlsoap.org/wsdl/soap/",
        "xmlns:tns": service.namespace,
        ...names.bindings(),
        targetNamespace: service.namespace,
      },
      layElement("types", {}, printImports(schema, location)),
      ...messages,
      layElement(
        "portType",
        { name: service.portType },
        ...service.operations.map(printOperation),
      ),
      layElement(
        "binding",
        { name: service.binding, type: `tns:${service.portType}` },
        layElement("soap:binding", {
          style: "document",
          transport: "http://schemas.xmlsoap.org/soap/http",
        }),
        ...service.operations.map((each) => printBinding(each, schema)),
      ),
      layElement(
        "service",
        { name: service.name },
        layText("documentation", service.documentation),
        layElement(
          "port",
          { name: service.port, binding: `tns:${service.binding}` },
          layElement("soap:address", { location: address }),
        ),
      ),
    ),
  );
}

function printImports(
  schema: NetSuiteSchema,
  location: WsdlPlaces["location"],
): Lines {
  return layElement(
    "xsd:schema",
    { "xmlns:xsd": XSD },
    ...schema.namespaces.map((each) =>
      layElement("xsd:import", {
        namespace: each.uri,
        schemaLocation: location(each),
      }),
    ),
  );
}

function printMessage(
  { name, parts }: MessageFacts,
  schema: NetSuiteSchema,
  names: QualifiedNames,
): Lines {
  return layElement(
    "message",
    { name },
    ...parts.map((part) => {
      const element = schema.elements[part.element];
      return layElement("part", {
        name: part.name,
        element: element ? names.element(element) : null,
      });
    }),
  );
}

function printOperation(operation: OperationFacts): Lines {
  const direction = ({ name, message }: DirectionFacts) => ({
    name,
    message: `tns:${message}`,
  });
  return layElement(
    "operation",
    { name: operation.name },
    layText("documentation", operation.documentation),
    layElement("input", direction(operation.input)),
    layElement("output", direction(operation.output)),
    ...operation.faults.map(({ name, message }) =>
      layElement("fault", { name, message: `tns:${message}` }),
    ),
  );
}

function printBinding(
  operation: OperationFacts,
  schema: NetSuiteSchema,
): Lines {
  return layElement(
    "operation",
    { name: operation.name },
    layElement("soap:operation", { soapAction: operation.soapAction }),
    layElement(
      "input",
      { name: operation.input.name },
      ...printSoap(operation.input, schema),
    ),
    layElement(
      "output",
      { name: operation.output.name },
      ...printSoap(operation.output, schema),
    ),
    ...operation.faults.map(({ name }) =>
      layElement(
        "fault",
        { name },
        layElement("soap:fault", { name, use: "literal" }),
      ),
    ),
  );
}

function printSoap(
  { message, element, headers }: DirectionFacts,
  schema: NetSuiteSchema,
): readonly Lines[] {
  const { parts = [] } =
    schema.facts.service.messages.find(({ name }) => name === message) ?? {};
  return [
    ...headers.map((header) =>
      layElement("soap:header", {
        message: `tns:${header.message}`,
        part: header.part,
        use: "literal",
      }),
    ),
    layElement("soap:body", {
      // Only a message of several parts needs to say which one the body is.
      parts:
        parts.length > 1
          ? (parts.find((part) => part.element === element)?.name ?? null)
          : null,
      use: "literal",
    }),
  ];
}
