import { describe, expect, test } from "vitest";
import {
  attribute,
  complexType,
  element,
  enumeration,
  smallSchema,
  type Declarations,
} from "../model/testing/small-schema.js";
import { emitPackage, type EmitOptions } from "./emit-package.js";

const OPTIONS: EmitOptions = {
  packageName: "small",
  emit: "js",
  long: "number",
  generatorVersion: "1.2.3",
  runtimeVersion: "^1.2.3",
};

/** What stands under the header of the module of `core.platform`. */
function emitted(
  core: Declarations,
  options: Partial<EmitOptions> = {},
): string {
  const schema = smallSchema({ "core.platform": core });
  const { files } = emitPackage(schema, { ...OPTIONS, ...options });
  const text = files.get("types/platform/core.d.ts") ?? "";
  return text.slice(text.indexOf("\n\n") + 2);
}

const nullFieldList = element("nullFieldList", "string", { maxOccurs: null });
const record = complexType("Record", {
  abstract: true,
  members: [nullFieldList],
});

const rows: readonly {
  readonly what: string;
  readonly given: Declarations;
  readonly options?: Partial<EmitOptions>;
  readonly want: string;
}[] = [
  {
    what: "XML Schema's own types",
    given: [
      complexType("A", {
        members: [
          element("s", "string"),
          element("b", "boolean"),
          element("i", "int"),
          element("d", "double"),
          element("l", "long"),
          element("t", "dateTime"),
          element("c", "base64Binary"),
        ],
      }),
    ],
    want: `export interface A {
  s?: string;
  b?: boolean;
  /** int */
  i?: number;
  /** double */
  d?: number;
  /** long */
  l?: number;
  /** dateTime */
  t?: string;
  /** base64Binary */
  c?: Uint8Array;
}
`,
  },
  {
    what: "long as bigint",
    given: [complexType("A", { members: [element("l", "long")] })],
    options: { long: "bigint" },
    want: `export interface A {
  /** long */
  l?: bigint;
}
`,
  },
  {
    what: "what is required, what repeats, what an attribute is",
    given: [
      complexType("A", {
        members: [
          element("one", "string", { minOccurs: 1 }),
          element("many", "string", { maxOccurs: null }),
          element("some", "string", { minOccurs: 1, maxOccurs: 7 }),
          attribute("id", "string", { required: true }),
          attribute("replaceAll", "boolean", { default: "true" }),
        ],
      }),
    ],
    want: `export interface A {
  /** attribute */
  id: string;
  /** attribute, default true */
  replaceAll?: boolean;
  one: string;
  many?: string[];
  /** at most 7 */
  some: string[];
}
`,
  },
  {
    what: "text of simpleContent",
    given: [
      complexType("Signature", {
        text: "string",
        members: [attribute("algorithm", "string", { required: true })],
      }),
    ],
    want: `export interface Signature {
  /** the element's text */
  $value: string;
  /** attribute */
  algorithm: string;
}
`,
  },
  {
    what: "an abstract type is a base and a union",
    given: [
      complexType("Ref", {
        abstract: true,
        members: [element("name", "string")],
      }),
      complexType("ARef", { base: "Ref" }),
      complexType("BRef", { base: "Ref", members: [element("b", "string")] }),
      complexType("Use", { members: [element("ref", "Ref")] }),
    ],
    want: `/** What every {@link Ref} has. */
export interface RefBase {
  name?: string;
}

/** Declared abstract: \`$type\` says which of these a value is. */
export type Ref = ARef | BRef;

export interface ARef extends RefBase {
  $type: "ARef";
}

export interface BRef extends RefBase {
  $type: "BRef";
  b?: string;
}

export interface Use {
  ref?: Ref;
}
`,
  },
  {
    what: "an abstract type that nothing extends",
    given: [complexType("Ref", { abstract: true })],
    want: `/** What every {@link Ref} has. */
export interface RefBase {}

/** Declared abstract: \`$type\` says which of these a value is. */
export type Ref = never;
`,
  },
  {
    what: "a concrete type that another extends, both under an abstract one",
    given: [
      complexType("BaseRef", { abstract: true }),
      complexType("RecordRef", {
        base: "BaseRef",
        members: [attribute("internalId", "string")],
      }),
      complexType("CustomizationRef", {
        base: "RecordRef",
        members: [attribute("scriptId", "string")],
      }),
      complexType("Use", {
        members: [
          element("ref", "RecordRef"),
          element("custom", "CustomizationRef"),
          element("refs", "RecordRef", { maxOccurs: null }),
        ],
      }),
    ],
    want: `/** What every {@link BaseRef} has. */
export interface BaseRefBase {}

/** Declared abstract: \`$type\` says which of these a value is. */
export type BaseRef = TypedCustomizationRef | TypedRecordRef;

export interface RecordRef extends BaseRefBase {
  $type?: "RecordRef";
  /** attribute */
  internalId?: string;
}

/** {@link RecordRef} with the \`$type\` that it needs where a type above it is declared. */
export interface TypedRecordRef extends RecordRef {
  $type: "RecordRef";
}

export interface CustomizationRef extends Omit<RecordRef, "$type"> {
  $type?: "CustomizationRef";
  /** attribute */
  scriptId?: string;
}

/** {@link CustomizationRef} with the \`$type\` that it needs where a type above it is declared. */
export interface TypedCustomizationRef extends CustomizationRef {
  $type: "CustomizationRef";
}

export interface Use {
  ref?: RecordRef | TypedCustomizationRef;
  custom?: CustomizationRef;
  refs?: (RecordRef | TypedCustomizationRef)[];
}
`,
  },
  {
    what: "the elements of a record take null; attributes and lines do not",
    given: [
      record,
      complexType("Line", { members: [element("item", "string")] }),
      complexType("LineList", {
        members: [
          element("line", "Line", { maxOccurs: null }),
          attribute("replaceAll", "boolean", { default: "true" }),
        ],
      }),
      complexType("Order", {
        base: "Record",
        members: [
          element("memo", "string"),
          element("lineList", "LineList"),
          element("tag", "string", { maxOccurs: null }),
          attribute("internalId", "string"),
        ],
      }),
    ],
    want: `/** What every {@link NetSuiteRecord} has. */
export interface NetSuiteRecordBase {
  nullFieldList?: string[];
}

/** Declared abstract: \`$type\` says which of these a value is. */
export type NetSuiteRecord = Order;

export interface Line {
  item?: string;
}

export interface LineList {
  /** attribute, default true */
  replaceAll?: boolean;
  line?: Line[];
}

/** The fields of {@link Order}, without \`$type\`. */
export interface OrderFields extends NetSuiteRecordBase {
  /** attribute */
  internalId?: string;
  memo?: string | null;
  lineList?: LineList | null;
  tag?: string[] | null;
}

/** @see https://system.netsuite.com/help/helpcenter/en_US/srbrowser/Browser2022_1/schema/record/order.html */
export interface Order extends OrderFields {
  $type: "Order";
}
`,
  },
  {
    what: "enumerations, with what hostile values they may have",
    given: [
      enumeration("Country", ["_unitedStates", "_canada", "_unitedStates"]),
      enumeration("Empty", []),
      enumeration("Hostile", [
        "*/",
        "`${1}`",
        "\\",
        '"',
        "'\"",
        "\n",
        "\u2028",
      ]),
    ],
    want: `export type Country = "_unitedStates" | "_canada";

export type Empty = string;

export type Hostile = "*/" | "\`\${1}\`" | "\\\\" | '"' | "'\\"" | "\\n" | "\\u2028";
`,
  },
  {
    what: "documentation and defaults end no comment",
    given: [
      complexType("A", {
        documentation: "one */ export const evil = 1; /* \n two",
        members: [
          element("b", "string", {
            default: "*/",
            documentation: "three\u2028*/ `${four}` {{five}}",
          }),
          element("c", "string", { documentation: " \n " }),
          element("d-e", "string"),
        ],
      }),
    ],
    want: `/** one *\\/ export const evil = 1; /* two */
export interface A {
  /**
   * default *\\/
   * three *\\/ \`\${four}\` {{five}}
   */
  b?: string;
  c?: string;
  "d-e"?: string;
}
`,
  },
];

describe("types", () => {
  test.each(rows)("$what", ({ given, options, want }) => {
    expect(emitted(given, options)).toBe(want);
  });
});

test("a module imports what it names of others, and nothing else", () => {
  const { files } = emitPackage(
    smallSchema({
      "common.platform": [complexType("Address")],
      "core.platform": [enumeration("Country", ["_canada"])],
      "relationships.lists": [
        complexType("Customer", {
          members: [
            element("address", "common.platform:Address"),
            element("country", "core.platform:Country"),
            element("parent", "Customer"),
          ],
        }),
      ],
    }),
    OPTIONS,
  );
  expect(files.get("types/lists/relationships.d.ts")).toContain(
    `
import type { Address } from "../platform/common.js";
import type { Country } from "../platform/core.js";

export interface Customer {
  address?: Address;
  country?: Country;
  parent?: Customer;
}
`,
  );
});

test("a type whose name is another on the wire says so", () => {
  const { files } = emitPackage(
    smallSchema({
      "accounting.lists": [complexType("SiteCategory")],
      "website.lists": [complexType("SiteCategory")],
    }),
    OPTIONS,
  );
  expect(files.get("types/lists/website.d.ts")).toContain(
    "/** `SiteCategory` on the wire. */\nexport interface WebsiteSiteCategory {}\n",
  );
});
