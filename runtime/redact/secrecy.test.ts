import { expect, test } from "vitest";
import { createSecrecy } from "./secrecy.js";

test.each([
  ["password", "passport"],
  ["password2", "Customer"],
  ["currentPassword", "changePassword"],
  ["newPassword2", "changePassword"],
  ["ccNumber", "creditCards"],
  ["ccSecurityCode", "salesOrder"],
  ["socialSecurityNumber", "record"],
  ["bankAccountNumber", "directDeposit"],
  ["token", "paymentCardToken"],
  ["signature", "tokenPassport"],
  ["timestamp", "tokenPassport"],
  ["authenticationToken", "ssoPassport"],
])("%s in %s is secret", (name, parent) => {
  expect(createSecrecy().isSecretElement(name, parent)).toBe(true);
});

test.each([
  ["account", "tokenPassport"],
  ["timestamp", "record"],
  ["changePasswordResponse", "Body"],
  ["email", "passport"],
  ["internalId", "record"],
  ["ccName", "salesOrder"],
])("%s in %s is not", (name, parent) => {
  expect(createSecrecy().isSecretElement(name, parent)).toBe(false);
});

test("an application names more", () => {
  const secrecy = createSecrecy({
    elements: ["birthDate"],
    customFields: ["custentity_pin"],
  });
  expect(secrecy.isSecretElement("birthdate", null)).toBe(true);
  expect(secrecy.isSecretCustomField("CUSTENTITY_PIN")).toBe(true);
  expect(secrecy.isSecretCustomField(undefined, "custentity_pin")).toBe(true);
  expect(secrecy.isSecretCustomField("custentity_other", 7)).toBe(false);
});
