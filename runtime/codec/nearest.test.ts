import { expect, test } from "vitest";
import { findNearest, rankByLikeness } from "./nearest.js";

const names = ["companyName", "entityId", "email", "phone"];

const rows: readonly [given: string, want: string | undefined][] = [
  ["comapnyName", "companyName"],
  ["CompanyName", "companyName"],
  ["entityID", "entityId"],
  ["mail", "email"],
  ["subsidiary", undefined],
  ["", undefined],
];

test.each(rows)("the nearest to %s is %s", (given, want) => {
  expect(findNearest(given, names)).toBe(want);
});

test("best first, and no more than asked for", () => {
  expect(rankByLikeness("mail", names, 2)).toEqual(["email", "phone"]);
  expect(findNearest("a", [])).toBe(undefined);
});
