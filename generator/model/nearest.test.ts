import { expect, test } from "vitest";
import { nearestNames } from "./nearest.js";

const KNOWN = ["customer", "customerPayment", "contact", "salesOrder", "get"];

test.each([
  ["custmer", ["customer"]],
  ["Customer", ["customer", "customerPayment"]],
  ["salseOrder", ["salesOrder"]],
  ["order", ["salesOrder"]],
  ["gett", ["get"]],
  ["zebra", []],
])("%j may have meant %j", (name, want) => {
  expect(nearestNames(name, KNOWN)).toEqual(want);
});
