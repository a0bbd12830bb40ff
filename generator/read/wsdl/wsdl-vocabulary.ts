import { rule, type Vocabulary } from "../vocabulary.js";

const LITERAL = ["literal"];
const DOCUMENT = ["document"];
const DOCUMENTATION = { "wsdl:documentation": null };
/** With literal use these say nothing; Visual Studio writes them out empty. */
const UNUSED = { namespace: null, encodingStyle: [""] };

/** What nsgen knows of WSDL 1.1: document/literal over SOAP 1.1 with headers and faults. */
export const WSDL_VOCABULARY: Vocabulary = new Map([
  [
    "definitions",
    rule(
      { name: null, targetNamespace: null },
      {
        ...DOCUMENTATION,
        "wsdl:types": "types",
        "wsdl:message": "message",
        "wsdl:portType": "portType",
        "wsdl:binding": "binding",
        "wsdl:service": "service",
      },
    ),
  ],
  // The schemas inside are checked as XSDs.
  ["types", rule({}, { ...DOCUMENTATION, "xsd:schema": null })],
  ["message", rule({ name: null }, { ...DOCUMENTATION, "wsdl:part": "part" })],
  ["part", rule({ name: null, element: null }, DOCUMENTATION)],
  [
    "portType",
    rule(
      { name: null },
      { ...DOCUMENTATION, "wsdl:operation": "portTypeOperation" },
    ),
  ],
  [
    "portTypeOperation",
    rule(
      { name: null, parameterOrder: null },
      {
        ...DOCUMENTATION,
        "wsdl:input": "parameter",
        "wsdl:output": "parameter",
        "wsdl:fault": "parameter",
      },
    ),
  ],
  ["parameter", rule({ name: null, message: null }, DOCUMENTATION)],
  [
    "binding",
    rule(
      { name: null, type: null },
      {
        ...DOCUMENTATION,
        "soap:binding": "soapBinding",
        "wsdl:operation": "bindingOperation",
      },
    ),
  ],
  [
    "soapBinding",
    rule(
      {
        style: DOCUMENT,
        transport: ["http://schemas.xmlsoap.org/soap/http"],
      },
      {},
    ),
  ],
  [
    "bindingOperation",
    rule(
      { name: null },
      {
        ...DOCUMENTATION,
        "soap:operation": "soapOperation",
        "wsdl:input": "bindingMessage",
        "wsdl:output": "bindingMessage",
        "wsdl:fault": "bindingFault",
      },
    ),
  ],
  ["soapOperation", rule({ soapAction: null, style: DOCUMENT }, {})],
  [
    "bindingMessage",
    rule(
      { name: null },
      {
        ...DOCUMENTATION,
        "soap:body": "soapBody",
        "soap:header": "soapHeader",
      },
    ),
  ],
  ["soapBody", rule({ use: LITERAL, parts: null, ...UNUSED }, {})],
  [
    "soapHeader",
    rule({ message: null, part: null, use: LITERAL, ...UNUSED }, {}),
  ],
  [
    "bindingFault",
    rule({ name: null }, { ...DOCUMENTATION, "soap:fault": "soapFault" }),
  ],
  ["soapFault", rule({ name: null, use: LITERAL, ...UNUSED }, {})],
  ["service", rule({ name: null }, { ...DOCUMENTATION, "wsdl:port": "port" })],
  [
    "port",
    rule(
      { name: null, binding: null },
      { ...DOCUMENTATION, "soap:address": "soapAddress" },
    ),
  ],
  ["soapAddress", rule({ location: null }, {})],
]);
