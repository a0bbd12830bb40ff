import { expect, test } from "vitest";
import type { ComplexType, SimpleType } from "../../model/schema.js";
import { readSchema } from "../read-schema.js";
import { smallSet, writeFolder } from "../testing/small-set.js";

const ID = "{urn:core.platform.webservices.netsuite.com}";
const XSD = "{http://www.w3.org/2001/XMLSchema}";

/** The types that core.xsd declares besides Record; they begin at its line 3. */
async function typesOf(
  core: string,
): Promise<readonly (ComplexType | SimpleType)[]> {
  const schema = await readSchema(await writeFolder(smallSet({ core })));
  return schema.namespaces[0]?.types.slice(1) ?? [];
}

test("a complexType with all that it can have", async () => {
  const types = await typesOf(`<complexType name="T">
<annotation><documentation>What
 it <b>is</b>.</documentation></annotation>
<complexContent mixed="false"><extension base="c:Record"><sequence>
<element name="a" type="xsd:string" default="x" minOccurs="0" maxOccurs="7" nillable="false"/>
<element ref="c:g" maxOccurs="unbounded"/>
</sequence><attribute name="r" type="boolean" default="true"/><attribute name="q" type="c:E" use="required"/></extension></complexContent>
</complexType>
<simpleType name="E"><restriction base="string"><enumeration value="_a"/><enumeration value=" b "/></restriction></simpleType>
<element name="g" type="c:E"/>`);
  const at = (line: number, column: number): unknown => ({
    file: "xsd/core.xsd",
    line,
    column,
  });
  expect(types).toEqual([
    {
      kind: "complexType",
      id: `${ID}T`,
      name: "T",
      abstract: false,
      base: `${ID}Record`,
      text: null,
      elements: [
        {
          kind: "element",
          name: "a",
          ref: null,
          type: `${XSD}string`,
          minOccurs: 0,
          maxOccurs: 7,
          default: "x",
          documentation: null,
          source: at(7, 1),
        },
        {
          kind: "element",
          name: "g",
          ref: `${ID}g`,
          type: `${ID}E`,
          minOccurs: 1,
          maxOccurs: null,
          default: null,
          documentation: null,
          source: at(8, 1),
        },
      ],
      attributes: [
        {
          kind: "attribute",
          name: "r",
          type: `${XSD}boolean`,
          required: false,
          default: "true",
          documentation: null,
          source: at(9, 12),
        },
        {
          kind: "attribute",
          name: "q",
          type: `${ID}E`,
          required: true,
          default: null,
          documentation: null,
          source: at(9, 63),
        },
      ],
      documentation: "What it is.",
      source: at(3, 1),
    },
    {
      kind: "simpleType",
      id: `${ID}E`,
      name: "E",
      base: `${XSD}string`,
      values: ["_a", " b "],
      documentation: null,
      source: at(11, 1),
    },
  ]);
});

test("the text of simpleContent has a simple type", async () => {
  const [type] = await typesOf(
    '<complexType name="T"><simpleContent><extension base="string"><attribute name="algorithm" type="string" use="required"/></extension></simpleContent></complexType>',
  );
  expect(type).toMatchObject({
    base: null,
    text: `${XSD}string`,
    elements: [],
    attributes: [{ name: "algorithm", required: true }],
  });
});

test("hostile names are names like any other", async () => {
  const types = await typesOf(
    ["__proto__", "constructor", "toString"]
      .map(
        (name) =>
          `<complexType name="${name}"><sequence><element name="${name}" type="c:${name}"/></sequence></complexType>`,
      )
      .join("\n"),
  );
  expect(types.map(({ id }) => id)).toEqual([
    `${ID}__proto__`,
    `${ID}constructor`,
    `${ID}toString`,
  ]);
});

test("attributes of other namespaces, comments and appinfo are no concern", async () => {
  const types = await typesOf(
    '<!-- c --><complexType name="T" xmlns:x="urn:x" x:y="z"><annotation><appinfo><any/></appinfo></annotation></complexType>',
  );
  expect(types).toMatchObject([{ name: "T", documentation: null }]);
});
