import { expect, test } from "vitest";
import { findSunset } from "./sunset.js";

const at = (date: string): number => Date.parse(`${date}T12:00:00Z`);

// Rows and columns of the table in Oracle's help article 2104046421.
const dates = [
  ["2025-11-22", "25.2"],
  ["2026-05-22", "26.1"],
  ["2026-11-22", "26.2"],
  ["2027-05-22", "27.1"],
  ["2027-11-22", "27.2"],
  ["2028-05-22", "28.1"],
  ["2028-11-22", "28.2"],
] as const;

test.each([
  ["2026_1", "SSSSSS–"],
  ["2025_2", "SSSSSS–"],
  ["2025_1", "SSSSUU–"],
  ["2024_2", "SSSSUU–"],
  ["2024_1", "SSSUUU–"],
  ["2023_2", "SSUUUU–"],
  ["2023_1", "SUUUUU–"],
  ["2022_2", "UUUUUU–"],
  ["2022_1", "UUUUUU–"],
  ["2021_2", "UUUUUU–"],
  ["2021_1", "UUUUU––"],
  ["2020_2", "UUUU–––"],
  ["2020_1", "UUU––––"],
  ["2019_2", "UU–––––"],
  ["2019_1", "–––––––"],
  ["2010_1", "–––––––"],
])("%s is %s", (version, row) => {
  const letters = { supported: "S", ending: "S", unsupported: "U", gone: "–" };
  expect(
    dates
      .map(([date]) => letters[findSunset(version, at(date)).state])
      .join(""),
  ).toBe(row);
});

test.each([
  ["2024_1", "2026-05-22", "supported", "2027.1", "2028.2"],
  ["2024_1", "2026-11-22", "ending", "2027.1", "2028.2"],
  ["2022_1", "2026-11-22", "unsupported", null, "2028.2"],
  ["2019_2", "2026-11-22", "gone", null, "2026.2"],
  ["2013_1", "2026-11-22", "gone", null, null],
])(
  "%s on %s: %s, no support from %s, gone from %s",
  (version, date, state, unsupportedFrom, goneFrom) => {
    expect(findSunset(version, at(date))).toEqual({
      state,
      unsupportedFrom,
      goneFrom,
    });
  },
);

test("dates before and after the table are its ends", () => {
  expect(findSunset("2025_2", at("2020-01-01")).state).toBe("supported");
  expect(findSunset("2025_2", at("2040-01-01")).state).toBe("gone");
});
