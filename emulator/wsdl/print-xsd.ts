import type {
  AttributeDescriptor,
  ComplexDescriptor,
  ElementDescriptor,
  NamespaceDescriptor,
  NetSuiteSchema,
  SimpleDescriptor,
  TypeDescriptor,
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

/**
 * Prints the XSD of one namespace of a schema: all that it declares.
 *
 * `location` gives the `schemaLocation` under which it finds another namespace.
 */
export function printXsd(
  schema: NetSuiteSchema,
  namespace: NamespaceDescriptor,
  location: (namespace: NamespaceDescriptor) => string,
): string {
  const names = createQualifiedNames(schema);
  const declarations = [
    ...typesIn(schema, namespace).map((type) => printType(type, names)),
    ...schema.elements
      .filter((each) => each.namespace === namespace)
      .map(({ name, type, documentation }) =>
        layElement(
          "element",
          { name, type: names.type(type) },
          annotate(documentation),
        ),
      ),
  ];
  const imports = names
    .used()
    .filter((each) => each !== namespace)
    .map((each) =>
      layElement("import", {
        namespace: each.uri,
        schemaLocation: location(each),
      }),
    );
  return formatDocument(
    layElement(
      "schema",
      {
        xmlns: XSD,
        "xmlns:xsd": XSD,
        ...names.bindings(),
        targetNamespace: namespace.uri,
        elementFormDefault: "qualified",
      },
      ...imports,
      ...declarations,
    ),
  );
}

function typesIn(
  schema: NetSuiteSchema,
  namespace: NamespaceDescriptor,
): readonly TypeDescriptor[] {
  const types: TypeDescriptor[] = [];
  for (let index = schema.firstType; index < schema.typeCount; index++) {
    const type = schema.type(index);
    if (type.namespace === namespace) types.push(type);
  }
  return types;
}

function printType(type: TypeDescriptor, names: QualifiedNames): Lines {
  return type.kind === "simple"
    ? printSimpleType(type)
    : printComplexType(type, names);
}

function printSimpleType(type: SimpleDescriptor): Lines {
  return layElement(
    "simpleType",
    { name: type.name },
    annotate(type.documentation),
    layElement(
      "restriction",
      { base: `xsd:${type.builtIn}` },
      ...(type.values ?? []).map((value) =>
        layElement("enumeration", { value }),
      ),
    ),
  );
}

function printComplexType(
  type: ComplexDescriptor,
  names: QualifiedNames,
): Lines {
  const own = [
    type.elements.length === 0
      ? []
      : layElement(
          "sequence",
          {},
          ...type.elements.map((each) => printElement(each, names)),
        ),
    ...type.attributes.map((each) => printAttribute(each, names)),
  ];
  return layElement(
    "complexType",
    { name: type.name, abstract: type.abstract ? "true" : null },
    annotate(type.documentation),
    ...printContent(type, own, names),
  );
}

function printContent(
  { base, text }: ComplexDescriptor,
  own: readonly Lines[],
  names: QualifiedNames,
): readonly Lines[] {
  const extended = base ?? text;
  if (extended === null) return own;
  return [
    layElement(
      base === null ? "simpleContent" : "complexContent",
      {},
      layElement("extension", { base: names.type(extended) }, ...own),
    ),
  ];
}

function printElement(
  element: ElementDescriptor,
  names: QualifiedNames,
): Lines {
  const { ref, minOccurs, maxOccurs } = element;
  return layElement(
    "element",
    {
      ...(ref
        ? { ref: names.element(ref) }
        : { name: element.name, type: names.type(element.type) }),
      minOccurs: minOccurs === 1 ? null : String(minOccurs),
      maxOccurs: maxOccurs === 1 ? null : String(maxOccurs ?? "unbounded"),
      default: element.default,
    },
    annotate(element.documentation),
  );
}

function printAttribute(
  attribute: AttributeDescriptor,
  names: QualifiedNames,
): Lines {
  return layElement(
    "attribute",
    {
      name: attribute.name,
      type: names.type(attribute.type),
      use: attribute.required ? "required" : null,
      default: attribute.default,
    },
    annotate(attribute.documentation),
  );
}

function annotate(documentation: string | null): Lines {
  return documentation === null
    ? []
    : layElement("annotation", {}, layText("documentation", documentation));
}
