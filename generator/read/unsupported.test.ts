import { expect, test } from "vitest";
import { InputError } from "./problems.js";
import { readSchema } from "./read-schema.js";
import { smallSet, writeFolder, type FileSet } from "./testing/small-set.js";

const REPORT = "Please report it with this file's name and version.";

async function problemsOf(files: FileSet): Promise<readonly string[]> {
  const error: unknown = await readSchema(await writeFolder(files)).catch(
    (each: unknown) => each,
  );
  if (!(error instanceof InputError))
    throw new Error(`no error: ${String(error)}`);
  return error.problems.map(({ what, source }) =>
    source ? `${source.file}:${source.line}: ${what}` : what,
  );
}

const complexType = (content: string): string =>
  `<complexType name="T">${content}</complexType>`;
const element = (attributes: string): string =>
  complexType(`<sequence><element ${attributes}/></sequence>`);

/** Declarations in core.xsd, which begin at its line 3, and what is said of them. */
const inXsd: readonly (readonly [declaration: string, want: string])[] = [
  ["<include/>", "nsgen does not know xsd:include in xsd:schema"],
  ["<redefine/>", "nsgen does not know xsd:redefine in xsd:schema"],
  ['<group name="g"/>', "nsgen does not know xsd:group in xsd:schema"],
  [
    '<attributeGroup name="g"/>',
    "nsgen does not know xsd:attributeGroup in xsd:schema",
  ],
  [
    '<attribute name="a" type="string"/>',
    "nsgen does not know xsd:attribute in xsd:schema",
  ],
  ['<x xmlns=""/>', "nsgen does not know x in xsd:schema"],
  ["<constructor/>", "nsgen does not know xsd:constructor in xsd:schema"],
  [
    complexType("<choice/>"),
    "nsgen does not know xsd:choice in xsd:complexType",
  ],
  [complexType("<all/>"), "nsgen does not know xsd:all in xsd:complexType"],
  [
    complexType('<group ref="c:g"/>'),
    "nsgen does not know xsd:group in xsd:complexType",
  ],
  [
    complexType("<anyAttribute/>"),
    "nsgen does not know xsd:anyAttribute in xsd:complexType",
  ],
  [
    complexType("<sequence><any/></sequence>"),
    "nsgen does not know xsd:any in xsd:sequence",
  ],
  [
    complexType("<sequence><choice/></sequence>"),
    "nsgen does not know xsd:choice in xsd:sequence",
  ],
  [
    complexType("<sequence><sequence/></sequence>"),
    "nsgen does not know xsd:sequence in xsd:sequence",
  ],
  [
    complexType("<sequence/><sequence/>"),
    "nsgen does not know xsd:sequence after xsd:sequence",
  ],
  [
    complexType('<sequence maxOccurs="2"/>'),
    'nsgen does not know maxOccurs="2" on xsd:sequence',
  ],
  [
    '<complexType name="T" mixed="true"/>',
    'nsgen does not know mixed="true" on xsd:complexType',
  ],
  [complexType("text"), "xsd:complexType holds text"],
  [
    element('name="e" type="string" nillable="true"'),
    'nsgen does not know nillable="true" on xsd:element',
  ],
  [
    element('name="e" type="string" form="unqualified"'),
    'nsgen does not know form="unqualified" on xsd:element',
  ],
  [
    element('name="e" type="string" fixed="x"'),
    'nsgen does not know fixed="x" on xsd:element',
  ],
  [
    element('name="e" type="string" __proto__="x"'),
    'nsgen does not know __proto__="x" on xsd:element',
  ],
  [
    element('name="e" type="string" maxOccurs="0"'),
    'nsgen does not know maxOccurs="0" with minOccurs="1"',
  ],
  [
    element('name="e" type="string" minOccurs="-1"'),
    'minOccurs="-1" is not a number of occurrences',
  ],
  [element('name="e"'), "xsd:element has no type"],
  [element('name="a b" type="string"'), 'name="a b" is not a name of XML'],
  [
    element('name="e" type="decimal"'),
    "nsgen does not know the type decimal of XML Schema",
  ],
  [
    element('name="e" type="anyType"'),
    "nsgen does not know the type anyType of XML Schema",
  ],
  [
    element('name="e" type="c:Gone"'),
    'type="c:Gone" is not declared: there is no Gone in namespace urn:core_2022_1.platform.webservices.netsuite.com',
  ],
  [
    element('name="e" type="q:Gone"'),
    'type="q:Gone" has a prefix that is bound to no namespace',
  ],
  [
    element('ref="c:gone"'),
    'ref="c:gone" is not declared: there is no gone in namespace urn:core_2022_1.platform.webservices.netsuite.com',
  ],
  [
    complexType(
      '<sequence><element name="e"><complexType/></element></sequence>',
    ).replace('name="e"', 'name="e" type="string"'),
    "nsgen does not know xsd:complexType in xsd:element",
  ],
  [
    '<element name="g" type="string" substitutionGroup="c:h"/>',
    'nsgen does not know substitutionGroup="c:h" on xsd:element',
  ],
  [
    complexType('<attribute name="a" type="c:Record"/>'),
    'type="c:Record" of an attribute is a complexType',
  ],
  [
    complexType('<attribute name="a" type="string" use="prohibited"/>'),
    'nsgen does not know use="prohibited" on xsd:attribute',
  ],
  [
    complexType('<attribute name="a" type="string" fixed="x"/>'),
    'nsgen does not know fixed="x" on xsd:attribute',
  ],
  [
    complexType(
      '<complexContent><restriction base="c:Record"/></complexContent>',
    ),
    "nsgen does not know xsd:restriction in xsd:complexContent",
  ],
  [
    complexType('<complexContent><extension base="string"/></complexContent>'),
    "nsgen does not know an xsd:extension of string here: it is not a complexType",
  ],
  [
    complexType('<simpleContent><extension base="c:Record"/></simpleContent>'),
    "nsgen does not know an xsd:extension of c:Record here: it is not a simpleType",
  ],
  [
    complexType(
      '<sequence><element name="e" type="string"/></sequence><attribute name="e" type="string"/>',
    ),
    "T has attribute e twice",
  ],
  [
    '<simpleType name="S"><list itemType="string"/></simpleType>',
    "xsd:simpleType S has no xsd:restriction",
  ],
  [
    '<simpleType name="S"><restriction base="string"><pattern value="a"/></restriction></simpleType>',
    "nsgen does not know xsd:pattern in xsd:restriction",
  ],
  [
    '<simpleType name="Record"><restriction base="string"/></simpleType>',
    "Record is declared twice, first at xsd/core.xsd:2",
  ],
];

test.each(inXsd)("%s", async (declaration, want) => {
  const found = await problemsOf(smallSet({ core: declaration }));
  expect(found).toContain(`xsd/core.xsd:3: ${want}`);
});

test("a circle of extensions is reported once", async () => {
  const extend = (name: string, base: string): string =>
    `<complexType name="${name}"><complexContent><extension base="c:${base}"/></complexContent></complexType>`;
  expect(
    await problemsOf(
      smallSet({
        core: extend("A", "B") + extend("B", "C") + extend("C", "B"),
      }),
    ),
  ).toEqual([
    "xsd/core.xsd:3: complexTypes extend each other in a circle: B, C",
  ]);
});

test("local elements must be qualified, attributes must not", async () => {
  const core = element('name="e" type="string"');
  expect(await problemsOf(smallSet({ core, coreAttributes: "" }))).toEqual([
    'xsd/core.xsd:3: nsgen does not know local elements without elementFormDefault="qualified" on xsd:schema',
  ]);
  expect(
    await problemsOf(
      smallSet({
        core,
        coreAttributes:
          'elementFormDefault="qualified" attributeFormDefault="qualified"',
      }),
    ),
  ).toEqual([
    'xsd/core.xsd:1: nsgen does not know attributeFormDefault="qualified" on xsd:schema',
  ]);
});

const inWsdl: readonly (readonly [from: string, to: string, want: string])[] = [
  [
    'style="document"',
    'style="rpc"',
    'netsuite.wsdl:23: nsgen does not know style="rpc" on soap:binding',
  ],
  [
    '<soap:body use="literal"/></input>',
    '<soap:body use="encoded"/></input>',
    'netsuite.wsdl:26: nsgen does not know use="encoded" on soap:body',
  ],
  [
    "http://schemas.xmlsoap.org/wsdl/soap/",
    "http://schemas.xmlsoap.org/wsdl/soap12/",
    "netsuite.wsdl:23: nsgen does not know soap12:binding in wsdl:binding",
  ],
  [
    'part name="parameters" element="m:get"',
    'part name="parameters" type="m:Request"',
    'netsuite.wsdl:12: nsgen does not know type="m:Request" on wsdl:part',
  ],
  [
    'element="m:get"',
    'element="m:gone"',
    'netsuite.wsdl:12: element="m:gone" is not declared: there is no gone in namespace urn:messages_2022_1.platform.webservices.netsuite.com',
  ],
  [
    'part name="parameters" element="m:get"',
    'part name="parameters" element="c:text" xmlns:c="urn:core_2022_1.platform.webservices.netsuite.com"',
    'netsuite.wsdl:12: element="c:text" is of a simple type: nsgen knows messages of complexTypes',
  ],
  [
    'message="tns:getRequest"',
    'message="tns:gone"',
    'netsuite.wsdl:17: message="tns:gone" is not declared in this WSDL',
  ],
  [
    'part="preferences"',
    'part="gone"',
    'netsuite.wsdl:26: part="gone" is not a part of message headers',
  ],
  [
    'binding="tns:NetSuiteBinding"',
    'binding="tns:Gone"',
    'netsuite.wsdl:31: binding="tns:Gone" is not declared in this WSDL',
  ],
  [
    '<operation name="get">\n<soap',
    '<operation name="got">\n<soap',
    "netsuite.wsdl:24: operation got is bound, but not in the portType",
  ],
  [
    "<types>",
    '<import namespace="x" location="y"/><types>',
    "netsuite.wsdl:5: nsgen does not know wsdl:import in wsdl:definitions",
  ],
];

test.each(inWsdl)("%s → %s", async (from, to, want) => {
  const files = smallSet({
    core: '<element name="text" type="xsd:string"/>',
    wsdl: (text) => text.replace(from, to),
  });
  expect(await problemsOf(files)).toContain(want);
});

test("all problems are reported together, with excerpt and remedy, by position", async () => {
  const files = smallSet({
    core: `${complexType("<choice/>")}\n${element('name="e" type="decimal"').replace('"T"', '"U"')}`,
    wsdl: (text) =>
      text
        .replace("xsd/messages.xsd", "xsd/gone.xsd")
        .replace("messages_2022_1", "elsewhere_2022_1")
        .replace(/messages_2022_1/g, "elsewhere_2022_1"),
  });
  const folder = await writeFolder(files);
  const error: unknown = await readSchema(folder).catch(
    (each: unknown) => each,
  );
  expect(error).toHaveProperty(
    "message",
    `netsuite.wsdl:8:1: no file in ${folder} declares namespace urn:elsewhere_2022_1.platform.webservices.netsuite.com
    <xsd:import namespace="urn:elsewhere_2022_1.platform.webservices.netsuite.com" schemaLocation="xsd/gone.xsd"/>
  Add gone.xsd to the files beside the WSDL: nsgen never downloads for a local source.
xsd/core.xsd:3:23: nsgen does not know xsd:choice in xsd:complexType
    <complexType name="T"><choice/></complexType>
  ${REPORT}
xsd/core.xsd:4:33: nsgen does not know the type decimal of XML Schema
    <complexType name="U"><sequence><element name="e" type="decimal"/></sequence></complexType>
  ${REPORT}`,
  );
});

test("what is wrong with an element comes before what is wrong inside it", async () => {
  const core =
    '<complexType name="T" mixed="true"><choice/> text </complexType>';
  expect(await problemsOf(smallSet({ core }))).toEqual([
    'xsd/core.xsd:3: nsgen does not know mixed="true" on xsd:complexType',
    "xsd/core.xsd:3: xsd:complexType holds text",
    "xsd/core.xsd:3: nsgen does not know xsd:choice in xsd:complexType",
  ]);
});

test("after 50 problems the rest is counted", async () => {
  const core = Array.from({ length: 60 }, (_, at) =>
    complexType("<all/>").replace('"T"', `"T${at}"`),
  ).join("\n");
  const error: unknown = await readSchema(
    await writeFolder(smallSet({ core })),
  ).catch((each: unknown) => each);
  if (!(error instanceof InputError)) throw new Error("no error");
  expect(error.problems).toHaveLength(60);
  expect(error.message.split("\n").at(-1)).toBe("and 10 more problems");
});
