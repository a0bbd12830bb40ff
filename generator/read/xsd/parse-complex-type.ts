import type {
  Attribute,
  ComplexType,
  Element,
  Id,
} from "../../model/schema.js";
import {
  idOf,
  nameOf,
  resolveElement,
  resolveType,
  type Declarations,
} from "../declarations.js";
import { ProblemList } from "../problems.js";
import { displayName, PLEASE_REPORT } from "../vocabulary.js";
import {
  attributeOf,
  childrenOf,
  elementsIn,
  positionOf,
  report,
  type XmlElement,
} from "../xml/xml-element.js";
import { documentationOf } from "./documentation.js";

/** Parses an xsd:complexType: its own sequence and attributes, what it extends, the simple type of its text. */
export function parseComplexType(
  element: XmlElement,
  uri: string,
  declarations: Declarations,
): ComplexType {
  const { problems } = declarations;
  const name = nameOf(element, problems);
  const [content, ...more] = elementsIn(element).filter((each) =>
    /^(sequence|complexContent|simpleContent)$/.test(each.local),
  );
  for (const each of more)
    report(
      problems,
      each,
      `nsgen does not know ${displayName(each)} after ${content ? displayName(content) : ""}`,
      PLEASE_REPORT,
    );
  const extension =
    content && content.local !== "sequence"
      ? extensionOf(content, declarations)
      : null;
  if (extension)
    for (const each of childrenOf(element, "attribute"))
      report(
        problems,
        each,
        "nsgen does not know xsd:attribute beside an extension",
        PLEASE_REPORT,
      );
  const body = extension ?? element;
  return {
    kind: "complexType",
    id: idOf(uri, name),
    name,
    abstract: isTrue(attributeOf(element, "abstract")),
    base:
      extension && content?.local === "complexContent"
        ? baseOf(extension, "complexType", declarations)
        : null,
    text:
      extension && content?.local === "simpleContent"
        ? baseOf(extension, "simpleType", declarations)
        : null,
    elements: parseSequence(body, declarations),
    attributes: childrenOf(body, "attribute").map((each) =>
      parseAttribute(each, declarations),
    ),
    documentation: documentationOf(element),
    source: positionOf(element),
  };
}

function extensionOf(
  content: XmlElement,
  { problems }: Declarations,
): XmlElement | null {
  const [extension, another] = childrenOf(content, "extension");
  // What stands there instead has been reported as unknown.
  if (!extension && elementsIn(content).length === 0)
    report(
      problems,
      content,
      `${displayName(content)} has no xsd:extension`,
      PLEASE_REPORT,
    );
  if (another)
    report(
      problems,
      another,
      `${displayName(content)} has two xsd:extension`,
      PLEASE_REPORT,
    );
  return extension ?? null;
}

function baseOf(
  extension: XmlElement,
  wanted: "complexType" | "simpleType",
  declarations: Declarations,
): Id {
  const target = resolveType(declarations, extension, "base");
  const suits =
    target.kind === "unknown" ||
    target.kind === wanted ||
    (target.kind === "builtIn" && wanted === "simpleType");
  if (!suits)
    report(
      declarations.problems,
      extension,
      `nsgen does not know an xsd:extension of ${attributeOf(extension, "base") ?? ""} here: it is not a ${wanted}`,
      PLEASE_REPORT,
    );
  return suits ? target.id : "";
}

function parseSequence(
  body: XmlElement,
  declarations: Declarations,
): readonly Element[] {
  const [sequence, another] = childrenOf(body, "sequence");
  // Two of them directly in a complexType have been reported there.
  if (another && body.local === "extension")
    report(
      declarations.problems,
      another,
      "nsgen does not know a second xsd:sequence",
      PLEASE_REPORT,
    );
  return sequence
    ? childrenOf(sequence, "element").map((each) =>
        parseElement(each, declarations),
      )
    : [];
}

function parseElement(
  element: XmlElement,
  declarations: Declarations,
): Element {
  const { problems } = declarations;
  const minOccurs = parseOccurs(element, "minOccurs", declarations) ?? 0;
  const maxOccurs = parseOccurs(element, "maxOccurs", declarations);
  if (maxOccurs !== null && (maxOccurs === 0 || maxOccurs < minOccurs))
    report(
      problems,
      element,
      `nsgen does not know maxOccurs="${maxOccurs}" with minOccurs="${minOccurs}"`,
      PLEASE_REPORT,
    );
  const isReference = attributeOf(element, "ref") !== null;
  const { name, ref, type } = isReference
    ? parseReference(element, declarations)
    : {
        name: nameOf(element, problems),
        ref: null,
        type: resolveType(declarations, element, "type").id,
      };
  return {
    kind: "element",
    name,
    ref,
    type,
    minOccurs,
    maxOccurs,
    default: attributeOf(element, "default"),
    documentation: documentationOf(element),
    source: positionOf(element),
  };
}

/** What an element has of the global element that it refers to. */
function parseReference(
  element: XmlElement,
  declarations: Declarations,
): Pick<Element, "name" | "ref" | "type"> {
  for (const name of ["name", "type"])
    if (attributeOf(element, name) !== null)
      report(
        declarations.problems,
        element,
        `xsd:element has both ref and ${name}`,
        PLEASE_REPORT,
      );
  const target = resolveElement(declarations, element, "ref");
  const declared = target.kind === "element" ? target.element : null;
  return {
    name: declared ? (attributeOf(declared, "name") ?? "") : "",
    ref: target.id,
    type: declared ? typeOfDeclared(declared, declarations) : "",
  };
}

/** The type of a global element. What is wrong with it is reported where it is declared. */
function typeOfDeclared(declared: XmlElement, declarations: Declarations): Id {
  const quiet = { ...declarations, problems: new ProblemList() };
  return resolveType(quiet, declared, "type").id;
}

/** A number of occurrences; null is `unbounded`. The default of XML Schema is 1. */
function parseOccurs(
  element: XmlElement,
  attribute: "minOccurs" | "maxOccurs",
  { problems }: Declarations,
): number | null {
  const text = attributeOf(element, attribute)?.trim();
  if (text === undefined) return 1;
  if (text === "unbounded" && attribute === "maxOccurs") return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  report(
    problems,
    element,
    `${attribute}="${text}" is not a number of occurrences`,
    PLEASE_REPORT,
  );
  return 1;
}

function parseAttribute(
  element: XmlElement,
  declarations: Declarations,
): Attribute {
  const { problems } = declarations;
  const target = resolveType(declarations, element, "type");
  if (target.kind === "complexType")
    report(
      problems,
      element,
      `type="${attributeOf(element, "type") ?? ""}" of an attribute is a complexType`,
      PLEASE_REPORT,
    );
  return {
    kind: "attribute",
    name: nameOf(element, problems),
    type: target.id,
    required: attributeOf(element, "use")?.trim() === "required",
    default: attributeOf(element, "default"),
    documentation: documentationOf(element),
    source: positionOf(element),
  };
}

function isTrue(value: string | null): boolean {
  return /^\s*(true|1)\s*$/.test(value ?? "");
}
