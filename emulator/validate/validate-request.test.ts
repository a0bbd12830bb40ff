import { expect, test } from "vitest";
import { encodeEnvelope } from "nsgen-runtime";
import { schema } from "../../generated/netsuite-2025-2/index.js";
import { validateRequest } from "./index.js";

const SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
const NAMESPACES = [
  ["xsi", "http://www.w3.org/2001/XMLSchema-instance"],
  ["xsd", "http://www.w3.org/2001/XMLSchema"],
  ["m", "urn:messages_2025_2.platform.webservices.netsuite.com"],
  ["c", "urn:core_2025_2.platform.webservices.netsuite.com"],
  ["l", "urn:relationships_2025_2.lists.webservices.netsuite.com"],
  ["old", "urn:core_2022_1.platform.webservices.netsuite.com"],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");

function envelope(
  parts: string,
  { soap = SOAP, before = "" }: { soap?: string; before?: string } = {},
): string {
  return `${before}<e:Envelope xmlns:e="${soap}" ${NAMESPACES}>\n${parts}\n</e:Envelope>`;
}

function body(content: string): string {
  return envelope(`<e:Body>${content}</e:Body>`);
}

function header(content: string): string {
  return envelope(
    `<e:Header>${content}</e:Header><e:Body><m:getServerTime/></e:Body>`,
  );
}

function add(content: string, attributes = ""): string {
  return body(
    `<m:add><m:record xsi:type="l:Customer"${attributes}>${content}</m:record></m:add>`,
  );
}

const REF = `<m:baseRef xsi:type="c:RecordRef" type="customer" internalId="5"/>`;
const PASSPORT = [
  "<c:account>A</c:account><c:consumerKey>k</c:consumerKey>",
  "<c:token>t</c:token><c:nonce>n</c:nonce><c:timestamp>1</c:timestamp>",
  `<c:signature algorithm="HMAC-SHA256">s</c:signature>`,
].join("");

test.each([
  ["a get", body(`<m:get>${REF}</m:get>`)],
  ["a header", header(`<m:tokenPassport>${PASSPORT}</m:tokenPassport>`)],
  [
    "SOAP's own attributes on a header, as Axis clients send them",
    header(
      `<m:preferences e:actor="http://schemas.xmlsoap.org/soap/actor/next" e:mustUnderstand="0"><m:warningAsError> 1 </m:warningAsError></m:preferences>`,
    ),
  ],
  ["a header that need not be understood", header(`<x xmlns="urn:x"/>`)],
  [
    "SOAP 1.2",
    envelope(`<e:Body><m:get>${REF}</m:get></e:Body>`, {
      soap: "http://www.w3.org/2003/05/soap-envelope",
    }),
  ],
  [
    "xsi:schemaLocation, xsi:type of a simple type, comments and CDATA",
    add(
      `<!-- a --><l:companyName xsi:type="xsd:string"><![CDATA[a<b]]></l:companyName>`,
      ` xsi:schemaLocation="urn:x x.xsd"`,
    ),
  ],
  ["a byte order mark", `\ufeff${body(`<m:get>${REF}</m:get>`)}`],
  [
    "an XML declaration",
    envelope(`<e:Body><m:get>${REF}</m:get></e:Body>`, {
      before: `<?xml version="1.0" encoding="UTF-8"?>\n`,
    }),
  ],
])("takes %s", (_name, request) => {
  expect(validateRequest(schema, request)?.message).toBeUndefined();
  expect(validateRequest(schema, Buffer.from(request))).toBeNull();
});

test.each([
  [
    "no xsi:type where the declared type is abstract",
    body(`<m:add><m:record/></m:add>`),
    "org.xml.sax.SAXException: {urn:core_2025_2.platform.webservices.netsuite.com}Record is an abstract type and cannot be instantiated [add.record, line 2: give xsi:type with the name of a concrete type: ContactCategory, CustomerCategory, SalesRole, PriceLevel, WinLossReason and 189 more]",
  ],
  [
    "xsi:type that is abstract",
    body(`<m:get><m:baseRef xsi:type="c:BaseRef"/></m:get>`),
    "org.xml.sax.SAXException: {urn:core_2025_2.platform.webservices.netsuite.com}BaseRef is an abstract type and cannot be instantiated [get.baseRef, line 2: give xsi:type with the name of a concrete type: RecordRef, CustomRecordRef, CustomTransactionRef, CustomizationRef, InitializeRef and 1 more]",
  ],
  [
    "an unknown type",
    body(`<m:get><m:baseRef xsi:type="m:RecordRef"/></m:get>`),
    "org.xml.sax.SAXException: Deserializing parameter 'baseRef':  could not find deserializer for type {urn:messages_2025_2.platform.webservices.netsuite.com}RecordRef [get.baseRef, line 2: the schema has no such type: xsi:type takes a prefixed name, its prefix bound to the namespace of the type; RecordRef is in urn:core_2025_2.platform.webservices.netsuite.com]",
  ],
  [
    "an undeclared prefix",
    body(`<m:get><m:baseRef xsi:type="q:RecordRef"/></m:get>`),
    'org.xml.sax.SAXException: could not resolve the type "q:RecordRef" [get.baseRef, line 2: declare the prefix q: xmlns:q="…"]',
  ],
  [
    "a type that does not extend the declared one",
    body(`<m:add><m:record xsi:type="c:RecordRef"/></m:add>`),
    "org.xml.sax.SAXException: Could not convert {urn:core_2025_2.platform.webservices.netsuite.com}RecordRef to bean field 'record', type com.netsuite.webservices.platform.core_2025_2.Record [add.record, line 2: xsi:type must name Record or a type that extends it]",
  ],
  [
    "a misspelt element",
    add(`<l:comapnyName>A</l:comapnyName>`),
    "org.xml.sax.SAXException: comapnyName not found on {urn:relationships_2025_2.lists.webservices.netsuite.com}Customer [add.record.comapnyName, line 2: Customer has no element comapnyName; did you mean companyName?]",
  ],
  [
    "an element that is no field of this type",
    add(`<l:tranDate>x</l:tranDate>`),
    "org.xml.sax.SAXException: tranDate not found on {urn:relationships_2025_2.lists.webservices.netsuite.com}Customer [add.record.tranDate, line 2: Customer has no element tranDate: leave it out]",
  ],
  [
    "an element in the wrong namespace",
    add(`<m:companyName>A</m:companyName>`),
    "org.xml.sax.SAXException: companyName not found on {urn:relationships_2025_2.lists.webservices.netsuite.com}Customer [add.record.companyName, line 2: companyName is in the namespace urn:messages_2025_2.platform.webservices.netsuite.com, and belongs in urn:relationships_2025_2.lists.webservices.netsuite.com]",
  ],
  [
    "an element of another endpoint version",
    add(`<old:companyName>A</old:companyName>`),
    "The request is of endpoint version 2022_1, this endpoint of 2025_2 [line 2: send it to NetSuitePort_2022_1, or use a client for 2025_2; the namespace is urn:core_2022_1.platform.webservices.netsuite.com]",
  ],
  [
    "an attribute in place of an element",
    add("", ` entityId="1"`),
    "org.xml.sax.SAXException: entityId not found on {urn:relationships_2025_2.lists.webservices.netsuite.com}Customer [add.record, line 2: entityId is an element of Customer, no attribute]",
  ],
  [
    "an attribute with a namespace",
    add("", ` c:externalId="1"`),
    "org.xml.sax.SAXException: {urn:core_2025_2.platform.webservices.netsuite.com}externalId not found on {urn:relationships_2025_2.lists.webservices.netsuite.com}Customer [add.record, line 2: attributes have no namespace: write externalId without a prefix]",
  ],
  [
    "an unknown attribute",
    add("", ` typeId="1"`),
    "org.xml.sax.SAXException: typeId not found on {urn:relationships_2025_2.lists.webservices.netsuite.com}Customer [add.record, line 2: Customer has no attribute typeId: leave it out]",
  ],
  [
    "elements out of order",
    add(`<l:companyName>A</l:companyName><l:entityId>1</l:entityId>`),
    "org.xml.sax.SAXException: Invalid element in com.netsuite.webservices.lists.relationships_2025_2.Customer - entityId [add.record.entityId, line 2: elements come in the schema's order: entityId stands before companyName]",
  ],
  [
    "an element twice",
    add(`<l:entityId>1</l:entityId><l:entityId>1</l:entityId>`),
    "org.xml.sax.SAXException: Invalid element in com.netsuite.webservices.lists.relationships_2025_2.Customer - entityId [add.record.entityId, line 2: entityId may come at most once]",
  ],
  [
    "a missing element",
    body(`<m:searchMoreWithId><m:searchId>a</m:searchId></m:searchMoreWithId>`),
    "org.xml.sax.SAXException: Non nillable element 'pageIndex' is null. [searchMoreWithId.pageIndex, line 2: SearchMoreWithIdRequest requires the element pageIndex]",
  ],
  [
    "a missing element before another",
    body(
      `<m:searchMoreWithId><m:pageIndex>1</m:pageIndex></m:searchMoreWithId>`,
    ),
    "org.xml.sax.SAXException: Non nillable element 'searchId' is null. [searchMoreWithId.searchId, line 2: SearchMoreWithIdRequest requires the element searchId, before pageIndex]",
  ],
  [
    "a missing attribute",
    header(
      `<m:tokenPassport>${PASSPORT.replace(` algorithm="HMAC-SHA256"`, "")}</m:tokenPassport>`,
    ),
    "org.xml.sax.SAXException: Non nillable element 'algorithm' is null. [header.tokenPassport.signature, line 2: TokenPassportSignature requires the attribute algorithm]",
  ],
  [
    "xsi:nil",
    add(`<l:email xsi:nil="true"/>`),
    "org.xml.sax.SAXException: Non nillable element 'email' is null. [add.record.email, line 2: nothing is nillable here: leave the element out, or name the field in nullFieldList to clear it]",
  ],
  [
    "text between elements",
    add(`A`),
    "org.xml.sax.SAXException: #text not found on {urn:relationships_2025_2.lists.webservices.netsuite.com}Customer [add.record, line 2: Customer has elements, no text of its own: leave the text out]",
  ],
  [
    "an element in a text",
    add(`<l:email><b/></l:email>`),
    "org.xml.sax.SAXException: SimpleDeserializer encountered a child element, which is NOT expected, in something it was trying to deserialize. [add.record.email.b, line 2: only text belongs here: xsd:string]",
  ],
  [
    "white space in an empty type",
    body(`<m:getServerTime> </m:getServerTime>`),
    "org.xml.sax.SAXException: #text not found on {urn:messages_2025_2.platform.webservices.netsuite.com}GetServerTimeRequest [getServerTime, line 2: GetServerTimeRequest is empty: leave out all text, white space too]",
  ],
  [
    "no boolean",
    add(`<l:isPerson>yes</l:isPerson>`),
    'java.lang.NumberFormatException: Invalid boolean [add.record.isPerson, line 2: found "yes": give true, false, 1 or 0]',
  ],
  [
    "no integer",
    body(
      `<m:searchMoreWithId><m:searchId>a</m:searchId><m:pageIndex>1.0</m:pageIndex></m:searchMoreWithId>`,
    ),
    'java.lang.NumberFormatException: For input string: "1.0" [searchMoreWithId.pageIndex, line 2: give a whole number from -2147483648 to 2147483647]',
  ],
  [
    "no double",
    add(`<l:creditLimit>1,000.00</l:creditLimit>`),
    'java.lang.NumberFormatException: For input string: "1,000.00" [add.record.creditLimit, line 2: give a number such as 12.5, INF, -INF or NaN]',
  ],
  [
    "no dateTime",
    add(`<l:startDate>2025-02-29T00:00:00Z</l:startDate>`),
    'java.lang.NumberFormatException: Invalid date/time [add.record.startDate, line 2: found "2025-02-29T00:00:00Z": give a date and time such as 2025-03-31T09:30:00.000-08:00]',
  ],
  [
    "no value of an enumeration",
    body(
      `<m:get><m:baseRef xsi:type="c:RecordRef" type="Customer" internalId="5"/></m:get>`,
    ),
    "org.xml.sax.SAXException: Customer is not a legal value for {urn:types.core_2025_2.platform.webservices.netsuite.com}RecordType [get.baseRef, line 2: attribute type: did you mean customer?]",
  ],
  [
    "a row of a list, by its index",
    add(
      `<l:addressbookList><l:addressbook/><l:addressbook><l:defaultBilling>F</l:defaultBilling></l:addressbook></l:addressbookList>`,
    ),
    'java.lang.NumberFormatException: Invalid boolean [add.record.addressbookList.addressbook[1].defaultBilling, line 2: found "F": give true, false, 1 or 0]',
  ],
  [
    "a bad value in a header, without repeating it",
    header(
      `<m:tokenPassport>${PASSPORT.replace(">1<", ">hunter2<")}</m:tokenPassport>`,
    ),
    'java.lang.NumberFormatException: For input string: "(not shown)" [header.tokenPassport.timestamp, line 2: give a whole number of at most 64 bits]',
  ],
  [
    "a header in another namespace",
    header(`<tokenPassport xmlns="ns">${PASSPORT}</tokenPassport>`),
    "org.xml.sax.SAXException: tokenPassport not found on Header [header.tokenPassport, line 2: it is in the namespace ns: declare tokenPassport in urn:messages_2025_2.platform.webservices.netsuite.com, or start the emulator leniently, which takes headers by their local name]",
  ],
  [
    "a header that the schema's namespace does not have",
    header(`<m:SearchPreferences/>`),
    "org.xml.sax.SAXException: SearchPreferences not found on Header [header.SearchPreferences, line 2: the schema has no element SearchPreferences there: did you mean searchPreferences?]",
  ],
  [
    "a header twice",
    header(`<m:preferences/><m:preferences/>`),
    "org.xml.sax.SAXException: preferences not found on Header [header.preferences, line 2: preferences may come once]",
  ],
  [
    "an unknown operation",
    body(`<m:getAny/>`),
    "No such operation 'getAny' [no operation takes {urn:messages_2025_2.platform.webservices.netsuite.com}getAny]",
  ],
  [
    "an operation in the wrong namespace",
    body(`<c:get/>`),
    "No such operation 'get' [no operation takes {urn:core_2025_2.platform.webservices.netsuite.com}get: declare get in urn:messages_2025_2.platform.webservices.netsuite.com]",
  ],
  [
    "a response as a request",
    body(`<m:getResponse/>`),
    "No such operation 'getResponse' [getResponse is of the schema, but no operation's request]",
  ],
  [
    "two operations",
    body(`<m:getServerTime/><m:getServerTime/>`),
    "org.xml.sax.SAXException: Bad envelope tag:  getServerTime [getServerTime, line 2: the Body holds one element, and has getServerTime already]",
  ],
  [
    "an empty Body",
    body(``),
    "org.xml.sax.SAXException: no element in the Body [line 2: add the element of an operation]",
  ],
  [
    "no Body",
    envelope(`<e:Header/>`),
    "org.xml.sax.SAXException: no body in the envelope [line 3: add a Body with the element of an operation]",
  ],
  [
    "a Header behind the Body",
    envelope(`<e:Body><m:getServerTime/></e:Body><e:Header/>`),
    "org.xml.sax.SAXException: Bad envelope tag:  Header [Header, line 2: the Header comes once, before the Body]",
  ],
  [
    "text in the Body",
    body(`x<m:getServerTime/>`),
    "org.xml.sax.SAXException: #text not found on Body [line 2: Body has elements, no text of its own: leave the text out]",
  ],
  [
    "HTML",
    "<html><body/></html>",
    "org.xml.sax.SAXException: Bad envelope tag:  html [html, line 1: a request begins with Envelope of http://schemas.xmlsoap.org/soap/envelope/]",
  ],
  [
    "nothing",
    "",
    "org.xml.sax.SAXParseException; lineNumber: 1; columnNumber: 1; document must contain a root element.",
  ],
  [
    "XML that is cut",
    add("").slice(0, -20),
    "org.xml.sax.SAXParseException; lineNumber: 2; columnNumber: 69; unclosed tag: e:Body",
  ],
  [
    "a character that XML does not have",
    add("<l:email>a\u0003</l:email>"),
    "org.xml.sax.SAXParseException; lineNumber: 2; columnNumber: 58; disallowed character.",
  ],
  [
    "an entity",
    add("<l:email>&nbsp;</l:email>"),
    "org.xml.sax.SAXParseException; lineNumber: 2; columnNumber: 62; undefined entity.",
  ],
  [
    "a DOCTYPE",
    envelope("", { before: `<!DOCTYPE a [<!ENTITY b "c">]>` }),
    "org.xml.sax.SAXParseException; lineNumber: 1; columnNumber: 30; DOCTYPE is disallowed: leave it out, SOAP has none.",
  ],
  [
    "a processing instruction",
    add(`<?a b?>`),
    "org.xml.sax.SAXException: Processing instructions are not allowed within SOAP messages [add.record, line 2: leave it out]",
  ],
])("refuses %s", (_name, request, want) => {
  const fault = validateRequest(schema, request);
  expect(fault?.message).toBe(want);
  expect(fault?.faultcode).toBe(
    want.startsWith("No such operation")
      ? "soapenv:Client"
      : "soapenv:Server.userException",
  );
});

test("another endpoint version has the fault that is meant for it", () => {
  const request = encodeEnvelope(schema, { body: { getServerTime: {} } });
  const fault = validateRequest(schema, request.replaceAll("2025_2", "2022_1"));
  expect(fault).toMatchObject({
    element: "invalidVersionFault",
    code: "INVALID_WS_VERSION",
    message:
      "The request is of endpoint version 2022_1, this endpoint of 2025_2 [line 1: send it to NetSuitePort_2022_1, or use a client for 2025_2; the namespace is urn:messages_2022_1.platform.webservices.netsuite.com]",
  });
});

test.each([
  [
    "an Envelope that is none of SOAP's",
    envelope("", { soap: "urn:x" }),
    "soapenv:VersionMismatch",
    "Version Mismatch [the Envelope is in the namespace urn:x: give http://schemas.xmlsoap.org/soap/envelope/]",
  ],
  [
    "a header that must be understood",
    header(`<x xmlns="urn:x" e:mustUnderstand="1"/>`),
    "soapenv:MustUnderstand",
    'Did not understand "MustUnderstand" header(s):{urn:x}x [leave the header out, or its mustUnderstand]',
  ],
])("has a code of SOAP for %s", (_name, request, faultcode, message) => {
  expect(validateRequest(schema, request)).toMatchObject({
    faultcode,
    message,
  });
});

test("bytes that are not in their charset are refused", () => {
  const bytes = Buffer.from(add("<l:email>\xe9</l:email>"), "latin1");
  expect(validateRequest(schema, bytes)?.message).toBe(
    "org.xml.sax.SAXParseException; lineNumber: 1; columnNumber: 1; The bytes are no text in the charset of the XML declaration, UTF-8 where it names none.",
  );
  const declared = Buffer.concat([
    Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>`),
    bytes,
  ]);
  expect(validateRequest(schema, declared)).toBeNull();
});
