import { describe, expect, test } from "vitest";
import {
  complexType,
  enumeration,
  smallSchema,
  type Declarations,
} from "../model/testing/small-schema.js";
import type { Schema } from "../model/index.js";
import { createTypeNames } from "./names.js";
import { createShapes } from "./shapes.js";

const type = (name: string) => complexType(name);
const values = (name: string) => enumeration(name, ["a"]);

function namesOf(schema: Schema): Record<string, string> {
  const names = createTypeNames(schema);
  return Object.fromEntries(
    schema.namespaces
      .filter(({ name }) => !name.includes("messages"))
      .flatMap(({ name, types }) =>
        types.map(({ id, kind, name: local }) => [
          `${name.replace(/^urn:/, "").replace(".webservices.netsuite.com", "")}:${local}${kind === "simpleType" ? "=" : ""}`,
          names.get(id) ?? "",
        ]),
      ),
  );
}

const rows: readonly {
  readonly what: string;
  readonly given: Readonly<Record<string, Declarations>>;
  readonly want: Readonly<Record<string, string>>;
}[] = [
  {
    what: "a name that only one namespace has is kept",
    given: { "core.platform": [type("RecordRef"), values("RecordType")] },
    want: {
      "core.platform:RecordRef": "RecordRef",
      "core.platform:RecordType=": "RecordType",
    },
  },
  {
    what: "a name of two namespaces is qualified on both sides",
    given: {
      "accounting.lists": [type("SiteCategory")],
      "common.platform": [type("CustomerSalesTeam")],
      "relationships.lists": [type("CustomerSalesTeam")],
      "website.lists": [type("SiteCategory")],
    },
    want: {
      "accounting.lists:SiteCategory": "AccountingSiteCategory",
      "website.lists:SiteCategory": "WebsiteSiteCategory",
      "common.platform:CustomerSalesTeam": "CommonCustomerSalesTeam",
      "relationships.lists:CustomerSalesTeam": "RelationshipsCustomerSalesTeam",
    },
  },
  {
    what: "an enumeration gives way to a complexType",
    given: {
      "marketing.lists": [type("CampaignResponse")],
      "types.marketing.lists": [values("CampaignResponse")],
    },
    want: {
      "marketing.lists:CampaignResponse": "CampaignResponse",
      "types.marketing.lists:CampaignResponse=": "CampaignResponseEnum",
    },
  },
  {
    what: "an enumeration's made name gives way to the schema's own",
    given: {
      "marketing.lists": [
        type("CampaignResponse"),
        type("CampaignResponseEnum"),
      ],
      "types.marketing.lists": [values("CampaignResponse")],
    },
    want: {
      "marketing.lists:CampaignResponse": "CampaignResponse",
      "marketing.lists:CampaignResponseEnum": "CampaignResponseEnum",
      "types.marketing.lists:CampaignResponse=":
        "MarketingCampaignResponseEnum",
    },
  },
  {
    what: "so does a qualified one",
    given: {
      "accounting.lists": [
        type("SiteCategory"),
        type("AccountingSiteCategory"),
      ],
      "website.lists": [type("SiteCategory")],
    },
    want: {
      "accounting.lists:AccountingSiteCategory": "AccountingSiteCategory",
      "accounting.lists:SiteCategory": "ListsAccountingSiteCategory",
      "website.lists:SiteCategory": "WebsiteSiteCategory",
    },
  },
  {
    what: "two namespaces of the same first word are told apart by the next",
    given: {
      "employees.lists": [type("Team")],
      "employees.transactions": [type("Team")],
      "types.sales.lists": [values("Kind")],
      "types.sales.transactions": [values("Kind")],
    },
    want: {
      "employees.lists:Team": "ListsEmployeesTeam",
      "employees.transactions:Team": "TransactionsEmployeesTeam",
      "types.sales.lists:Kind=": "ListsSalesKind",
      "types.sales.transactions:Kind=": "TransactionsSalesKind",
    },
  },
  {
    what: "names that generated modules need are made NetSuite's",
    given: {
      "core.platform": [
        type("Record"),
        type("Omit"),
        type("NetSuiteClient"),
        type("NetSuiteClientBase"),
        values("string"),
        values("Promise"),
      ],
    },
    want: {
      "core.platform:Record": "NetSuiteRecord",
      "core.platform:Omit": "NetSuiteOmit",
      "core.platform:NetSuiteClient": "NetSuiteNetSuiteClient",
      "core.platform:NetSuiteClientBase": "NetSuiteNetSuiteClientBase",
      "core.platform:string=": "NetSuitestring",
      "core.platform:Promise=": "NetSuitePromise",
    },
  },
  {
    what: "a schema that has that name too keeps it",
    given: { "core.platform": [type("Record"), type("NetSuiteRecord")] },
    want: {
      "core.platform:Record": "CoreNetSuiteRecord",
      "core.platform:NetSuiteRecord": "NetSuiteRecord",
    },
  },
  {
    what: "names of JavaScript's objects are names like any other",
    given: {
      "core.platform": [
        type("__proto__"),
        type("toString"),
        type("hasOwnProperty"),
      ],
      "common.platform": [values("constructor"), type("valueOf")],
    },
    want: Object.fromEntries([
      ["core.platform:__proto__", "__proto__"],
      ["core.platform:toString", "toString"],
      ["core.platform:hasOwnProperty", "hasOwnProperty"],
      ["common.platform:constructor=", "NetSuiteconstructor"],
      ["common.platform:valueOf", "valueOf"],
    ]),
  },
  {
    what: "what no identifier can hold becomes _",
    given: {
      "core.platform": [type("a-b"), type("a.b"), type("1st"), type("größe")],
    },
    want: {
      "core.platform:a-b": "a_b_",
      "core.platform:a.b": "a_b__",
      "core.platform:1st": "_1st",
      "core.platform:größe": "größe",
    },
  },
  {
    what: "a namespace whose first word is a number",
    given: {
      "1st.lists": [type("Team")],
      "2nd.lists": [type("Team")],
    },
    want: { "1st.lists:Team": "_1stTeam", "2nd.lists:Team": "_2ndTeam" },
  },
];

describe("type names", () => {
  test.each(rows)("$what", ({ given, want }) => {
    expect(namesOf(smallSchema(given))).toEqual(want);
  });

  test.each(rows)("in any order: $what", ({ given, want }) => {
    const reversed = Object.fromEntries(
      Object.entries(given)
        .reverse()
        .map(([name, declared]) => [name, [...declared].reverse()]),
    );
    expect(namesOf(smallSchema(reversed))).toEqual(want);
  });
});

describe("derived names", () => {
  const declared: Declarations = [
    complexType("Base", { abstract: true }),
    complexType("BaseBase", { abstract: true }),
    complexType("Ref", { abstract: true }),
    complexType("RefBase"),
    complexType("Leaf", { base: "Ref" }),
    complexType("TypedLeaf"),
  ];

  test.each([
    ["in order", declared],
    ["reversed", [...declared].reverse()],
  ])("give way to the schema's own, %s", (_, types) => {
    const { shapes } = createShapes(smallSchema({ "core.platform": types }));
    const made = [...shapes.values()]
      .filter(({ type: { name } }) => !name.startsWith("Get"))
      .map(({ type: { name }, bodyName, memberName }) => [
        name,
        bodyName,
        memberName,
      ])
      .sort();
    expect(made).toEqual([
      ["Base", "BaseBase_", "Base"],
      ["BaseBase", "BaseBaseBase", "BaseBase"],
      ["Leaf", "Leaf", "Leaf"],
      ["Ref", "RefBase_", "Ref"],
      ["RefBase", "RefBase", "RefBase"],
      ["TypedLeaf", "TypedLeaf", "TypedLeaf"],
    ]);
  });
});
