import { describe, expect, test } from "vitest";
import { NetSuiteDecodeError } from "../errors/index.js";
import { decodeEnvelope, unknownElements } from "./index.js";
import { customer, envelope } from "./fixtures/envelopes.js";
import { smallSchema, uris } from "./fixtures/small-schema.js";

const schema = smallSchema();
const { core, lists, messages } = uris;

function decodeCustomer(content: string, attributes?: string): unknown {
  return decodeEnvelope(schema, customer(content, attributes)).body["customer"];
}

describe("a value holds what the message held", () => {
  const rows: readonly [name: string, given: string, want: object][] = [
    ["string", "<lists:entityId>Acme</lists:entityId>", { entityId: "Acme" }],
    ["empty string", "<lists:entityId/>", { entityId: "" }],
    [
      "white space in text",
      "<lists:entityId> a\n b </lists:entityId>",
      { entityId: " a\n b " },
    ],
    [
      "CDATA, comments, instructions and entities in text",
      "<lists:entityId>a<![CDATA[<&]]>b<!-- c --><?d e?>&amp;&lt;&gt;&quot;&apos;&#65;&#x1F600;</lists:entityId>",
      { entityId: "a<&b&<>\"'A😀" },
    ],
    ["boolean", "<lists:isPerson> true </lists:isPerson>", { isPerson: true }],
    ["boolean 0", "<lists:isPerson>0</lists:isPerson>", { isPerson: false }],
    ["int", "<lists:age>\n42</lists:age>", { age: 42 }],
    [
      "long",
      "<lists:serial>9007199254740991</lists:serial>",
      { serial: 9007199254740991 },
    ],
    ["double", "<lists:balance>-1.5E3</lists:balance>", { balance: -1500 }],
    ["INF", "<lists:balance>INF</lists:balance>", { balance: Infinity }],
    ["-INF", "<lists:balance>-INF</lists:balance>", { balance: -Infinity }],
    ["NaN", "<lists:balance>NaN</lists:balance>", { balance: NaN }],
    [
      "dateTime",
      "<lists:since>2017-02-20T22:00:00.000-08:00</lists:since>",
      { since: "2017-02-20T22:00:00.000-08:00" },
    ],
    [
      "base64Binary",
      "<lists:logo>AQID\n/w==</lists:logo>",
      { logo: new Uint8Array([1, 2, 3, 255]) },
    ],
    ["unknown enum value", "<lists:kind>_new</lists:kind>", { kind: "_new" }],
    ["array of one", "<lists:tag>a</lists:tag>", { tag: ["a"] }],
    [
      "any order, and rows apart",
      "<lists:tag>a</lists:tag><lists:age>1</lists:age><lists:tag>b</lists:tag>",
      { tag: ["a", "b"], age: 1 },
    ],
    [
      "xsi:nil",
      '<lists:parent xsi:nil="true"/><lists:age xsi:nil="1"></lists:age>',
      { parent: null, age: null },
    ],
    [
      "redundant xsi:type on a simple element",
      '<lists:entityId xsi:type="xsd:string" xmlns:xsd="http://www.w3.org/2001/XMLSchema">a</lists:entityId>',
      { entityId: "a" },
    ],
    [
      "concrete type without xsi:type",
      '<lists:parent internalId="1"><core:name>P</core:name></lists:parent>',
      { parent: { internalId: "1", name: "P" } },
    ],
    [
      "xsi:type of a subtype, by a prefix of its own",
      `<lists:parent xmlns:q="${core}" xsi:type="q:CustomizationRef" scriptId="s"/>`,
      { parent: { $type: "CustomizationRef", scriptId: "s" } },
    ],
    [
      "xsi:type in the default namespace",
      `<lists:parent xmlns="${core}" xsi:type="RecordRef"><name>P</name></lists:parent>`,
      { parent: { $type: "RecordRef", name: "P" } },
    ],
    [
      "abstract type",
      `<lists:customFieldList><core:customField xsi:type="core:LongCustomFieldRef" scriptId="x"><core:value>7</core:value></core:customField></lists:customFieldList>`,
      {
        customFieldList: {
          customField: [
            { $type: "LongCustomFieldRef", scriptId: "x", value: 7 },
          ],
        },
      },
    ],
  ];
  test.each(rows)("%s", (_, given, want) => {
    expect(decodeCustomer(given)).toEqual(want);
  });
});

describe("what the schema does not know is kept", () => {
  const rows: readonly [name: string, given: string, want: object][] = [
    [
      "unknown elements, in order",
      '<x:a xmlns:x="urn:x">1</x:a><b xmlns="">2</b><lists:age>3</lists:age><x:a xmlns:x="urn:x"/>',
      {
        age: 3,
        $unknown: [
          { name: "{urn:x}a", value: "1" },
          { name: "b", value: "2" },
          { name: "{urn:x}a", value: "" },
        ],
      },
    ],
    [
      "a known name in the wrong namespace",
      "<core:age>3</core:age>",
      { $unknown: [{ name: `{${core}}age`, value: "3" }] },
    ],
    [
      "attributes, texts and children of an unknown element",
      '<a xmlns="" b="1" xsi:type="core:RecordRef"> x <c> </c> </a>',
      {
        $unknown: [
          {
            name: "a",
            value: [
              { name: "@b", value: "1" },
              {
                name: "@{http://www.w3.org/2001/XMLSchema-instance}type",
                value: `{${core}}RecordRef`,
              },
              { name: "#text", value: " x " },
              { name: "c", value: " " },
              { name: "#text", value: " " },
            ],
          },
        ],
      },
    ],
    [
      "layout in an unknown element is not text",
      '<a xmlns="">\n  <b/>\n</a>',
      { $unknown: [{ name: "a", value: [{ name: "b", value: "" }] }] },
    ],
    [
      "text between elements",
      "x<lists:age>1</lists:age> y ",
      {
        age: 1,
        $unknown: [
          { name: "#text", value: "x" },
          { name: "#text", value: " y " },
        ],
      },
    ],
    [
      "a second occurrence",
      "<lists:age>1</lists:age><lists:age>2</lists:age>",
      { age: 1, $unknown: [{ name: `{${lists}}age`, value: "2" }] },
    ],
    [
      "no number",
      "<lists:age>old</lists:age><lists:age>2</lists:age>",
      {
        $unknown: [
          { name: `{${lists}}age`, value: "old" },
          { name: `{${lists}}age`, value: "2" },
        ],
      },
    ],
    [
      "no boolean",
      "<lists:isPerson>T</lists:isPerson>",
      { $unknown: [{ name: `{${lists}}isPerson`, value: "T" }] },
    ],
    [
      "no base64",
      "<lists:logo>a-b=</lists:logo>",
      { $unknown: [{ name: `{${lists}}logo`, value: "a-b=" }] },
    ],
    [
      "an attribute on a simple element",
      '<lists:entityId a="1">x</lists:entityId>',
      {
        $unknown: [
          {
            name: `{${lists}}entityId`,
            value: [
              { name: "@a", value: "1" },
              { name: "#text", value: "x" },
            ],
          },
        ],
      },
    ],
    [
      "a child in a simple element",
      "<lists:entityId>x<lists:b/>y</lists:entityId>",
      {
        $unknown: [
          {
            name: `{${lists}}entityId`,
            value: [
              { name: "#text", value: "x" },
              { name: `{${lists}}b`, value: "" },
              { name: "#text", value: "y" },
            ],
          },
        ],
      },
    ],
    [
      "an unknown xsi:type",
      '<lists:parent xsi:type="core:NewRef" internalId="1"><core:name>P</core:name></lists:parent>',
      {
        parent: {
          $type: `{${core}}NewRef`,
          $unknown: [
            { name: "@internalId", value: "1" },
            { name: `{${core}}name`, value: "P" },
          ],
        },
      },
    ],
    [
      "an xsi:type that does not extend the declared type",
      '<lists:parent xsi:type="lists:Address"/>',
      { parent: { $type: `{${lists}}Address` } },
    ],
    [
      "an abstract type without xsi:type",
      '<lists:customFieldList><core:customField scriptId="x"/></lists:customFieldList>',
      {
        customFieldList: {
          customField: [{ $unknown: [{ name: "@scriptId", value: "x" }] }],
        },
      },
    ],
    [
      "an element called __proto__",
      '<__proto__ xmlns=""><polluted>1</polluted></__proto__>',
      {
        $unknown: [
          { name: "__proto__", value: [{ name: "polluted", value: "1" }] },
        ],
      },
    ],
  ];
  test.each(rows)("%s", (_, given, want) => {
    expect(decodeCustomer(given)).toEqual(want);
  });

  test("an unknown attribute", () => {
    const attributes =
      'internalId="1" a="2" xml:lang="en" s:mustUnderstand="0"';
    expect(decodeCustomer("", attributes)).toEqual({
      internalId: "1",
      $unknown: [
        { name: "@a", value: "2" },
        { name: "@{http://www.w3.org/XML/1998/namespace}lang", value: "en" },
        {
          name: "@{http://schemas.xmlsoap.org/soap/envelope/}mustUnderstand",
          value: "0",
        },
      ],
    });
  });

  test("unknown headers, beside known ones", () => {
    const decoded = decodeEnvelope(
      schema,
      envelope(
        "<messages:addListResponse/>",
        '<messages:documentInfo><messages:nsId>N</messages:nsId></messages:documentInfo><a xmlns="">1</a>',
      ),
    );
    expect(decoded).toEqual({
      soapVersion: "1.1",
      header: {
        documentInfo: { nsId: "N" },
        $unknown: [{ name: "a", value: "1" }],
      },
      body: { addListResponse: {} },
    });
    expect(unknownElements(decoded.header ?? {})).toHaveLength(1);
    expect(unknownElements(decoded.body)).toEqual([]);
  });
});

describe("attributes of XMLSchema-instance", () => {
  const xsi = "http://www.w3.org/2001/XMLSchema-instance";
  const xsd = 'xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
  const entry = (name: string, ...value: object[]) => ({
    $unknown: [{ name: `{${lists}}${name}`, value }],
  });
  const rows: readonly [name: string, given: string, want: object][] = [
    [
      "what says nothing is dropped",
      `<lists:parent xsi:nil="false"/><lists:age xsi:nil="0" xsi:type="xsd:int" ${xsd}>1</lists:age><lists:kind xsi:type="core:RecordType">customer</lists:kind>`,
      { parent: {}, age: 1, kind: "customer" },
    ],
    [
      "an xsi:type that is not a simple element's type",
      `<lists:age xsi:type="xsd:string" ${xsd}>1</lists:age>`,
      entry(
        "age",
        {
          name: `@{${xsi}}type`,
          value: "{http://www.w3.org/2001/XMLSchema}string",
        },
        { name: "#text", value: "1" },
      ),
    ],
    [
      "xsi:nil beside a type",
      '<lists:parent xsi:nil="true" xsi:type="core:RecordRef"/>',
      entry(
        "parent",
        { name: `@{${xsi}}nil`, value: "true" },
        { name: `@{${xsi}}type`, value: `{${core}}RecordRef` },
      ),
    ],
    [
      "xsi:nil of an element with text",
      '<lists:entityId xsi:nil="true">x</lists:entityId>',
      entry(
        "entityId",
        { name: `@{${xsi}}nil`, value: "true" },
        { name: "#text", value: "x" },
      ),
    ],
    [
      "xsi:nil that is no boolean",
      '<lists:parent xsi:nil="yes"/>',
      { parent: { $unknown: [{ name: `@{${xsi}}nil`, value: "yes" }] } },
    ],
    [
      "an xsi:type that is no name",
      '<lists:parent xsi:type="core:RecordRef:x"/>',
      { parent: { $type: "core:RecordRef:x" } },
    ],
    [
      "an empty xsi:type",
      '<lists:parent xsi:type=""/>',
      { parent: { $type: "" } },
    ],
    [
      "an xsi:type with a prefix that is bound to nothing",
      '<lists:parent xsi:type="no:RecordRef"/>',
      { parent: { $type: "no:RecordRef" } },
    ],
  ];
  test.each(rows)("%s", (_, given, want) => {
    expect(decodeCustomer(given)).toEqual(want);
  });
});

test("attributes of SOAP's own elements are kept", () => {
  const given =
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" s:encodingStyle="a">' +
    `<s:Header b="1"/><s:Body c="2"><addResponse xmlns="${messages}"/></s:Body></s:Envelope>`;
  expect(decodeEnvelope(schema, given)).toEqual({
    soapVersion: "1.1",
    header: { $unknown: [{ name: "@b", value: "1" }] },
    body: { addResponse: {}, $unknown: [{ name: "@c", value: "2" }] },
    $unknown: [
      {
        name: "@{http://schemas.xmlsoap.org/soap/envelope/}encodingStyle",
        value: "a",
      },
    ],
  });
});

test("a schema's own __proto__ and constructor are properties like any other", () => {
  const decoded = decodeEnvelope(
    schema,
    envelope(
      '<core:record xsi:type="lists:Odd" type="a"><lists:__proto__>p</lists:__proto__><lists:constructor>c</lists:constructor></core:record>',
    ),
  );
  // A global element is an object, as every complexType.
  const odd = decoded.body["record"] as object;
  expect(Object.entries(odd)).toEqual([
    ["$type", "Odd"],
    ["type", "a"],
    ["__proto__", "p"],
    ["constructor", "c"],
  ]);
  expect(Object.getPrototypeOf(odd)).toBe(Object.prototype);
});

test("--long bigint gives every long as a bigint", () => {
  const given = customer(
    "<lists:serial>9223372036854775807</lists:serial><lists:age>1</lists:age>",
  );
  expect(decodeEnvelope(smallSchema("bigint"), given).body).toEqual({
    customer: { serial: 9223372036854775807n, age: 1 },
  });
});

describe("faults", () => {
  const detail = `<f:unexpectedErrorFault xmlns:f="${messages}"><f:code>UNEXPECTED_ERROR</f:code><f:message>m</f:message></f:unexpectedErrorFault><ns1:hostname xmlns:ns1="http://xml.apache.org/axis/">h</ns1:hostname>`;
  const decodedDetail = {
    unexpectedErrorFault: { code: "UNEXPECTED_ERROR", message: "m" },
    $unknown: [{ name: "{http://xml.apache.org/axis/}hostname", value: "h" }],
  };

  test("SOAP 1.1", () => {
    const given = envelope(
      `<s:Fault><faultcode>s:Server.userException</faultcode><faultstring>m</faultstring><detail>${detail}</detail></s:Fault>`,
    );
    expect(decodeEnvelope(schema, given).body).toEqual({
      Fault: {
        faultcode: "s:Server.userException",
        faultstring: "m",
        detail: decodedDetail,
      },
    });
  });

  test("SOAP 1.1 in a language", () => {
    const given = envelope(
      '<s:Fault><faultstring xml:lang="en">m</faultstring></s:Fault>',
    );
    expect(decodeEnvelope(schema, given).body).toEqual({
      Fault: {
        faultstring: "m",
        $unknown: [
          {
            name: "faultstring/@{http://www.w3.org/XML/1998/namespace}lang",
            value: "en",
          },
        ],
      },
    });
  });

  test("SOAP 1.2, in the same terms", () => {
    const soap = "http://www.w3.org/2003/05/soap-envelope";
    const given = `<e:Envelope xmlns:e="${soap}"><e:Body><e:Fault><e:Code><e:Value>e:Receiver</e:Value><e:Subcode><e:Value>x</e:Value></e:Subcode></e:Code><e:Reason><e:Text xml:lang="en">m</e:Text><e:Text xml:lang="de">n</e:Text></e:Reason><e:Role>r</e:Role><e:Detail>${detail}</e:Detail></e:Fault></e:Body></e:Envelope>`;
    expect(decodeEnvelope(schema, given)).toEqual({
      soapVersion: "1.2",
      body: {
        Fault: {
          faultcode: "e:Receiver",
          faultstring: "m",
          faultactor: "r",
          detail: decodedDetail,
          $unknown: [
            {
              name: `{${soap}}Subcode`,
              value: [{ name: `{${soap}}Value`, value: "x" }],
            },
            {
              name: `{${soap}}Text`,
              value: [
                {
                  name: "@{http://www.w3.org/XML/1998/namespace}lang",
                  value: "de",
                },
                { name: "#text", value: "n" },
              ],
            },
          ],
        },
      },
    });
  });
});

describe("what is no message is an error", () => {
  const rows: readonly [name: string, given: string, want: string][] = [
    [
      "nothing",
      " \n",
      "The message is empty, where a SOAP envelope was expected.",
    ],
    [
      "text",
      "Service Unavailable",
      "The message is not XML: there is text outside of the root element (line 1, column 1).",
    ],
    [
      "an HTML page",
      "<html><body><br></body></html>",
      "The message is an HTML page, not a SOAP envelope: the host is not a SuiteTalk endpoint, is being maintained, or a proxy answered in its place (line 1, column 6).",
    ],
    [
      "an HTML page with a DOCTYPE",
      "\n<!DOCTYPE html><html></html>",
      "The message is an HTML page, not a SOAP envelope: the host is not a SuiteTalk endpoint, is being maintained, or a proxy answered in its place (line 2, column 1).",
    ],
    [
      "a DOCTYPE",
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      "The message has a DOCTYPE, which SOAP forbids (line 1, column 1).",
    ],
    [
      "another document",
      '<a xmlns="urn:x"/>',
      "The message is not a SOAP envelope: its root is a in the namespace urn:x (line 1, column 18).",
    ],
    [
      "an undefined entity",
      customer("<lists:entityId>&nbsp;</lists:entityId>"),
      "The XML is malformed: &nbsp; is neither one of XML's five entities nor a character (line 2, column 34).",
    ],
    [
      "a tag that does not match",
      customer("<lists:entityId></lists:age>"),
      "The XML is malformed: the tag <lists:entityId> is not closed by </lists:entityId> (line 2, column 42).",
    ],
    [
      "an end in the middle",
      customer("").slice(0, -20),
      "The XML ends in the middle: the message was truncated (line 2, column 36).",
    ],
    [
      "an empty Body",
      envelope(""),
      "The SOAP Body is empty (line 2, column 22).",
    ],
    [
      "a Body that has attributes only",
      envelope("").replace("<s:Body>", '<s:Body a="1">'),
      "The SOAP Body is empty (line 2, column 22).",
    ],
    [
      "half a character",
      customer("<lists:entityId>\ud83d</lists:entityId>"),
      "The message has half a surrogate pair at line 2, column 34, which is no character: it was cut, or its bytes were read in another charset than theirs.",
    ],
    [
      "a long that a number would round",
      envelope(
        '<messages:addList><messages:record/><messages:record xsi:type="lists:Customer"><lists:internalNumber>1</lists:internalNumber><lists:internalNumber>9007199254740993</lists:internalNumber></messages:record></messages:addList>',
      ),
      "addList.record[1].internalNumber[1]: An integer beyond 2^53 does not fit a JavaScript number: generate the package with --long bigint (line 2, column 186).",
    ],
    [
      "an element of another endpoint version",
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><addResponse xmlns="urn:messages_2013_2.platform.webservices.netsuite.com"/></s:Body></s:Envelope>',
      "The message is of endpoint version 2013_2, this package of 2022_1: use a package generated for 2013_2, or call the endpoint of 2022_1. The namespace is urn:messages_2013_2.platform.webservices.netsuite.com (line 1, column 148).",
    ],
    [
      "an xsi:type of another endpoint version",
      customer(
        '<lists:parent xmlns:q="urn:core_2013_2.platform.webservices.netsuite.com" xsi:type="q:RecordRef"/>',
      ),
      "customer: The message is of endpoint version 2013_2, this package of 2022_1: use a package generated for 2013_2, or call the endpoint of 2022_1. The namespace is urn:core_2013_2.platform.webservices.netsuite.com (line 2, column 115).",
    ],
    [
      "nesting without end",
      customer("<a>".repeat(2000)),
      "The message nests deeper than 1000 elements (line 2, column 3011).",
    ],
  ];
  test.each(rows)("%s", (_, given, want) => {
    const error = decodingError(given);
    expect(error.message.replace(/^customer(?:\.a)+: /, "")).toBe(want);
    expect(error.line).toBeGreaterThan(0);
    expect(error.column).toBeGreaterThan(0);
  });

  test("with its path", () => {
    const given = customer("<lists:serial>9007199254740993</lists:serial>");
    expect(decodingError(given).path).toBe("customer.serial");
  });
});

test("a text of any length is read", () => {
  const text = "0123456789abcdef".repeat(200_000);
  expect(
    decodeCustomer(`<lists:entityId>${text}</lists:entityId>`),
  ).toStrictEqual({ entityId: text });
});

function decodingError(given: string): NetSuiteDecodeError {
  try {
    decodeEnvelope(schema, given);
  } catch (error) {
    if (error instanceof NetSuiteDecodeError) return error;
    throw error;
  }
  throw new Error("It was decoded.");
}
