import { gunzipSync } from "node:zlib";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schema } from "../../generated/netsuite-2025-2/index.js";
import { startEmulator, type Emulator } from "../index.js";
import { createCaller, type SoapCaller } from "./fixtures/soap-caller.js";

const errors: unknown[] = [];
let emulator: Emulator;
let call: SoapCaller;

beforeAll(async () => {
  emulator = await startEmulator({
    schema,
    onError: (error) => errors.push(error),
  });
  call = createCaller(emulator, schema);
});

afterAll(async () => {
  await emulator.close();
  expect(errors).toEqual([]);
});

const get = (path: string, options?: RequestInit): Promise<Response> =>
  fetch(`${emulator.endpoint}${path}`, options);

test("an answer has NetSuite's headers and an id", async () => {
  const { headers, text, status } = await call();
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/xml; charset=utf-8");
  expect(headers.get("set-cookie")).toMatch(
    /^JSESSIONID=[^;]+; Path=\/; HttpOnly$/,
  );
  expect(headers.get("x-n-operationid")).toMatch(/^[0-9a-f-]{36}$/);
  expect(Date.parse(headers.get("date") ?? "")).not.toBeNaN();
  const nsId = />(WEBSERVICES_TSTDRV1234567_\w+)</.exec(text)?.[1];
  expect(emulator.requests.at(-1)?.nsId).toBe(nsId);
});

test("SOAP 1.2 is answered in SOAP 1.2, faults too", async () => {
  const soap = "http://www.w3.org/2003/05/soap-envelope";
  const headers = { "content-type": "application/soap+xml; charset=utf-8" };
  const reply = await call({ soap, headers });
  expect(reply.headers.get("content-type")).toBe(
    "application/soap+xml; charset=utf-8",
  );
  expect(reply.text).toContain(`xmlns:soapenv="${soap}"`);
  expect(reply.response).toHaveProperty("getServerTimeResult");
  const refused = await call({ soap, headers, passport: null });
  expect(refused.text).toContain(
    "<soapenv:Code><soapenv:Value>soapenv:Receiver</soapenv:Value></soapenv:Code>",
  );
  expect(refused.fault).toMatch(/^invalidSessionFault WS_LOG_IN_REQD/);
});

test.each([
  [
    "a header that must be understood",
    '<q:x xmlns:q="urn:q" s:mustUnderstand="1"/>',
    "<m:getServerTime/>",
    "MustUnderstand",
  ],
  ["no operation", "", "<m:none/>", "Sender"],
])("SOAP 1.2 has a code of its own for %s", async (_, header, body, code) => {
  const { text } = await call({
    soap: "http://www.w3.org/2003/05/soap-envelope",
    headers: { "content-type": "application/soap+xml" },
    header,
    body,
  });
  expect(text).toContain(`<soapenv:Value>soapenv:${code}</soapenv:Value>`);
});

test.each([
  [
    "UTF-16 with a mark",
    "utf-16",
    (text: string) => Buffer.from(`\ufeff${text}`, "utf16le"),
  ],
  ["ISO-8859-1", "iso-8859-1", (text: string) => Buffer.from(text, "latin1")],
  [
    "UTF-8 with a mark",
    "utf-8",
    (text: string) => Buffer.from(`\ufeff${text}`),
  ],
])("a request in %s is read", async (_, charset, encode) => {
  const text = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><getDataCenterUrls xmlns="urn:messages_2025_2.platform.webservices.netsuite.com"><account>Zoë</account></getDataCenterUrls></s:Body></s:Envelope>`;
  const response = await get("/services/NetSuitePort_2025_2", {
    method: "POST",
    headers: { "content-type": `text/xml; charset=${charset}` },
    body: Uint8Array.from(encode(text)),
  });
  expect(response.status).toBe(200);
});

test.each<[string, string, string, string]>([
  ["no XML", "text/xml", "hello", "org.xml.sax.SAXParseException"],
  [
    "an unknown charset",
    "text/xml; charset=klingon",
    "<a/>",
    'The Content-Type says that the request is in charset "klingon": it is not, or nothing is known of that charset.',
  ],
  [
    "bytes that are not of the charset",
    "text/xml; charset=utf-16le",
    "<a>",
    'The Content-Type says that the request is in charset "utf-16le"',
  ],
])("%s is a fault", async (_, contentType, body, message) => {
  const response = await get("/services/NetSuitePort_2025_2", {
    method: "POST",
    headers: { "content-type": contentType },
    body,
  });
  expect(response.status).toBe(500);
  expect(await response.text()).toContain(message.replaceAll('"', '"'));
});

test("large answers are compressed for those who ask for it, small ones are not", async () => {
  const page = await requestRaw("/wsdl/none", { "accept-encoding": "gzip" });
  expect(page.headers["content-encoding"]).toBeUndefined();
  const id = emulator.records.add({
    $type: "Customer",
    companyName: "Large",
    comments: "large ".repeat(1000),
  });
  const body = `<m:get><m:baseRef xsi:type="c:RecordRef" type="customer" internalId="${id}"/></m:get>`;
  const plain = await call({
    body,
    headers: { "accept-encoding": "gzip;q=0, identity" },
  });
  expect(plain.headers.get("content-encoding")).toBeNull();
  const zipped = await call({ body, headers: { "accept-encoding": "gzip" } });
  expect(zipped.headers.get("content-encoding")).toBe("gzip");
  expect(Number(zipped.headers.get("content-length"))).toBeLessThan(2000);
  expect(zipped.text).toContain("large large");
});

test("an endpoint version that is not served is a fault that names those that are", async () => {
  const response = await get("/services/NetSuitePort_2099_1", {
    method: "POST",
    body: "<a/>",
  });
  expect(response.status).toBe(500);
  expect(await response.text()).toContain(
    "<faultcode>soapenv:Server.NoService</faultcode><faultstring>The AXIS engine could not find a target service to invoke! targetService is NetSuitePort_2099_1 [this emulator serves 2025_2]</faultstring>",
  );
});

test.each<[string, string, number, string]>([
  [
    "GET",
    "/services/NetSuitePort_2025_2",
    405,
    "This is the SuiteTalk endpoint of version 2025_2: POST SOAP requests here. Its WSDL is at ORIGIN/services/NetSuitePort_2025_2?wsdl.\n",
  ],
  [
    "PUT",
    "/wsdl/v2025_2_0/netsuite.wsdl",
    405,
    "/wsdl/v2025_2_0/netsuite.wsdl takes GET only.\n",
  ],
  [
    "GET",
    "/other",
    404,
    "There is no /other. There is:\nPOST ORIGIN/services/NetSuitePort_2025_2: SOAP requests\nGET ORIGIN/wsdl/v2025_2_0/netsuite.wsdl: the WSDL\n",
  ],
  [
    "GET",
    "/_emulator/other",
    404,
    "There is no GET /_emulator/other. There is:\n",
  ],
])("%s %s is answered with %i", async (method, path, status, text) => {
  const response = await get(path, { method });
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(
    text.replaceAll("ORIGIN", emulator.endpoint),
  );
});

test.each([
  "/wsdl/v2025_2_0/netsuite.wsdl",
  "/services/NetSuitePort_2025_2?wsdl",
  "/xsd/platform/v2025_2_0/core.xsd",
])("%s is served", async (path) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/xml; charset=utf-8");
  const text = await response.text();
  expect(text).toContain(emulator.endpoint);
});

test.each(["wsdl", "WSDL", "wsdl=1"])("?%s is the WSDL", async (query) => {
  const response = await get(`/services/NetSuitePort_2025_2?${query}`);
  expect(await response.text()).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<definitions /,
  );
});

test("a lenient emulator names the operation that there is not", async () => {
  await using lenient = await startEmulator({ schema, lenient: true });
  const { fault } = await createCaller(lenient, schema)({ body: "<m:none/>" });
  expect(fault).toBe(
    "No such operation '{urn:messages_2025_2.platform.webservices.netsuite.com}none': the body of the envelope is to be the request of an operation.",
  );
});

test("REST callers are told the hosts of the account", async () => {
  const response = await get("/rest/datacenterurls?account=tstdrv1234567");
  expect(await response.json()).toMatchObject({
    webservicesDomain: emulator.endpoint,
  });
});

test("a Host that is no host does not reach any text", async () => {
  const { text } = await requestRaw("/other", { host: 'a"><script>' });
  expect(text).not.toContain("script");
});

test("a compressed request is refused", async () => {
  const { status } = await call({ headers: { "content-encoding": "gzip" } });
  expect(status).toBe(415);
});

test("a client that goes away in the middle of its request is no error", async () => {
  const { port } = new URL(emulator.endpoint);
  const before = emulator.requests.length;
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(
    "POST /services/NetSuitePort_2025_2 HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n<a>",
  );
  await expect.poll(() => emulator.metrics.inFlight).toBe(1);
  socket.destroy();
  await expect.poll(() => emulator.requests[before]?.outcome).toBe("aborted");
});

test("an error of the emulator's own is a fault with an id, and told of", async () => {
  const told: [unknown, string][] = [];
  let asked = -Infinity;
  await using broken = await startEmulator({
    schema,
    now() {
      // The time of the login, after those of the answer's Date and of the log.
      if (++asked === 3) throw new Error("The clock broke.");
      return new Date();
    },
    onError: (...error) => told.push(error),
  });
  const callBroken = createCaller(broken, schema);
  asked = 0;
  const { status, fault } = await callBroken();
  const [[error, errorId] = []] = told;
  expect(error).toEqual(new Error("The clock broke."));
  expect(status).toBe(500);
  expect(fault).toBe(
    `unexpectedErrorFault UNEXPECTED_ERROR: An unexpected error occurred. Error ID: ${errorId ?? ""}`,
  );
});

test("other prefixes say the same", async () => {
  await using varied = await startEmulator({ schema, variation: 7 });
  const callVaried = createCaller(varied, schema);
  const id = varied.records.add({
    $type: "Customer",
    companyName: 'A & "B" <C>\r\n',
    addressbookList: { addressbook: [{ label: "home" }, { label: "work" }] },
    customFieldList: {
      customField: [
        { $type: "StringCustomFieldRef", scriptId: "custentity_a", value: "x" },
      ],
    },
  });
  const body = `<m:get><m:baseRef xsi:type="c:RecordRef" type="customer" internalId="${id}"/></m:get>`;
  const texts = new Set<string>();
  for (let times = 0; times < 20; times += 1) {
    const { text, response } = await callVaried({ body });
    expect(response).toEqual({
      readResponse: {
        status: { isSuccess: true },
        record: varied.records.get("customer", id),
      },
    });
    texts.add(text.replace(/WEBSERVICES_\w+/, ""));
  }
  expect(texts.size).toBeGreaterThan(10);
});

function requestRaw(
  path: string,
  headers: Record<string, string>,
): Promise<{
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}> {
  return new Promise((resolve, reject) => {
    httpRequest(`${emulator.endpoint}${path}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const isZipped = response.headers["content-encoding"] === "gzip";
        const text = String(isZipped ? gunzipSync(bytes) : bytes);
        resolve({ headers: response.headers, text });
      });
    })
      .on("error", reject)
      .end();
  });
}
