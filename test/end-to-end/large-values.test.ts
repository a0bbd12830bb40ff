import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleWsdl } from "../wsdl-sets.js";
import { connect, type Connection } from "./connection.js";
import type { GeneratedClient } from "./generated-client.js";

let connection: Connection;
let client: GeneratedClient;
beforeAll(async () => {
  connection = await connect(sampleWsdl, { long: "bigint" });
  client = connection.createClient();
});
afterAll(() => connection.close());

const MEBIBYTE = 1024 * 1024;
const request = {
  baseRef: { $type: "RecordRef", type: "file", internalId: "42" },
};

test("a file of 1 MiB goes out and comes back byte by byte", async () => {
  const { server, text } = connection;
  let stored = "";
  server.answer = ({ operation, content }) => {
    if (operation === "get") {
      return {
        body: text.envelope(
          `<m:getResponse><m:readResponse><c:status isSuccess="true"/><m:record xmlns:d="urn:filecabinet_2022_1.documents.webservices.netsuite.com" xsi:type="d:File"><d:content>${stored.replace(/.{76}/g, "$&\r\n")}</d:content></m:record></m:readResponse></m:getResponse>`,
        ),
      };
    }
    const { record } = content as { record: { content: string } };
    stored = record.content;
    return {
      body: text.envelope(
        `<m:addResponse><m:writeResponse><c:status isSuccess="true"/></m:writeResponse></m:addResponse>`,
      ),
    };
  };
  const content = Uint8Array.from(
    { length: MEBIBYTE },
    (_, at) => (at * 7919) >> 3,
  );
  await client.add({
    record: {
      $type: "File",
      name: "a.bin",
      folder: { internalId: "1" },
      content,
    },
  });
  expect(Buffer.from(stored, "base64").equals(content)).toBe(true);
  const { readResponse } = (await client.get(request)) as {
    readResponse: { record: { content: Uint8Array } };
  };
  const received = readResponse.record.content;
  expect(received.constructor).toBe(Uint8Array);
  expect(Buffer.from(received).equals(content)).toBe(true);
});

test("a text of 50 MiB is read whole", async () => {
  const { server, text } = connection;
  const line = "0123456789 abcdef \u00e9\u{1f511}&amp;\n";
  const count = Math.ceil((50 * MEBIBYTE) / Buffer.byteLength(line));
  server.answer = () => ({
    body: text.envelope(
      `<m:getResponse><m:readResponse><c:status isSuccess="true"/><m:record xsi:type="r:Customer"><r:comments>${line.repeat(count)}</r:comments></m:record></m:readResponse></m:getResponse>`,
    ),
  });
  const { readResponse } = (await client.get(request)) as {
    readResponse: { record: { comments: string } };
  };
  const wanted = line.replace("&amp;", "&").repeat(count);
  expect(readResponse.record.comments === wanted).toBe(true);
});

test("longs are bigints where the package was generated so", async () => {
  const { server, text } = connection;
  server.answer = () => ({
    body: text.envelope(
      `<m:addResponse><m:writeResponse><c:status isSuccess="true"/></m:writeResponse></m:addResponse>`,
    ),
  });
  const record = {
    $type: "Customer",
    customFieldList: {
      customField: [
        {
          $type: "LongCustomFieldRef",
          scriptId: "custentity_big",
          value: 9_223_372_036_854_775_807n,
        },
      ],
    },
  };
  await client.add({ record });
  expect(server.requests.at(-1)?.xml).toContain(">9223372036854775807<");
  server.answer = () => ({
    body: text.envelope(
      `<m:getResponse><m:readResponse><c:status isSuccess="true"/><m:record xsi:type="r:Customer"><r:customFieldList><c:customField xsi:type="c:LongCustomFieldRef" scriptId="custentity_big"><c:value>-9223372036854775808</c:value></c:customField></r:customFieldList></m:record></m:readResponse></m:getResponse>`,
    ),
  });
  expect(await client.get(request)).toMatchObject({
    readResponse: {
      record: {
        customFieldList: {
          customField: [{ value: -9_223_372_036_854_775_808n }],
        },
      },
    },
  });
});
