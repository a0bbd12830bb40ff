import { expect, test } from "vitest";
import { findSecrets } from "./find-secrets.js";
import { createSecrecy } from "./secrecy.js";

const secrecy = createSecrecy({ customFields: ["custentity_pin"] });

test.each<[string, unknown, string[]]>([
  [
    "a changePassword",
    { changePassword: { currentPassword: "old", newPassword: "new" } },
    ["old", "new"],
  ],
  [
    "cards in a list, a number among them",
    { creditCardsList: { creditCards: [{ ccNumber: 4111, ccName: "Ann" }] } },
    ["4111"],
  ],
  [
    "a search for a secret",
    { ccNumber: { operator: "is", searchValue: "4111" } },
    ["4111"],
  ],
  [
    "a custom field",
    {
      customField: [
        {
          $type: "StringCustomFieldRef",
          scriptId: "custentity_pin",
          value: "9",
        },
        { $type: "StringCustomFieldRef", scriptId: "custentity_x", value: "8" },
        { internalId: "custentity_pin", value: { name: "seven" } },
      ],
    },
    ["9", "seven"],
  ],
  ["each once", [{ password: "a", password2: "a" }], ["a"]],
  ["nothing", { password: " ", name: "x", content: new Uint8Array(9) }, []],
])("finds %s", (_, given, want) => {
  expect(findSecrets(given, secrecy)).toEqual(want);
});

test("a value that holds itself ends the search", () => {
  const value: Record<string, unknown> = { password: "a" };
  value["self"] = value;
  value["again"] = [value, value];
  expect(findSecrets(value, secrecy)).toEqual(["a"]);
});
