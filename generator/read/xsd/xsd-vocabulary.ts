import { rule, type Vocabulary } from "../vocabulary.js";

const FALSE = ["false", "0"];
const BOOLEAN = ["true", "false", "0", "1"];
const ONE = ["1"];
const ANNOTATION = { "xsd:annotation": "annotation" };

/** What nsgen knows of XML Schema: all that SuiteTalk uses, and spellings of defaults that other tools write out. */
export const XSD_VOCABULARY: Vocabulary = new Map([
  [
    "schema",
    rule(
      {
        targetNamespace: null,
        // Checked where local elements depend on it.
        elementFormDefault: ["qualified", "unqualified"],
        attributeFormDefault: ["unqualified"],
        version: null,
        id: null,
      },
      {
        ...ANNOTATION,
        "xsd:import": "import",
        "xsd:element": "globalElement",
        "xsd:complexType": "complexType",
        "xsd:simpleType": "simpleType",
      },
    ),
  ],
  [
    "import",
    rule({ namespace: null, schemaLocation: null, id: null }, ANNOTATION),
  ],
  [
    "globalElement",
    rule(
      { name: null, type: null, nillable: FALSE, abstract: FALSE, id: null },
      ANNOTATION,
    ),
  ],
  [
    "complexType",
    rule(
      { name: null, abstract: BOOLEAN, mixed: FALSE, id: null },
      {
        ...ANNOTATION,
        "xsd:sequence": "sequence",
        "xsd:attribute": "attribute",
        "xsd:complexContent": "complexContent",
        "xsd:simpleContent": "simpleContent",
      },
    ),
  ],
  [
    "sequence",
    rule(
      { minOccurs: ONE, maxOccurs: ONE, id: null },
      { ...ANNOTATION, "xsd:element": "element" },
    ),
  ],
  [
    "element",
    rule(
      {
        name: null,
        type: null,
        ref: null,
        minOccurs: null,
        maxOccurs: null,
        default: null,
        nillable: FALSE,
        form: ["qualified"],
        id: null,
      },
      ANNOTATION,
    ),
  ],
  [
    "attribute",
    rule(
      {
        name: null,
        type: null,
        use: ["optional", "required"],
        default: null,
        form: ["unqualified"],
        id: null,
      },
      ANNOTATION,
    ),
  ],
  [
    "complexContent",
    rule(
      { mixed: FALSE, id: null },
      { ...ANNOTATION, "xsd:extension": "complexExtension" },
    ),
  ],
  [
    "complexExtension",
    rule(
      { base: null, id: null },
      {
        ...ANNOTATION,
        "xsd:sequence": "sequence",
        "xsd:attribute": "attribute",
      },
    ),
  ],
  [
    "simpleContent",
    rule({ id: null }, { ...ANNOTATION, "xsd:extension": "simpleExtension" }),
  ],
  [
    "simpleExtension",
    rule(
      { base: null, id: null },
      { ...ANNOTATION, "xsd:attribute": "attribute" },
    ),
  ],
  [
    "simpleType",
    rule(
      { name: null, id: null },
      { ...ANNOTATION, "xsd:restriction": "restriction" },
    ),
  ],
  [
    "restriction",
    rule(
      { base: null, id: null },
      { ...ANNOTATION, "xsd:enumeration": "enumeration" },
    ),
  ],
  ["enumeration", rule({ value: null, id: null }, ANNOTATION)],
  [
    "annotation",
    rule({ id: null }, { "xsd:documentation": null, "xsd:appinfo": null }),
  ],
]);
