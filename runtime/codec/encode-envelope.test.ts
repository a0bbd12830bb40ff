import { describe, expect, test, vi } from "vitest";
import { NetSuiteEncodeError } from "../errors/index.js";
import { decodeEnvelope, encodeEnvelope, type Envelope } from "./index.js";
import { customer as customerXml, envelope } from "./fixtures/envelopes.js";
import { smallSchema, uris } from "./fixtures/small-schema.js";

const schema = smallSchema();

function add(record: object): Envelope {
  return { body: { add: { record: { $type: "Customer", ...record } } } };
}

/** The content of the record that is written for `add`. */
function recordOf(record: object): string {
  const text = encodeEnvelope(schema, add(record));
  return text.replace(/^.*<messages:record[^>]*>|<\/messages:record>.*$/g, "");
}

test("the whole envelope", () => {
  const given = {
    header: {
      tokenPassport: {
        signature: { $value: "a=", algorithm: "HMAC-SHA256" },
        account: "1234567_SB1",
      },
    },
    body: {
      add: {
        record: {
          parent: { type: "customer", internalId: "2" },
          entityId: "Acme",
          internalId: "1",
          $type: "Customer",
        },
      },
    },
  };
  expect(encodeEnvelope(schema, given)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>' +
      '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"' +
      ` xmlns:core="${uris.core}" xmlns:lists="${uris.lists}" xmlns:messages="${uris.messages}"` +
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      "<soapenv:Header><messages:tokenPassport><core:account>1234567_SB1</core:account>" +
      '<core:signature algorithm="HMAC-SHA256">a=</core:signature></messages:tokenPassport></soapenv:Header>' +
      '<soapenv:Body><messages:add><messages:record xsi:type="lists:Customer" internalId="1">' +
      '<lists:entityId>Acme</lists:entityId><lists:parent type="customer" internalId="2"></lists:parent>' +
      "</messages:record></messages:add></soapenv:Body></soapenv:Envelope>",
  );
});

test("xsi is declared only where it is used, and a namespace too", () => {
  expect(
    encodeEnvelope(schema, { body: { addResponse: {} }, soapVersion: "1.2" }),
  ).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>' +
      '<soapenv:Envelope xmlns:soapenv="http://www.w3.org/2003/05/soap-envelope"' +
      ` xmlns:messages="${uris.messages}"><soapenv:Body><messages:addResponse></messages:addResponse>` +
      "</soapenv:Body></soapenv:Envelope>",
  );
});

describe("values", () => {
  const rows: readonly [name: string, given: object, want: string][] = [
    [
      "text is escaped",
      { entityId: "a&b<c>d\r\n\t\"'😀" },
      "<lists:entityId>a&amp;b&lt;c&gt;d&#13;\n\t\"'😀</lists:entityId>",
    ],
    ["boolean", { isPerson: false }, "<lists:isPerson>false</lists:isPerson>"],
    ["int", { age: -2147483648 }, "<lists:age>-2147483648</lists:age>"],
    [
      "long as a bigint",
      { serial: -9223372036854775808n },
      "<lists:serial>-9223372036854775808</lists:serial>",
    ],
    ["INF", { balance: -Infinity }, "<lists:balance>-INF</lists:balance>"],
    ["double", { balance: 1e21 }, "<lists:balance>1e+21</lists:balance>"],
    [
      "bytes are encoded once",
      { logo: new Uint8Array([1, 2, 3, 255]).subarray(1) },
      "<lists:logo>AgP/</lists:logo>",
    ],
    [
      "dateTime without offset",
      { since: "2024-02-29T00:00:00" },
      "<lists:since>2024-02-29T00:00:00</lists:since>",
    ],
    [
      "declared order, undefined left out",
      { tag: ["b", "a"], age: undefined, entityId: "x" },
      "<lists:entityId>x</lists:entityId><lists:tag>b</lists:tag><lists:tag>a</lists:tag>",
    ],
    [
      "xsi:type of a subtype only",
      { parent: { $type: "CustomizationRef", scriptId: "s" } },
      '<lists:parent xsi:type="core:CustomizationRef" scriptId="s"></lists:parent>',
    ],
    [
      "no xsi:type of the declared type",
      { parent: { $type: "RecordRef" } },
      "<lists:parent></lists:parent>",
    ],
    [
      "null clears: nullFieldList first, in its own namespace",
      { entityId: "x", parent: null, age: null },
      "<core:nullFieldList><core:name>parent</core:name><core:name>age</core:name></core:nullFieldList><lists:entityId>x</lists:entityId>",
    ],
    [
      "null is merged with the caller's nullFieldList",
      { age: null, nullFieldList: { name: ["custom", "age"] }, parent: null },
      "<core:nullFieldList><core:name>custom</core:name><core:name>age</core:name><core:name>parent</core:name></core:nullFieldList>",
    ],
    [
      "own properties only",
      Object.assign(Object.create({ age: 1 }) as object, { entityId: "x" }),
      "<lists:entityId>x</lists:entityId>",
    ],
  ];
  test.each(rows)("%s", (_, given, want) => {
    expect(recordOf(given)).toBe(want);
  });

  test("an attribute is escaped", () => {
    const text = encodeEnvelope(schema, add({ internalId: 'a"<\t\n\r&' }));
    expect(text).toContain('internalId="a&quot;&lt;&#9;&#10;&#13;&amp;">');
  });

  test("names of Object", () => {
    const given = {
      ...(JSON.parse('{"__proto__": "p"}') as object),
      $type: "Odd",
      type: "a",
      constructor: "c",
    };
    expect(encodeEnvelope(schema, add(given))).toContain(
      '<messages:record xsi:type="lists:Odd" type="a"><lists:__proto__>p</lists:__proto__><lists:constructor>c</lists:constructor></messages:record>',
    );
    expect(encodeEnvelope(schema, add({ $type: "Odd" }))).toContain(
      '<messages:record xsi:type="lists:Odd"></messages:record>',
    );
  });
});

describe("what an operation does not take is an error", () => {
  const rows: readonly [name: string, given: object, want: string][] = [
    [
      "misspelt property",
      { addressbookList: { addressbok: [] } },
      "add.record.addressbookList.addressbok: is no property of AddressbookList; did you mean addressbook?",
    ],
    [
      "property that is like none",
      { somethingElse: 1 },
      "add.record.somethingElse: is no property of Customer",
    ],
    [
      "__proto__",
      JSON.parse('{"__proto__": {"age": 1}}') as object,
      "add.record.__proto__: is no property of Customer",
    ],
    [
      "constructor",
      { constructor: "x" },
      "add.record.constructor: is no property of Customer",
    ],
    [
      "missing attribute and element",
      { customFieldList: { customField: [{ $type: "LongCustomFieldRef" }] } },
      "add.record.customFieldList.customField[0].value: is required by LongCustomFieldRef",
    ],
    [
      "one for a list",
      { tag: "a" },
      "add.record.tag: expects an array: write [ ... ]",
    ],
    [
      "a list for one",
      { entityId: ["a"] },
      "add.record.entityId: takes one value, not an array",
    ],
    [
      "too many",
      { addressbookList: { addressbook: [{}, {}, {}] } },
      "add.record.addressbookList.addressbook: takes at most 2 in its array, found 3",
    ],
    [
      "too few",
      { customFieldList: { customField: [] } },
      "add.record.customFieldList.customField: needs at least 1 in its array, found 0",
    ],
    [
      "number for a string",
      { entityId: 5 },
      "add.record.entityId: expects a string, found a number",
    ],
    [
      "string for a number",
      { age: "5" },
      "add.record.age: expects a whole number from -2147483648 to 2147483647, found a string",
    ],
    [
      "string for an object",
      { parent: "5" },
      "add.record.parent: expects an object, a RecordRef, found a string",
    ],
    [
      "enum value",
      { kind: "salesorder" },
      'add.record.kind: "salesorder" is no value of RecordType; did you mean "salesOrder"?',
    ],
    [
      "enum value like none",
      { kind: "xyzzyxyzzy" },
      'add.record.kind: "xyzzyxyzzy" is no value of RecordType: it is one of "customer", "salesOrder", "inventoryItem"',
    ],
    [
      "int range",
      { age: 2147483648 },
      "add.record.age: expects a whole number from -2147483648 to 2147483647, found 2147483648",
    ],
    [
      "unsafe long",
      { serial: 2 ** 53 },
      "add.record.serial: expects a whole number up to 2^53, or a bigint of 64 bits, found 9007199254740992",
    ],
    [
      "bigint beyond 64 bits",
      { serial: 2n ** 63n },
      "add.record.serial: expects a whole number up to 2^53, or a bigint of 64 bits, found 9223372036854775808n",
    ],
    [
      "day that is not",
      { since: "2023-02-29T00:00:00Z" },
      'add.record.since: expects a string such as 2025-03-31T09:30:00.000-07:00, found "2023-02-29T00:00:00Z", which is no dateTime',
    ],
    [
      "Date",
      { since: new Date(0) },
      "add.record.since: expects a string such as 2025-03-31T09:30:00.000-07:00, found a Date: write its ISO string, toISOString()",
    ],
    [
      "base64 text for bytes",
      { logo: "AQID" },
      "add.record.logo: expects a Uint8Array: its bytes, not base64 text, found a string",
    ],
    [
      "control character",
      { entityId: "a\u0008" },
      "add.record.entityId: holds the character U+0008, which XML cannot carry",
    ],
    [
      "lone surrogate",
      { internalId: "a\ud83d" },
      "add.record.internalId: holds the character U+D83D, which XML cannot carry",
    ],
    [
      "U+FFFE",
      { entityId: "\ufffe" },
      "add.record.entityId: holds the character U+FFFE, which XML cannot carry",
    ],
    [
      "$type missing where the declared type is abstract",
      { $type: undefined },
      'add.record: needs a $type, since NetSuiteRecord is abstract: it is one of "Customer", "Odd"',
    ],
    [
      "$type unknown",
      { $type: "Custmer" },
      'add.record: $type "Custmer" is no type of this schema: it is one of "Customer", "Odd"',
    ],
    [
      "an element of a base misspelt",
      { nulFieldList: {} },
      "add.record.nulFieldList: is no property of Customer; did you mean nullFieldList?",
    ],
    [
      "an attribute misspelt",
      { parent: { internlId: "1" } },
      "add.record.parent.internlId: is no property of RecordRef; did you mean internalId?",
    ],
    [
      "what comes after an object that is right",
      { parent: { internalId: "1" }, age: "1" },
      "add.record.age: expects a whole number from -2147483648 to 2147483647, found a string",
    ],
    [
      "$type that is no text",
      { $type: "\ud800" },
      'add.record: $type "\\ud800" is no type of this schema: it is one of "Odd", "Customer"',
    ],
    [
      "$type abstract",
      { $type: "NetSuiteRecord" },
      'add.record: $type "NetSuiteRecord" is abstract: it is one of "Customer", "Odd"',
    ],
    [
      "$type of something else",
      { parent: { $type: "Address" } },
      'add.record.parent: $type "Address" is no RecordRef: it is one of "RecordRef", "CustomizationRef"',
    ],
    [
      "$unknown",
      { $unknown: [] },
      "add.record.$unknown: cannot be sent: withoutUnknown() gives a copy that has none",
    ],
    [
      "null on a row",
      { addressbookList: { addressbook: [{ label: null }] } },
      "add.record.addressbookList.addressbook[0].label: cannot be null: null clears a field of a record, and nothing else. Leave it out",
    ],
    [
      "null on an attribute",
      { internalId: null },
      "add.record.internalId: cannot be null: null clears a field of a record, and nothing else. Leave it out",
    ],
    [
      "null on nullFieldList",
      { nullFieldList: null, age: null },
      "add.record.nullFieldList: cannot be null: null clears a field of a record, and nothing else. Leave it out",
    ],
    [
      "a Map for an object",
      { parent: new Map([["internalId", "1"]]) },
      "add.record.parent: expects an object, a RecordRef, found a Map",
    ],
    [
      "a Promise for an object",
      { parent: Promise.resolve({}) },
      "add.record.parent: expects an object, a RecordRef, found a Promise",
    ],
    [
      "a hole in an array",
      { tag: new Array(1) },
      "add.record.tag[0]: expects a string, found undefined",
    ],
    [
      "undefined in an array",
      { tag: ["a", undefined] },
      "add.record.tag[1]: expects a string, found undefined",
    ],
  ];
  test.each(rows)("%s", (_, given, want) => {
    const error = encodingError(add(given));
    expect(error.message).toBe(want);
    expect(error.path).toBe(want.slice(0, want.indexOf(": ")));
  });

  test("several at once", () => {
    const error = encodingError(add({ age: "1", tagg: [], entityId: 1 }));
    expect(error.message).toBe(
      [
        "3 problems:",
        "- add.record.tagg: is no property of Customer; did you mean tag?",
        "- add.record.entityId: expects a string, found a number",
        "- add.record.age: expects a whole number from -2147483648 to 2147483647, found a string",
      ].join("\n"),
    );
    expect(error.path).toBe("add.record.tagg");
  });

  test("ten are enough", () => {
    const tag = Array.from({ length: 1000 }, () => 1);
    const { message } = encodingError(add({ tag }));
    expect(message.split("\n")).toHaveLength(11);
    expect(message).toMatch(/^10 or more problems:\n/);
  });

  test("an object that holds itself", () => {
    const record: Record<string, unknown> = { $type: "Odd" };
    record["friend"] = record;
    expect(encodingError({ body: { add: { record } } }).message).toBe(
      "add.record.friend: refers to an object that holds it",
    );
  });

  test("headers beside it", () => {
    const { body } = add({});
    const header = { preferences: { warningAsErrors: true } };
    expect(encodingError({ header, body }).message).toBe(
      "header.preferences.warningAsErrors: is no property of Preferences; did you mean warningAsError?",
    );
    expect(encodingError({ header: { preference: {} }, body }).message).toBe(
      "header.preference: is no element that an operation takes here; did you mean preferences?",
    );
    expect(encodingError({ header: { documentInfo: {} }, body }).message).toBe(
      "header.documentInfo: is no element that an operation takes here",
    );
  });

  test("a body that no operation takes", () => {
    expect(encodingError({ body: { ad: {} } }).message).toBe(
      "ad: is no element that the schema declares; did you mean add?",
    );
    expect(encodingError({ body: {} }).message).toBe(
      "The envelope's body has no element",
    );
    // @ts-expect-error -- what an application without types may give
    expect(encodingError({}).message).toBe(
      "The envelope's body expects an object, found undefined",
    );
    const two = { add: { record: { $type: "Customer" } }, addList: {} };
    expect(encodingError({ body: two }).message).toMatch(
      /The envelope's body has 2 elements, add, addList: a request has one/,
    );
  });

  test("secrets are not told", () => {
    const header = {
      tokenPassport: { account: "a", signature: "TOP-SECRET\u0001" },
    };
    const { message } = encodingError({ header, body: add({}).body });
    expect(message).toBe(
      "header.tokenPassport.signature: expects an object, a Signature, found a string",
    );
  });
});

describe("what was decoded is written as it came", () => {
  const rows: readonly [name: string, given: string][] = [
    [
      "unknown elements, attributes and texts",
      customerXml(
        'x<lists:age>1</lists:age><x:a xmlns:x="urn:x" b="&#9;" x:c="&lt;" xml:lang="en" xsi:type="core:RecordRef"> t <d xmlns=""/>&amp;</x:a>',
        'e="1"',
      ),
    ],
    [
      "unknown and foreign types",
      customerXml(
        '<lists:parent xsi:type="x:T" xmlns:x="urn:x" i="1"><core:name/></lists:parent><lists:addressbookList xsi:type="nowhere:T"/>',
      ),
    ],
    ["null", customerXml('<lists:parent xsi:nil="true"/>')],
    [
      "redundant xsi:type",
      customerXml('<lists:parent xsi:type="core:RecordRef"/>'),
    ],
    [
      "what does not fit",
      customerXml(
        "<lists:age>old</lists:age><lists:tag>a</lists:tag><lists:tag><lists:b/></lists:tag><lists:tag>c</lists:tag>",
      ),
    ],
    [
      "xsi:types that are none",
      customerXml(
        '<lists:parent xsi:type="" i="1"/><lists:addressbookList xsi:type="a:b:c"/>',
      ),
    ],
    [
      "attributes of SOAP's own elements",
      envelope("<messages:addResponse/>", "")
        .replace("<s:Envelope", '<s:Envelope a="1" s:b="2"')
        .replace("<s:Header", '<s:Header c="3"')
        .replace("<s:Body", '<s:Body d="4" x:e="5" xmlns:x="urn:x"'),
    ],
    ["a fault that is null", envelope('<s:Fault xsi:nil="true"/>')],
    [
      "a fault with nulls, an attribute and a type",
      envelope(
        '<s:Fault a="1"><faultcode xsi:nil="1"/><detail xsi:type="core:RecordRef"/></s:Fault>',
      ),
    ],
    [
      "a fault in a language",
      envelope(
        '<s:Fault xml:lang="de"><faultstring xml:lang="en">b</faultstring><faultstring xml:lang="fr"/></s:Fault>',
      ),
    ],
    [
      "a fault in a language with more than text",
      envelope(
        '<s:Fault><faultstring xml:lang="en">b<i/></faultstring></s:Fault>',
      ),
    ],
    [
      "a SOAP 1.2 fault of another shape",
      '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body><e:Fault><e:Reason><e:Text>no language</e:Text></e:Reason><e:Code a="1"><e:Value>x</e:Value></e:Code></e:Fault></e:Body></e:Envelope>',
    ],
    [
      "a fault",
      envelope(
        '<s:Fault><faultcode>a</faultcode><faultstring>b</faultstring><detail><x:h xmlns:x="urn:x">1</x:h></detail></s:Fault>',
        '<a xmlns="" s:mustUnderstand="1"/>',
      ),
    ],
    [
      "a SOAP 1.2 fault",
      '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body><e:Fault><e:Code><e:Value>e:R</e:Value><e:Subcode><e:Value>x</e:Value></e:Subcode></e:Code><e:Reason><e:Text xml:lang="de">m</e:Text></e:Reason><e:Node>n</e:Node><e:Role>r</e:Role><e:Detail><x xmlns=""/></e:Detail></e:Fault></e:Body></e:Envelope>',
    ],
  ];
  test.each(rows)("%s", (_, given) => {
    const decoded = decodeEnvelope(schema, given);
    const again = encodeEnvelope(schema, decoded);
    expect(decodeEnvelope(schema, again)).toEqual(decoded);
    expect(again).not.toContain("$");
  });

  test("with prefixes of its own for foreign namespaces", () => {
    const given = customerXml('<x:a xmlns:x="urn:x" x:b="1">t</x:a>');
    expect(encodeEnvelope(schema, decodeEnvelope(schema, given))).toContain(
      ' xmlns:ns1="urn:x"><soapenv:Body><lists:customer><ns1:a ns1:b="1">t</ns1:a></lists:customer></soapenv:Body>',
    );
  });

  test("what was got and has no $unknown can be given to an operation", () => {
    const given = customerXml(
      '<lists:parent xsi:type="core:CustomizationRef" scriptId="s"/><lists:tag>a</lists:tag>',
      'internalId="1"',
    );
    const { customer } = decodeEnvelope(schema, given).body;
    const record = {
      // A global element is an object, as every complexType.
      ...(customer as object),
      $type: "Customer",
      entityId: "x",
      age: null,
    };
    expect(recordOf(record)).toBe(
      '<core:nullFieldList><core:name>age</core:name></core:nullFieldList><lists:entityId>x</lists:entityId><lists:parent xsi:type="core:CustomizationRef" scriptId="s"></lists:parent><lists:tag>a</lists:tag>',
    );
  });

  test("the value of an enumeration is escaped", () => {
    const body = { signatures: { sign: "<" } };
    expect(encodeEnvelope(schema, { body })).toContain(
      "<messages:sign>&lt;</messages:sign>",
    );
  });

  test("a text of a type that has it of its base", () => {
    const signature = [{ $type: "DatedSignature", on: "a", $value: "b" }];
    expect(
      encodeEnvelope(schema, { body: { signatures: { signature } } }),
    ).toContain(
      '<messages:signature on="a" xsi:type="core:DatedSignature">b</messages:signature>',
    );
  });

  test("a type of another schema is not looked for among all types", () => {
    const own = smallSchema();
    const typeOf = vi.spyOn(own, "typeOf");
    const customer = { parent: { $type: "{urn:x}T" } };
    const text = encodeEnvelope(own, { body: { customer } });
    expect(text).toContain('<lists:parent xsi:type="ns1:T"></lists:parent>');
    expect(typeOf).not.toHaveBeenCalled();
  });

  test("a value that is none of its type is escaped all the same", () => {
    const customer = { isPerson: "<&>", internalId: '"', age: "&" };
    const text = encodeEnvelope(schema, { body: { customer } });
    expect(text).toContain("<lists:isPerson>&lt;&amp;&gt;</lists:isPerson>");
    expect(text).toContain("<lists:age>&amp;</lists:age>");
    expect(text).toContain(' internalId="&quot;"');
  });

  test("an entry of $unknown that is none is an error", () => {
    const junk: unknown[] = [null, { name: "a" }];
    const body = { customer: { $unknown: junk } };
    expect(encodingError({ body }).message).toBe(
      [
        "2 problems:",
        "- customer.$unknown: has an entry that is no { name, value } with a string or an array of entries, found null",
        "- customer.$unknown: has an entry that is no { name, value } with a string or an array of entries, found an object",
      ].join("\n"),
    );
  });

  test.each(["1.1", "1.2"] as const)(
    "so is one of a fault of SOAP %s",
    (soapVersion) => {
      const body = { Fault: { $unknown: [null] } };
      expect(encodingError({ soapVersion, body }).message).toBe(
        "Fault.$unknown: has an entry that is no { name, value } with a string or an array of entries, found null",
      );
    },
  );

  test("a name in $unknown that is none is an error", () => {
    const body = { customer: { $unknown: [{ name: "a><b", value: "" }] } };
    expect(encodingError({ body }).message).toBe(
      'customer: $unknown has the name "a><b", which is no name of an element or attribute: it is {uri}local, local, @{uri}local, @local or #text',
    );
  });
});

function encodingError(given: Envelope): NetSuiteEncodeError {
  try {
    encodeEnvelope(schema, given);
  } catch (error) {
    if (error instanceof NetSuiteEncodeError) return error;
    throw error;
  }
  throw new Error("It was encoded.");
}
