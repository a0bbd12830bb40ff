import { expect, test } from "vitest";
import { parseRetryAfter } from "./retry-after.js";

const now = Date.parse("2026-01-01T00:00:00Z");

test.each([
  [undefined, null],
  ["", null],
  ["0", 0],
  [" 120 ", 120_000],
  ["Thu, 01 Jan 2026 00:00:30 GMT", 30_000],
  ["Wed, 31 Dec 2025 23:59:30 GMT", 0],
  ["soon", null],
  ["-5", null],
  ["1.5", null],
])("%j is %s ms", (value, want) => {
  expect(parseRetryAfter(value, now)).toBe(want);
});
