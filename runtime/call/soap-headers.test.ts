import { expect, test } from "vitest";
import { defineSchema } from "../codegen-v1/index.js";
import type { OperationDescriptor } from "../codegen-v1/index.js";
import { formatSmallSchema, smallSchema } from "./fixtures/small-schema.js";
import {
  createSoapHeaders,
  declaresHeader,
  isAuthenticated,
} from "./soap-headers.js";

function operation(name: string): OperationDescriptor {
  const found = smallSchema.operation(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

const defaults = {
  preferences: { warningAsError: true },
  searchPreferences: { pageSize: 50, bodyFieldsOnly: false },
  partnerInfo: { partnerId: "p" },
};

test.each([
  [
    "the client's go with operations that declare them",
    "get",
    {},
    {
      preferences: { warningAsError: true },
      partnerInfo: { partnerId: "p" },
    },
  ],
  [
    "searchPreferences go with searches",
    "search",
    {},
    {
      searchPreferences: { pageSize: 50, bodyFieldsOnly: false },
      partnerInfo: { partnerId: "p" },
    },
  ],
  [
    "the call's are laid over the client's",
    "search",
    {
      searchPreferences: { pageSize: 5 },
      partnerInfo: { partnerId: "q" },
    },
    {
      searchPreferences: { pageSize: 5, bodyFieldsOnly: false },
      partnerInfo: { partnerId: "q" },
    },
  ],
  [
    "what a call gives is sent in any case",
    "search",
    {
      preferences: { ignoreReadOnlyFields: true },
      headers: { documentInfo: { nsId: "x" } },
    },
    {
      documentInfo: { nsId: "x" },
      preferences: { warningAsError: true, ignoreReadOnlyFields: true },
      searchPreferences: { pageSize: 50, bodyFieldsOnly: false },
      partnerInfo: { partnerId: "p" },
    },
  ],
])("%s", (_, name, options, want) => {
  expect(createSoapHeaders(operation(name), defaults, options)).toEqual(want);
});

test("without defaults and options there are none", () => {
  const none = {
    preferences: undefined,
    searchPreferences: undefined,
    partnerInfo: undefined,
  };
  expect(createSoapHeaders(operation("get"), none, {})).toEqual({});
});

test("all operations say who calls in headers, but those whose request does", () => {
  expect(isAuthenticated(operation("get"))).toBe(true);
  expect(isAuthenticated({ ...operation("get"), name: "login" })).toBe(false);
});

test("a header is declared where an operation takes it", () => {
  const old = defineSchema(
    formatSmallSchema("2013_2").replace("tokenPassport 10", "passport 10"),
  );
  expect(declaresHeader(smallSchema, "tokenPassport")).toBe(true);
  expect(declaresHeader(smallSchema, "passport")).toBe(false);
  expect(declaresHeader(old, "tokenPassport")).toBe(false);
  expect(declaresHeader(old, "passport")).toBe(true);
  expect(declaresHeader(old, "documentInfo")).toBe(false);
});
