import { expect, test } from "vitest";
import { findHostAccount, parseAccount } from "./account.js";

test.each([
  ["1234567", "1234567", "1234567"],
  ["1234567_SB1", "1234567_SB1", "1234567-sb1"],
  ["1234567-sb1", "1234567_SB1", "1234567-sb1"],
  ["1234567_sb1", "1234567_SB1", "1234567-sb1"],
  ["1234567-SB1", "1234567_SB1", "1234567-sb1"],
  ["1234567-SB12", "1234567_SB12", "1234567-sb12"],
  ["1234567_RP", "1234567_RP", "1234567-rp"],
  ["tstdrv1576318", "TSTDRV1576318", "tstdrv1576318"],
  ["TSTDRV1431250", "TSTDRV1431250", "tstdrv1431250"],
  [" 1234567_SB1\r\n", "1234567_SB1", "1234567-sb1"],
  [
    "https://tstdrv1431250.app.netsuite.com/app/center/card.nl",
    "TSTDRV1431250",
    "tstdrv1431250",
  ],
  [
    " https://1234567-sb1.app.netsuite.com/app/center/card.nl?sc=-29&whence= ",
    "1234567_SB1",
    "1234567-sb1",
  ],
  ["1234567-sb1.suitetalk.api.netsuite.com", "1234567_SB1", "1234567-sb1"],
  ["1234567-RP.SuiteTalk.api.NetSuite.com", "1234567_RP", "1234567-rp"],
  [
    "https://1234567.suitetalk.api.netsuite.com/services/NetSuitePort_2022_1",
    "1234567",
    "1234567",
  ],
  ["https://1234567.restlets.api.netsuite.com", "1234567", "1234567"],
])("%j is %s in passports and realms, %s in hosts", (given, passport, host) => {
  expect(parseAccount(given)).toEqual({ passport, realm: passport, host });
});

test.each([
  "",
  "  ",
  "12345 67",
  "1234567.suitetalk",
  "1234567_",
  "_SB1",
  "1234567__SB1",
  "1234567_SB1_2",
  "1234567/SB1",
  "1234567@evil",
  "me@example.com",
  "１２３",
  "1234567.app.netsuite.com.evil.example",
  "system.netsuite.com",
])("%j is refused", (given) => {
  expect(() => parseAccount(given)).toThrow(
    `account is ${JSON.stringify(given)}, which is not an account id. Give the id from Setup > Company > Company Information, such as 1234567 or 1234567_SB1.`,
  );
});

test.each([
  [
    "https://system.netsuite.com/app/login/secure.nl?token=hunter2",
    "a URL of system.netsuite.com",
  ],
  ["https://me:hunter2@1234567.example/", "a URL of 1234567.example"],
  [
    "https://1234567.app.netsuite.com@evil.example/hunter2",
    "a URL of evil.example",
  ],
])("%s is refused, and of the URL only the host is shown", (given, shown) => {
  expect(() => parseAccount(given)).toThrow(
    `account is ${shown}, which is not an account id. Give the id from Setup > Company > Company Information, such as 1234567 or 1234567_SB1.`,
  );
});

test("what is as long as a key is not shown", () => {
  const key =
    "ef40afdd8abaac111b13825dd5e5e2ddddb44f86d5a0dd6dcf38c20aae6b67e4";
  expect(() => parseAccount(key)).toThrow(
    "account is a text of 64 characters, which is not an account id.",
  );
});

test("hosts that all accounts share hold none", () => {
  expect(findHostAccount("https://webservices.netsuite.com")).toBeNull();
  expect(findHostAccount("1234567")).toBeNull();
});
