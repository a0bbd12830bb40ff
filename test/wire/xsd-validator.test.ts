import { afterAll, beforeAll, expect, test } from "vitest";
import { encodeEnvelope } from "../../runtime/codec/index.js";
import type { NetSuiteSchema } from "../../runtime/codegen-v1/index.js";
import { sampleWsdl } from "../wsdl-sets.js";
import { readWsdlSet } from "./wsdl-set.js";
import {
  createEnvelopeValidator,
  type EnvelopeValidator,
} from "./xsd-validator.js";

let schema: NetSuiteSchema;
let validator: EnvelopeValidator;

beforeAll(async () => {
  const set = await readWsdlSet(sampleWsdl);
  schema = set.schema;
  validator = await createEnvelopeValidator(sampleWsdl, [set.wrapper]);
});
afterAll(() => {
  validator.dispose();
});

const request = {
  header: { preferences: { warningAsError: true } },
  body: {
    add: {
      record: {
        $type: "Customer",
        externalId: "crm-7",
        companyName: "Acme",
        phone: null,
        creditLimit: 1500.5,
        language: "_german",
        entityStatus: { type: "customer", internalId: "13" },
        addressbookList: { addressbook: [{ label: "HQ" }] },
      },
    },
  },
};

test("what is right is valid", () => {
  expect(validator.validate(encodeEnvelope(schema, request))).toEqual([]);
});

const NS = (name: string): string =>
  `{urn:${name}_2022_1.platform.webservices.netsuite.com}`;
const REL = "{urn:relationships_2022_1.lists.webservices.netsuite.com}";

test.each<{ wrong: string; from: RegExp; to: string; says: string }>([
  {
    wrong: "two elements in each other's place",
    from: /(<\w+:companyName>.*?<\/\w+:companyName>)(.*?)(<\w+:creditLimit>.*?<\/\w+:creditLimit>)/,
    to: "$3$2$1",
    says: `Element '${REL}entityStatus': This element is not expected.`,
  },
  {
    wrong: "an extended type's element before those of its base",
    from: /(<\w+:nullFieldList>.*?<\/\w+:nullFieldList>)(.*?)(<\/\w+:record>)/,
    to: "$2$1$3",
    says: `Element '${NS("core")}nullFieldList': This element is not expected.`,
  },
  {
    wrong: "an element in the namespace of its record",
    from: /platformCore:nullFieldList/g,
    to: "listsRelationships:nullFieldList",
    says: `Element '${REL}nullFieldList': This element is not expected.`,
  },
  {
    wrong: "an abstract type without xsi:type",
    from: / xsi:type="\w+:Customer"/,
    to: "",
    says: `Element '${NS("messages")}record': The type definition is abstract.`,
  },
  {
    wrong: "an xsi:type that is no record",
    from: / xsi:type="\w+:Customer"/,
    to: ' xsi:type="platformCore:RecordRef"',
    says: "is blocked or not validly derived from the type definition",
  },
  {
    wrong: "an enumeration's value",
    from: /_german/,
    to: "_klingon",
    says: "[facet 'enumeration'] The value '_klingon' is not an element of the set",
  },
  {
    wrong: "a double",
    from: /1500\.5/,
    to: "1,500.5",
    says: "'1,500.5' is not a valid value of the atomic type 'xs:double'.",
  },
  {
    wrong: "an attribute",
    from: /externalId=/,
    to: "extId=",
    says: "The attribute 'extId' is not allowed.",
  },
  {
    wrong: "a header",
    from: /warningAsError/g,
    to: "warningsAsErrors",
    says: `Element '${NS("messages")}warningsAsErrors': This element is not expected.`,
  },
  {
    wrong: "a body",
    from: /(<\/?\w+:)add>/g,
    to: "$1plus>",
    says: `Element '${NS("messages")}plus': No matching global declaration available for the validation root.`,
  },
])("$wrong is found", ({ from, to, says }) => {
  const xml = encodeEnvelope(schema, request);
  const wrong = xml.replace(from, to);
  expect(wrong).not.toBe(xml);
  expect(validator.validate(wrong).join("\n")).toContain(says);
});
