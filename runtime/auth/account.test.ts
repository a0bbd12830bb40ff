import { expect, test } from "vitest";
import { parseAccount } from "./account.js";

test.each([
  ["1234567", "1234567", "1234567"],
  ["1234567_SB1", "1234567_SB1", "1234567-sb1"],
  ["1234567-sb1", "1234567_SB1", "1234567-sb1"],
  ["1234567_sb1", "1234567_SB1", "1234567-sb1"],
  ["1234567-SB12", "1234567_SB12", "1234567-sb12"],
  ["1234567_RP", "1234567_RP", "1234567-rp"],
  ["tstdrv1576318", "TSTDRV1576318", "tstdrv1576318"],
  ["TSTDRV1576318", "TSTDRV1576318", "tstdrv1576318"],
])("%s is %s in passports and %s in hosts", (given, passport, host) => {
  expect(parseAccount(given)).toEqual({ passport, host });
});

test.each([
  "",
  " 1234567",
  "1234567\n",
  "1234567.suitetalk",
  "1234567_",
  "_SB1",
  "1234567__SB1",
  "1234567_SB1_2",
  "1234567/SB1",
  "1234567@evil",
  "１２３",
])("%j is refused", (given) => {
  expect(() => parseAccount(given)).toThrow(
    `account is ${JSON.stringify(given)}, which is not an account id. Give the id from Setup > Company > Company Information, such as 1234567 or 1234567_SB1.`,
  );
});

test("what is as long as a key is not shown", () => {
  const key =
    "ef40afdd8abaac111b13825dd5e5e2ddddb44f86d5a0dd6dcf38c20aae6b67e4";
  expect(() => parseAccount(key)).toThrow(
    "account is a text of 64 characters, which is not an account id.",
  );
});
