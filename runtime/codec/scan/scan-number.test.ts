import { expect, test } from "vitest";
import { scanNumber } from "./scan-number.js";

const rows: readonly [
  text: string,
  decimal: number | undefined,
  integer: number | undefined,
][] = [
  ["0", 0, 0],
  ["-0", -0, 0],
  ["-0.0", -0, undefined],
  ["7", 7, 7],
  ["007", 7, 7],
  ["-12", -12, -12],
  ["0.1", 0.1, undefined],
  ["0.30", 0.3, undefined],
  ["-1.10", -1.1, undefined],
  [".5", 0.5, undefined],
  ["5.", 5, undefined],
  ["-.5", -0.5, undefined],
  ["99999.99", 99999.99, undefined],
  ["0.00000000000001", 1e-14, undefined],
  ["123456789012345", 123456789012345, 123456789012345],
  ["12345678901234.5", 12345678901234.5, undefined],
  // Forms that are left to the slower reader, and what is no number.
  ["1234567890123456", undefined, undefined],
  ["0.000000000000001", undefined, undefined],
  ["1e5", undefined, undefined],
  ["+1", undefined, undefined],
  ["", undefined, undefined],
  ["-", undefined, undefined],
  [".", undefined, undefined],
  ["-.", undefined, undefined],
  ["1.2.3", undefined, undefined],
  ["--1", undefined, undefined],
  ["1-", undefined, undefined],
  [" 1", undefined, undefined],
  ["1 ", undefined, undefined],
  ["INF", undefined, undefined],
  ["٣", undefined, undefined],
];

test.each(rows)("%j is %d with fractions, %d without", (text, ...wanted) => {
  const bytes = Buffer.from(`9${text}9`);
  const end = bytes.length - 1;
  expect(scanNumber(bytes, 1, end, true)).toBe(wanted[0]);
  expect(scanNumber(bytes, 1, end, false)).toBe(wanted[1]);
});

test("whatever is read is the double nearest to the decimal, as Number reads it", () => {
  let seed = 1;
  const below = (bound: number): number =>
    (seed = (seed * 48_271) % 2_147_483_647) % bound;
  for (let run = 0; run < 20_000; run++) {
    const digits = Array.from({ length: 1 + below(15) }, () => below(10));
    const point = below(digits.length + 1);
    const text = `${below(2) ? "-" : ""}${digits.slice(0, point).join("")}.${digits.slice(point).join("")}`;
    const bytes = Buffer.from(text);
    expect(scanNumber(bytes, 0, bytes.length, true), text).toBe(Number(text));
  }
});
