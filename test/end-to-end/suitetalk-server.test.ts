import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleWsdl } from "../wsdl-sets.js";
import { connect, type Connection } from "./connection.js";

let connection: Connection;
beforeAll(async () => {
  connection = await connect(sampleWsdl);
});
afterAll(() => connection.close());

test("the server of these tests refuses a passport that it has seen", async () => {
  const { server, text } = connection;
  server.answer = () => ({
    body: text.envelope(
      `<m:getServerTimeResponse><c:getServerTimeResult><c:status isSuccess="true"/></c:getServerTimeResult></m:getServerTimeResponse>`,
    ),
  });
  const client = connection.createClient({ nonce: () => "abcdef" });
  await client.getServerTime();
  await expect(client.getServerTime()).rejects.toMatchObject({
    code: "http",
    attempts: [{ httpStatus: 400 }],
  });
  expect(server.refusals).toEqual([["nonce abcdef used before"]]);
});

test("it refuses a request that XML Schema does not allow", async () => {
  const { server } = connection;
  await connection.createClient().getServerTime();
  const valid = server.requests.at(-1)?.xml ?? "";
  const before = server.refusals.length;
  const response = await fetch(
    `${server.endpoint}/services/NetSuitePort_2022_1`,
    {
      method: "POST",
      headers: {
        "content-type": "text/xml; charset=utf-8",
        soapaction: '"getServerTime"',
      },
      body: valid.replace(/<\w+:consumerKey>.*<\/\w+:consumerKey>/, ""),
    },
  );
  expect(response.status).toBe(400);
  expect(server.refusals.slice(before).flat().join("\n")).toMatch(
    /token': This element is not expected\. Expected is .*consumerKey/,
  );
});
