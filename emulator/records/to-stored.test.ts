import type { NetSuiteSchema, TypeDescriptor } from "nsgen-runtime/codegen-v1";
import { expect, test } from "vitest";
import { schema } from "../../generated/sample/index.js";
import { createAccount } from "../account/create-account.js";
import { createMemoryState } from "../state/memory-state.js";
import { readView } from "./read-view.js";
import { toStored } from "./to-stored.js";

const given = {
  $type: "Customer",
  companyName: "Acme",
  dateCreated: "2017-02-21T06:00:00Z",
  $unknown: [{ name: "x", value: "y" }],
  nosuch: 1,
  customFieldList: {
    customField: [
      {
        $type: "StringCustomFieldRef",
        internalId: "custentity_a",
        value: "a",
      },
    ],
  },
};

test("what is stored has Pacific dates, and nothing that its type does not declare", () => {
  expect(toStored(schema, customerOf(schema), given)).toEqual({
    $type: "Customer",
    companyName: "Acme",
    dateCreated: "2017-02-20T22:00:00.000-08:00",
    customFieldList: given.customFieldList,
  });
});

test("before 2013.2 the internal id of a custom field is its script id", () => {
  const old = withoutScriptIds(schema);
  const value = toStored(old, customerOf(old), given);
  expect(value["customFieldList"]).toEqual({
    customField: [
      {
        $type: "StringCustomFieldRef",
        scriptId: "custentity_a",
        value: "a",
      },
    ],
  });
  const account = createAccount({ id: "1", state: createMemoryState() });
  const record = {
    bucket: "Customer",
    internalId: "1",
    externalId: null,
    version: "2022_1",
    value,
  };
  expect(readView(account, old, record)?.["customFieldList"]).toEqual(
    given.customFieldList,
  );
  expect(readView(account, schema, record)?.["customFieldList"]).toEqual(
    value["customFieldList"],
  );
});

function customerOf(of: NetSuiteSchema) {
  const type = of.typeOf("Customer");
  if (!type) throw new Error("The sample has customers");
  return type;
}

/** The sample as its custom fields would be before 2013.2. */
function withoutScriptIds(newer: NetSuiteSchema): NetSuiteSchema {
  const change = <T extends TypeDescriptor>(type: T): T =>
    type.kind === "complex"
      ? {
          ...type,
          attributes: type.attributes.filter(({ name }) => name !== "scriptId"),
        }
      : type;
  return {
    ...newer,
    type: (index) => change(newer.type(index)),
    typeOf(typeName) {
      const type = newer.typeOf(typeName);
      return type && change(type);
    },
  };
}
