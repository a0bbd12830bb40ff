import type {
  GlobalElement,
  Namespace,
  SimpleType,
  Type,
} from "../../model/schema.js";
import { parseVersionedUri } from "../../model/version.js";
import {
  idOf,
  nameOf,
  requireAttribute,
  resolveType,
  type Declarations,
} from "../declarations.js";
import { checkVocabulary, PLEASE_REPORT } from "../vocabulary.js";
import {
  attributeOf,
  childrenOf,
  elementsIn,
  positionOf,
  report,
  type XmlElement,
} from "../xml/xml-element.js";
import { documentationOf } from "./documentation.js";
import { parseComplexType } from "./parse-complex-type.js";
import { XSD_VOCABULARY } from "./xsd-vocabulary.js";

/**
 * Parses an xsd:schema into a namespace of the model, and reports what nsgen does not know. Null for a schema without targetNamespace, as
 * WSDLs hold to import the others.
 */
export function parseXsd(
  schema: XmlElement,
  declarations: Declarations,
): Namespace | null {
  const { problems } = declarations;
  checkVocabulary(schema, XSD_VOCABULARY, "schema", problems);
  for (const each of childrenOf(schema, "import"))
    requireAttribute(each, "namespace", problems);
  const uri = attributeOf(schema, "targetNamespace");
  if (uri === null) {
    const declaration = elementsIn(schema).find((each) =>
      /^(complexType|simpleType|element)$/.test(each.local),
    );
    if (declaration)
      report(
        problems,
        declaration,
        "this is declared in an xsd:schema without targetNamespace",
        PLEASE_REPORT,
      );
    return null;
  }
  checkQualified(schema, declarations);
  const types: Type[] = [];
  const elements: GlobalElement[] = [];
  for (const each of elementsIn(schema)) {
    if (each.uri !== schema.uri) continue;
    if (each.local === "complexType")
      types.push(parseComplexType(each, uri, declarations));
    else if (each.local === "simpleType")
      types.push(parseSimpleType(each, uri, declarations));
    else if (each.local === "element")
      elements.push(parseGlobalElement(each, uri, declarations));
  }
  return {
    kind: "namespace",
    name: parseVersionedUri(uri).name,
    uri,
    types,
    elements,
    source: positionOf(schema),
  };
}

/** Local elements must be in the target namespace: the model has no other. */
function checkQualified(schema: XmlElement, { problems }: Declarations): void {
  if (attributeOf(schema, "elementFormDefault")?.trim() === "qualified") return;
  const local = firstLocalElement(schema);
  if (local)
    report(
      problems,
      local,
      'nsgen does not know local elements without elementFormDefault="qualified" on xsd:schema',
      PLEASE_REPORT,
    );
}

function firstLocalElement(parent: XmlElement): XmlElement | null {
  for (const each of elementsIn(parent)) {
    if (
      parent.local === "sequence" &&
      each.local === "element" &&
      attributeOf(each, "ref") === null &&
      attributeOf(each, "form") === null
    )
      return each;
    const inside = firstLocalElement(each);
    if (inside) return inside;
  }
  return null;
}

function parseSimpleType(
  element: XmlElement,
  uri: string,
  declarations: Declarations,
): SimpleType {
  const { problems } = declarations;
  const name = nameOf(element, problems);
  const [restriction] = childrenOf(element, "restriction");
  const values = new Set<string>();
  let base = "";
  if (restriction) {
    const target = resolveType(declarations, restriction, "base");
    base = target.id;
    if (target.kind === "complexType" || target.kind === "simpleType")
      report(
        problems,
        restriction,
        `nsgen does not know an xsd:restriction of the declared type ${attributeOf(restriction, "base") ?? ""}`,
        PLEASE_REPORT,
      );
    for (const each of childrenOf(restriction, "enumeration")) {
      const value = requireAttribute(each, "value", problems);
      if (value !== null) values.add(value);
    }
  } else {
    report(
      problems,
      element,
      `xsd:simpleType ${name} has no xsd:restriction`,
      PLEASE_REPORT,
    );
  }
  return {
    kind: "simpleType",
    id: idOf(uri, name),
    name,
    base,
    values: [...values],
    documentation: documentationOf(element),
    source: positionOf(element),
  };
}

function parseGlobalElement(
  element: XmlElement,
  uri: string,
  declarations: Declarations,
): GlobalElement {
  const name = nameOf(element, declarations.problems);
  return {
    kind: "globalElement",
    id: idOf(uri, name),
    name,
    type: resolveType(declarations, element, "type").id,
    documentation: documentationOf(element),
    source: positionOf(element),
  };
}
