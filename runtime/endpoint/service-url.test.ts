import { expect, test } from "vitest";
import { parseAccount } from "../auth/index.js";
import { NetSuiteConfigurationError } from "../errors/index.js";
import { createServiceUrl, parseServiceUrl } from "./service-url.js";

test("the account's own service has the account in its host", () => {
  expect(createServiceUrl(parseAccount("1234567_SB1"), "2022_1").href).toBe(
    "https://1234567-sb1.suitetalk.api.netsuite.com/services/NetSuitePort_2022_1",
  );
});

const service = "/services/NetSuitePort_2022_1";

test.each([
  ["https://a.example", `https://a.example${service}`],
  ["https://a.example/", `https://a.example${service}`],
  ["https://a.example:8443", `https://a.example:8443${service}`],
  [`https://a.example${service}`, `https://a.example${service}`],
  [`https://a.example${service}/`, `https://a.example${service}`],
  [`https://a.example/soap${service}`, `https://a.example/soap${service}`],
  [
    `https://a.example${service}?NS_VER=2025.2`,
    `https://a.example${service}?NS_VER=2025.2`,
  ],
  ["http://localhost:8080", `http://localhost:8080${service}`],
  ["http://127.0.0.1:8080/", `http://127.0.0.1:8080${service}`],
  ["http://127.1.2.3", `http://127.1.2.3${service}`],
  ["http://[::1]:8080", `http://[::1]:8080${service}`],
])("%s is %s", (given, want) => {
  expect(parseServiceUrl(given, "2022_1").href).toBe(want);
});

test.each([
  [
    "a.example",
    [
      "endpoint is not a URL. Give an origin such as https://1234567.suitetalk.api.netsuite.com, or leave it out to use the account's own.",
    ],
  ],
  [
    "http://a.example",
    [
      "endpoint is http://a.example, and plain http is for this machine only. Give an https URL.",
    ],
  ],
  [
    "http://127.0.0.1.example.com",
    [
      "endpoint is http://127.0.0.1.example.com, and plain http is for this machine only. Give an https URL.",
    ],
  ],
  [
    "ftp://localhost",
    [
      "endpoint begins with ftp:, and only https: is spoken. Give an https URL.",
    ],
  ],
  [
    "https://a.example/services/NetSuitePort_2025_2",
    [
      "endpoint is of version 2025_2, and this client was generated for 2022_1. Give https://a.example/services/NetSuitePort_2022_1, or generate a client for 2025_2.",
    ],
  ],
  [
    "https://a.example/wsdl/v2022_1_0/netsuite.wsdl",
    [
      "endpoint has the path /wsdl/v2022_1_0/netsuite.wsdl, which is not that of a service. Give the origin alone, or https://a.example/services/NetSuitePort_2022_1.",
    ],
  ],
  [
    "https://me:hunter2@a.example/?c=1&d=2",
    [
      "endpoint holds a user name or password, and NetSuite takes tokens only. Take them out of the URL.",
      "endpoint has the query parameter c, d, and only NS_VER means something to NetSuite. Take it out of the URL.",
    ],
  ],
  [
    "https://a.example/#x",
    [
      "endpoint has a part after #, which is never sent. Take it out of the URL.",
    ],
  ],
])("%s is refused", (given, problems) => {
  const parse = (): URL => parseServiceUrl(given, "2022_1");
  expect(parse).toThrow(NetSuiteConfigurationError);
  expect(parse).toThrow(expect.objectContaining({ problems }));
  expect(parse).not.toThrow("hunter2");
});
