import { expect, test } from "vitest";
import { parseAccount } from "../auth/index.js";
import { parseDataCenter } from "./data-center.js";

const account = parseAccount("1234567-sb1");
const netsuite = new URL("https://rest.netsuite.com/rest/datacenterurls");
const emulator = new URL("http://127.0.0.1:8080/rest/datacenterurls");

test.each([
  [netsuite, "https://1234567-sb1.suitetalk.api.netsuite.com"],
  [netsuite, "https://webservices.na1.netsuite.com"],
  [emulator, "https://1234567-sb1.suitetalk.api.netsuite.com"],
  [emulator, "http://localhost:9090"],
])("%s may answer with %s", (asked, domain) => {
  expect(parseDataCenter(account, domain, asked)).toBe(domain);
});

test("of the answer only scheme and host are taken", () => {
  expect(
    parseDataCenter(
      account,
      "https://user:pass@1234567.suitetalk.api.netsuite.com/x?y#z",
      netsuite,
    ),
  ).toBe("https://1234567.suitetalk.api.netsuite.com");
});

test("the default host means that the account is unknown", () => {
  expect(() =>
    parseDataCenter(account, "https://webservices.netsuite.com", netsuite),
  ).toThrow(
    expect.objectContaining({
      code: "configuration",
      message:
        "account is 1234567_SB1, and NetSuite knows no such account: rest.netsuite.com answered with webservices.netsuite.com, as it does for all that it does not know. Check the account id in Setup > Company > Company Information.",
    }),
  );
});

test.each([
  ["https://evil.example", "https://evil.example"],
  ["https://netsuite.com.evil.example", "https://netsuite.com.evil.example"],
  ["https://evilnetsuite.com", "https://evilnetsuite.com"],
  ["https://a.netsuite.com@evil.example", "https://evil.example"],
  [
    "http://1234567.suitetalk.api.netsuite.com",
    "http://1234567.suitetalk.api.netsuite.com",
  ],
  ["https://a.netsuite.com:8443", "https://a.netsuite.com:8443"],
  ["http://127.0.0.1:80", "http://127.0.0.1"],
])("%s is not NetSuite's", (domain, shown) => {
  expect(() => parseDataCenter(account, domain, netsuite)).toThrow(
    expect.objectContaining({
      code: "configuration",
      message: `rest.netsuite.com was asked for the hosts of account 1234567_SB1, and named ${shown}, which is not under https://netsuite.com. Nothing was sent there. Check what answers at rest.netsuite.com.`,
    }),
  );
});

test.each([undefined, "", "1234567.suitetalk.api.netsuite.com", 5])(
  "%j is no answer",
  (domain) => {
    expect(() => parseDataCenter(account, domain, netsuite)).toThrow(
      expect.objectContaining({
        code: "decode",
        outcome: "notDone",
        message:
          "rest.netsuite.com was asked for the hosts of account 1234567_SB1, and answered without a URL in webservicesDomain. Check what answers there.",
      }),
    );
  },
);
