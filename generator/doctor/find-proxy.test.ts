import { expect, test } from "vitest";
import { findProxy } from "./find-proxy.js";

const netsuite = "https://1234567.suitetalk.api.netsuite.com/services";
const proxy = "http://jane:hunter2@proxy.example:3128";

test.each([
  [netsuite, {}, null],
  [netsuite, { HTTPS_PROXY: proxy }, "HTTPS_PROXY"],
  [netsuite, { https_proxy: proxy, HTTPS_PROXY: "" }, "https_proxy"],
  [netsuite, { HTTP_PROXY: proxy }, "HTTP_PROXY"],
  [netsuite, { HTTPS_PROXY: "", HTTP_PROXY: "" }, null],
  [netsuite, { HTTPS_PROXY: proxy, NO_PROXY: "*" }, null],
  [
    netsuite,
    { HTTPS_PROXY: proxy, NO_PROXY: "a.example, .netsuite.com" },
    null,
  ],
  [netsuite, { HTTPS_PROXY: proxy, NO_PROXY: "*.netsuite.com:443" }, null],
  [
    netsuite,
    { HTTPS_PROXY: proxy, NO_PROXY: "netsuite.com:444" },
    "HTTPS_PROXY",
  ],
  [netsuite, { HTTPS_PROXY: proxy, NO_PROXY: "netsuite.com" }, "HTTPS_PROXY"],
  ["http://127.0.0.1:7080/services", { HTTP_PROXY: proxy }, null],
  ["https://localhost:7080/services", { HTTPS_PROXY: proxy }, null],
])("%s with %j goes through %s", (url, environment, variable) => {
  const found = findProxy(new URL(url), environment);
  expect(found?.variable ?? null).toBe(variable);
});

test("a proxy's password is not kept", () => {
  expect(findProxy(new URL(netsuite), { HTTPS_PROXY: proxy })?.url.href).toBe(
    "http://proxy.example:3128/",
  );
});
