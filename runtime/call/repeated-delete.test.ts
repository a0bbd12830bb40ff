import { expect, test } from "vitest";
import {
  envelope,
  fault,
  request,
  serve,
  written,
  type Answer,
} from "./fixtures/soap-server.js";

const done = `<status isSuccess="true"/>`;
const blocked: Answer = {
  status: 500,
  body: fault(
    "exceededConcurrentRequestLimitFault",
    "WS_REQUEST_BLOCKED",
    "SuiteTalk concurrent request limit exceeded. Request blocked.",
  ),
};
const gone = `<status isSuccess="false"><statusDetail xmlns="urn:core_2022_1.platform.webservices.netsuite.com" type="ERROR"><code>RCRD_DSNT_EXIST</code><message>That record does not exist.</message></statusDetail></status>`;

test("a repeated delete that finds nothing is a success, and says so", async () => {
  const { client, seen } = await serve(
    () => (seen.length === 1 ? "reset" : { body: written("delete", gone) }),
    { maxRetries: 1, sleep: () => Promise.resolve() },
  );
  expect(await client.send("delete", request)).toEqual({
    writeResponse: {
      status: {
        isSuccess: true,
        statusDetail: [
          {
            type: "WARN",
            code: "RCRD_DSNT_EXIST",
            message: "That record does not exist.",
          },
        ],
      },
      baseRef: { internalId: "42", type: "customer" },
    },
  });
});

test.each<[string, Answer | undefined]>([
  ["was not repeated", undefined],
  ["was repeated after a refusal", blocked],
])("a delete that %s and finds nothing is a failure", async (_, first) => {
  const { client, seen } = await serve(
    () =>
      first !== undefined && seen.length === 1
        ? first
        : { body: written("delete", gone) },
    { maxRetries: 1, sleep: () => Promise.resolve() },
  );
  expect(await client.send("delete", request)).toMatchObject({
    writeResponse: { status: { isSuccess: false } },
  });
});

test("of a repeated deleteList each record is judged by itself", async () => {
  const { client, seen } = await serve(
    () =>
      seen.length === 1
        ? "reset"
        : {
            body: envelope(
              `<deleteListResponse xmlns="urn:messages_2022_1.platform.webservices.netsuite.com"><writeResponseList>${[gone, done, gone.replace("RCRD_DSNT_EXIST", "USER_ERROR")].map((each) => `<writeResponse>${each}</writeResponse>`).join("")}</writeResponseList></deleteListResponse>`,
            ),
          },
    { maxRetries: 1, sleep: () => Promise.resolve() },
  );
  const list = { baseRef: [request.baseRef] };
  expect(await client.send("deleteList", list)).toMatchObject({
    writeResponseList: {
      writeResponse: [
        { status: { isSuccess: true, statusDetail: [{ type: "WARN" }] } },
        { status: { isSuccess: true } },
        { status: { isSuccess: false } },
      ],
    },
  });
});
