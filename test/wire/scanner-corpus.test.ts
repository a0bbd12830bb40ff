import { expect, test } from "vitest";
import { decodeEnvelope } from "../../runtime/codec/index.js";
import { customer, envelope } from "../../runtime/codec/fixtures/envelopes.js";
import {
  smallSchema,
  uris,
} from "../../runtime/codec/fixtures/small-schema.js";
import { decodeOnSaxes } from "./saxes-decoder.js";

const schema = smallSchema();
const { core, lists } = uris;
const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const XSD = "http://www.w3.org/2001/XMLSchema";

/** Contents of a customer that both decoders take. */
const taken: readonly [name: string, content: string, want: object][] = [
  [
    "white space in tags",
    "<lists:entityId\n>a</lists:entityId\t>",
    { entityId: "a" },
  ],
  [
    "a tag that closes itself with a space",
    "<lists:entityId />",
    { entityId: "" },
  ],
  [
    "a number that closes itself",
    "<lists:age/><lists:serial>1</lists:serial>",
    { serial: 1, $unknown: [{ name: `{${lists}}age`, value: "" }] },
  ],
  [
    "an unknown name that begins like a known one",
    "<lists:age>1</lists:age><lists:ages>2</lists:ages><lists:ag>3</lists:ag>",
    {
      age: 1,
      $unknown: [
        { name: `{${lists}}ages`, value: "2" },
        { name: `{${lists}}ag`, value: "3" },
      ],
    },
  ],
  [
    "elements in the opposite order",
    "<lists:tag>t</lists:tag><lists:age>1</lists:age><lists:entityId>a</lists:entityId>",
    { tag: ["t"], age: 1, entityId: "a" },
  ],
  [
    "two arrays in turns",
    "<lists:internalNumber>1</lists:internalNumber><lists:tag>a</lists:tag><lists:internalNumber>2</lists:internalNumber><lists:tag>b</lists:tag>",
    { internalNumber: [1, 2], tag: ["a", "b"] },
  ],
  [
    "an element twice, out of order",
    "<lists:age>1</lists:age><lists:entityId>a</lists:entityId><lists:entityId>b</lists:entityId>",
    {
      age: 1,
      entityId: "a",
      $unknown: [{ name: `{${lists}}entityId`, value: "b" }],
    },
  ],
  [
    "a type out of order, and twice",
    `<lists:age>1</lists:age><lists:parent internalId="1"/><lists:parent internalId="2"/>`,
    {
      age: 1,
      parent: { internalId: "1" },
      $unknown: [
        {
          name: `{${lists}}parent`,
          value: [{ name: "@internalId", value: "2" }],
        },
      ],
    },
  ],
  [
    "an array of which one is no number",
    "<lists:internalNumber>1</lists:internalNumber><lists:internalNumber>x</lists:internalNumber><lists:internalNumber>3</lists:internalNumber>",
    {
      internalNumber: [1],
      $unknown: [
        { name: `{${lists}}internalNumber`, value: "x" },
        { name: `{${lists}}internalNumber`, value: "3" },
      ],
    },
  ],
  [
    "a prefix bound to another namespace by the element itself",
    `<lists:parent xmlns:lists="${core}" internalId="1"/>`,
    {
      $unknown: [
        {
          name: `{${core}}parent`,
          value: [{ name: "@internalId", value: "1" }],
        },
      ],
    },
  ],
  [
    "a prefix bound anew deeper, and back again",
    `<lists:parent xmlns:core="urn:x"><core:name>a</core:name></lists:parent><lists:customFieldList><core:customField xsi:type="core:StringCustomFieldRef"><core:value>b</core:value></core:customField></lists:customFieldList>`,
    {
      parent: { $unknown: [{ name: "{urn:x}name", value: "a" }] },
      customFieldList: {
        customField: [{ $type: "StringCustomFieldRef", value: "b" }],
      },
    },
  ],
  [
    "a default namespace that is taken away",
    `<parent xmlns="${lists}"><name xmlns="${core}">a</name><name xmlns="">b</name></parent>`,
    { parent: { name: "a", $unknown: [{ name: "name", value: "b" }] } },
  ],
  [
    "an xsi:type under another prefix, with declarations after it",
    `<lists:parent i:type="q:CustomizationRef" scriptId="s" xmlns:q="${core}" xmlns:i="${XSI}"/>`,
    { parent: { $type: "CustomizationRef", scriptId: "s" } },
  ],
  [
    "an attribute like xsi:type in another namespace",
    `<lists:parent xmlns:i="urn:i" i:type="core:CustomizationRef"/>`,
    {
      parent: {
        $unknown: [{ name: "@{urn:i}type", value: "core:CustomizationRef" }],
      },
    },
  ],
  [
    "an xsi:type that says what is known, with white space",
    `<lists:age xmlns:d="${XSD}" xsi:type=" d:int&#10;">5</lists:age>`,
    { age: 5 },
  ],
  [
    "an xsi:type that says what is known, on a text that is none of it",
    `<lists:age xmlns:d="${XSD}" xsi:type="d:int">x</lists:age>`,
    {
      $unknown: [
        {
          name: `{${lists}}age`,
          value: [
            { name: `@{${XSI}}type`, value: `{${XSD}}int` },
            { name: "#text", value: "x" },
          ],
        },
      ],
    },
  ],
  [
    "xsi:nil that says no",
    '<lists:age xsi:nil=" 0 ">5</lists:age>',
    { age: 5 },
  ],
  [
    "an attribute on a simple element",
    '<lists:age a="1">5</lists:age>',
    {
      $unknown: [
        {
          name: `{${lists}}age`,
          value: [
            { name: "@a", value: "1" },
            { name: "#text", value: "5" },
          ],
        },
      ],
    },
  ],
  [
    "an element in a simple one",
    "<lists:age>5<b/></lists:age>",
    {
      $unknown: [
        {
          name: `{${lists}}age`,
          value: [
            { name: "#text", value: "5" },
            { name: "b", value: "" },
          ],
        },
      ],
    },
  ],
  [
    "text in pieces of every kind",
    "<lists:entityId>a<!---->b<?p?>c<?p q?><![CDATA[]]><![CDATA[]]]]><![CDATA[>]]>&#x64;\r\ne\rf&#13;</lists:entityId>",
    { entityId: "abc]]>d\ne\nf\r" },
  ],
  [
    "a number in pieces",
    "<lists:age>1<!-- 2 -->3<![CDATA[4]]>&#x35;</lists:age>",
    { age: 1345 },
  ],
  [
    "characters of two, three and four bytes",
    "<lists:entityId>\u007f\u0080\u00e9\u07ff\u0800\uff21\ufffd\u{1f511}\u{1fffe}</lists:entityId>",
    {
      entityId: "\u007f\u0080\u00e9\u07ff\u0800\uff21\ufffd\u{1f511}\u{1fffe}",
    },
  ],
  [
    "brackets",
    "<lists:entityId>]] ]> ]]&gt; ></lists:entityId>",
    { entityId: "]] ]> ]]> >" },
  ],
  [
    "white space in attributes",
    "<lists:parent internalId=' a\t\r\n&#10;\"&lt;>'/>",
    { parent: { internalId: ' a  \n"<>' } },
  ],
  [
    "comments and instructions between elements",
    "<!-- <a> --><lists:age>1</lists:age><?a b?>\n<lists:serial>2</lists:serial> ",
    { age: 1, serial: 2 },
  ],
  [
    "text between elements",
    "<lists:age>1</lists:age> a <lists:serial>2</lists:serial>",
    { age: 1, serial: 2, $unknown: [{ name: "#text", value: " a " }] },
  ],
  [
    "CDATA of white space between elements",
    "<lists:age>1</lists:age><![CDATA[ ]]><lists:serial>2</lists:serial>",
    { age: 1, serial: 2 },
  ],
  [
    "a negative zero",
    "<lists:balance>-0</lists:balance><lists:age>-0</lists:age>",
    { balance: -0, age: 0 },
  ],
  [
    "numbers of many forms",
    "<lists:age>+007</lists:age><lists:balance>+.5e+1</lists:balance>",
    { age: 7, balance: 5 },
  ],
  [
    "an abstract type of which nothing is said",
    "<lists:customFieldList><core:customField><core:value>a</core:value></core:customField><core:customField/></lists:customFieldList>",
    {
      customFieldList: {
        customField: [
          { $unknown: [{ name: `{${core}}value`, value: "a" }] },
          {},
        ],
      },
    },
  ],
  ["a point at the end", "<lists:balance>5.</lists:balance>", { balance: 5 }],
  [
    "sixteen digits",
    "<lists:balance>0.1234567890123456</lists:balance>",
    { balance: 0.1234567890123456 },
  ],
  [
    "names of JavaScript's own",
    '<__proto__ xmlns="">a</__proto__><lists:parent __proto__="b" constructor="c"/>',
    {
      $unknown: [{ name: "__proto__", value: "a" }],
      parent: {
        $unknown: [
          { name: "@__proto__", value: "b" },
          { name: "@constructor", value: "c" },
        ],
      },
    },
  ],
];

test.each(taken)("%s", (_, content, want) => {
  const message = Buffer.from(customer(content));
  expect(decodeEnvelope(schema, message).body).toEqual({ customer: want });
  expect(decodeOnSaxes(schema, message).body).toEqual({ customer: want });
});

/** The scanner learns a name when it first meets it, and has a shorter way from then on. */
test.each(taken)("%s, in each of three records", (_, content, want) => {
  const record = `<messages:record xsi:type="lists:Customer">${content}</messages:record>`;
  const message = Buffer.from(
    envelope(`<messages:addList>${record.repeat(3)}</messages:addList>`),
  );
  const each = { $type: "Customer", ...want };
  const body = { addList: { record: [each, each, each] } };
  expect(decodeEnvelope(schema, message).body).toEqual(body);
  expect(decodeOnSaxes(schema, message).body).toEqual(body);
});

test("texts with and without attributes, and one that closes itself", () => {
  const message = Buffer.from(
    envelope(
      '<messages:signatures><messages:more><messages:signature algorithm="a">b</messages:signature><messages:signature>c</messages:signature></messages:more><messages:signature>d</messages:signature><messages:signature/><messages:signature xsi:type="core:DatedSignature" on="e">f</messages:signature></messages:signatures>',
    ),
  );
  const more = {
    signature: [{ algorithm: "a", $value: "b" }, { $value: "c" }],
  };
  const signature = [
    { $value: "d" },
    { $value: "" },
    { $type: "DatedSignature", on: "e", $value: "f" },
  ];
  for (const decode of [decodeEnvelope, decodeOnSaxes])
    expect(decode(schema, message).body).toEqual({
      signatures: { more, signature },
    });
});

test("an attribute that no property of an object can be", () => {
  const read = (attribute: string): Buffer =>
    Buffer.from(
      envelope(
        `<messages:signatures><messages:more ${attribute}/></messages:signatures>`,
      ),
    );
  for (const decode of [decodeEnvelope, decodeOnSaxes]) {
    const { body } = decode(schema, read('__proto__="a"'));
    const more = Object.fromEntries([["__proto__", "a"]]);
    expect(body).toEqual({ signatures: { more } });
    expect(() => decode(schema, read('count="9007199254740993"'))).toThrow(
      "--long bigint",
    );
  }
});

const [line, end] = ["(line 2, column ", ")."];
const malformed = "The XML is malformed: ";

/** Contents that both refuse, and what the scanner says of them. The content begins in column 18 of line 2. */
const refused: readonly [name: string, content: string, want: string][] = [
  ["]]>", "<lists:age>]]></lists:age>", 'the text has "]]>": write ]]&gt;'],
  ["U+FFFE", "\ufffe", "the character U+FFFE cannot stand in XML"],
  [
    "U+FFFF in a comment",
    "<!-- \uffff -->",
    "the character U+FFFF cannot stand in XML",
  ],
  [
    "U+0001 in CDATA",
    "<![CDATA[ab\u0001]]>",
    "the character U+0001 cannot stand in XML",
  ],
  [
    "U+0000 in an attribute",
    "<a b='\u0000'/>",
    "the character U+0000 cannot stand in XML",
  ],
  ["a bare &", "a & b", '"&" begins no reference: write &amp;'],
  [
    "an entity",
    "&nbsp;",
    "&nbsp; is neither one of XML's five entities nor a character",
  ],
  [
    "an empty number",
    "&#;",
    "&#; is neither one of XML's five entities nor a character",
  ],
  ["a comment with --", "<!-- a -- b -->", 'a comment has "--" in it'],
  ["a comment that ends in --->", "<!-- a --->", 'a comment has "--" in it'],
  [
    "an XML declaration",
    "<?xml version='1.0'?>",
    "the XML declaration is not at the start",
  ],
  [
    "an instruction without a name",
    "<? a?>",
    "a processing instruction has no name",
  ],
  [
    "a declaration of nothing",
    "<!a>",
    '"<!" begins neither a comment nor a CDATA section',
  ],
  [
    "white space before a name",
    "< a/>",
    "a tag has no name, or a character that names cannot have",
  ],
  [
    "a name of a colon",
    "<:a/>",
    ":a is neither a name nor a prefix, a colon and a name",
  ],
  [
    "a name of two colons",
    "<lists:age:x/>",
    "lists:age:x is neither a name nor a prefix, a colon and a name",
  ],
  [
    "a local name that begins with a digit",
    "<lists:1/>",
    "lists:1 is neither a name nor a prefix, a colon and a name",
  ],
  [
    "an attribute's name that is none",
    "<lists:parent \u00d7='1'/>",
    "\u00d7 is neither a name nor a prefix, a colon and a name",
  ],
  [
    "a prefix that is none",
    "<a xmlns:1='urn:1'/>",
    "xmlns:1 is neither a name nor a prefix, a colon and a name",
  ],
  [
    "attributes without space",
    "<a b='1'c='2'/>",
    "there is no white space between attributes",
  ],
  [
    "an attribute without a value",
    "<a b/>",
    "an attribute has no name or no value",
  ],
  [
    "an attribute without quotes",
    "<a b=1/>",
    "an attribute's value is not quoted",
  ],
  ["< in an attribute", "<a b='<'/>", 'an attribute has a "<": write &lt;'],
  [
    "an attribute twice",
    "<lists:parent a='1' a='1'/>",
    "the attribute a is there twice",
  ],
  [
    "a declaration twice",
    "<a xmlns:b='urn:b' xmlns:b='urn:b'/>",
    "xmlns:b is there twice",
  ],
  [
    "a default namespace twice",
    "<a xmlns='urn:b' xmlns=''/>",
    "xmlns is there twice",
  ],
  [
    "a prefix that is taken away",
    "<a xmlns:b=''/>",
    "the prefix b is bound to nothing",
  ],
  [
    "a prefix that XML has",
    "<a xmlns:b='http://www.w3.org/XML/1998/namespace'/>",
    "the prefix b cannot be bound to http://www.w3.org/XML/1998/namespace",
  ],
  [
    "an attribute's prefix that is bound to nothing",
    "<lists:age no:a='1'>1</lists:age>",
    "the prefix of the attribute no:a is bound to nothing",
  ],
  [
    "an element's prefix that is bound to nothing",
    "<no:a/>",
    "the prefix of <no:a> is bound to nothing",
  ],
  ["a / in a tag", "<a/ >", 'a tag has a "/" that no ">" follows'],
  [
    "an end tag of a longer name",
    "<lists:age>1</lists:ages>",
    "the tag <lists:age> is not closed by </lists:age>",
  ],
  [
    "an end tag with a space before its name",
    "<lists:age>1</ lists:age>",
    "the tag <lists:age> is not closed by </lists:age>",
  ],
  [
    "an end tag too many",
    "</lists:age>",
    "the tag <lists:customer> is not closed by </lists:customer>",
  ],
];

test.each(refused)("%s is refused", (_, content, want) => {
  const message = Buffer.from(customer(content));
  const decode = (): unknown => decodeEnvelope(schema, message);
  expect(decode).toThrow(malformed + want + " " + line);
  expect(decode).toThrow(end);
  expect(() => decodeOnSaxes(schema, message)).toThrow();
});

test("saxes takes an instruction without white space after its name, which XML does not", () => {
  const message = Buffer.from(customer("<?a?b?>"));
  expect(() => decodeEnvelope(schema, message)).toThrow(
    `${malformed}there is no white space after the name of a processing instruction ${line}21${end}`,
  );
  expect(decodeOnSaxes(schema, message).body).toEqual({ customer: {} });
});

test("elements nest as deep for both, and no deeper", () => {
  // Envelope, Body and the body's element are the first three.
  const unknown = (depth: number): string =>
    customer("<a>".repeat(depth) + "</a>".repeat(depth));
  const known = (depth: number): string =>
    envelope(
      `<core:record xsi:type="lists:Odd">${"<lists:friend>".repeat(depth)}${"</lists:friend>".repeat(depth)}</core:record>`,
    );
  for (const nest of [unknown, known]) {
    for (const decode of [decodeEnvelope, decodeOnSaxes]) {
      expect(() => decode(schema, Buffer.from(nest(997)))).not.toThrow();
      expect(() => decode(schema, Buffer.from(nest(998)))).toThrow(
        "The message nests deeper than 1000 elements",
      );
    }
  }
});

test("more elements than may nest can have attributes that do not fit", () => {
  const record =
    '<messages:record xsi:type="lists:Customer"><lists:addressbookList replaceAll="x"><lists:addressbook/></lists:addressbookList></messages:record>';
  const message = Buffer.from(
    envelope(`<messages:addList>${record.repeat(1001)}</messages:addList>`),
  );
  const { body } = decodeEnvelope(schema, message);
  expect(body).toEqual(decodeOnSaxes(schema, message).body);
});

test("names are looked up through thousands of declarations once, not each time", () => {
  const declare = (depth: number): string =>
    Array.from({ length: 16 }, (_, at) => ` xmlns:p${depth}_${at}="u"`).join(
      "",
    );
  const depths = Array.from({ length: 900 }, (_, depth) => depth);
  const content =
    depths.map((depth) => `<a${declare(depth)}>`).join("") +
    "<lists:b/>".repeat(300_000) +
    "</a>".repeat(depths.length);
  // Half a second; without a memory of what was found, minutes.
  expect(decodeEnvelope(schema, customer(content)).body).toBeDefined();
}, 60_000);

test.each([
  ["UTF-8 with a mark", (text: string) => Buffer.from(`\ufeff${text}`)],
  [
    "UTF-16LE with a mark",
    (text: string) => Buffer.from(`\ufeff${text}`, "utf16le"),
  ],
  ["UTF-16LE", (text: string) => Buffer.from(text, "utf16le")],
  ["UTF-16BE", (text: string) => Buffer.from(text, "utf16le").swap16()],
  [
    "ISO-8859-1",
    (text: string) =>
      Buffer.from(
        `<?xml version="1.0" encoding="ISO-8859-1"?>${text}`,
        "latin1",
      ),
  ],
])("%s is read", (_, encode) => {
  const bytes = encode(customer("<lists:entityId>\u00e9</lists:entityId>"));
  const want = { customer: { entityId: "\u00e9" } };
  expect(decodeEnvelope(schema, bytes).body).toEqual(want);
  expect(decodeOnSaxes(schema, bytes).body).toEqual(want);
});
