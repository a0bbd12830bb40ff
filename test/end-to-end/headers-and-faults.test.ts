import { afterAll, beforeAll, expect, test } from "vitest";
import { NetSuiteFaultError } from "../../runtime/index.js";
import { sampleWsdl } from "../wsdl-sets.js";
import { connect, type Connection } from "./connection.js";

let connection: Connection;
beforeAll(async () => {
  connection = await connect(sampleWsdl);
});
afterAll(() => connection.close());

const request = {
  baseRef: { $type: "RecordRef", type: "customer", internalId: "42" },
};
const search = { searchRecord: { $type: "CustomerSearchBasic" } };

test("preferences of a call are laid over those of the client, and sent with the operations that take them", async () => {
  const { server, text } = connection;
  const client = connection.createClient({
    preferences: { warningAsError: true, ignoreReadOnlyFields: true },
    searchPreferences: { pageSize: 50, bodyFieldsOnly: false },
    partnerInfo: { partnerId: "P1" },
  });
  server.answer = ({ operation }) => ({
    body:
      operation === "get"
        ? text.envelope(
            `<m:getResponse><m:readResponse><c:status isSuccess="true"/></m:readResponse></m:getResponse>`,
          )
        : text.searchResult({ operation, pageIndex: 1, content: "" }),
  });
  const headersOf = async (call: Promise<unknown>): Promise<unknown> => {
    await call;
    const { tokenPassport, ...others } = server.requests.at(-1)?.header ?? {};
    expect(tokenPassport).toBeDefined();
    return others;
  };
  const partnerInfo = { partnerId: "P1" };
  const preferences = { warningAsError: "true", ignoreReadOnlyFields: "true" };
  expect(await headersOf(client.get(request))).toEqual({
    preferences,
    partnerInfo,
  });
  expect(
    await headersOf(
      client.get(request, { preferences: { ignoreReadOnlyFields: false } }),
    ),
  ).toEqual({
    preferences: { ...preferences, ignoreReadOnlyFields: "false" },
    partnerInfo,
  });
  expect(await headersOf(client.search(search))).toEqual({
    preferences,
    searchPreferences: { pageSize: "50", bodyFieldsOnly: "false" },
    partnerInfo,
  });
  expect(
    await headersOf(
      client.search(search, { searchPreferences: { pageSize: 1000 } }),
    ),
  ).toMatchObject({
    searchPreferences: { pageSize: "1000", bodyFieldsOnly: "false" },
  });
});

test.each([500, 200])(
  "a fault with HTTP %i is an error with NetSuite's code",
  async (status) => {
    const { server, text } = connection;
    server.answer = () => ({
      status,
      body: text.fault(
        "insufficientPermissionFault",
        "INSUFFICIENT_PERMISSION",
        "Permission Violation: you need a higher level.",
      ),
    });
    const error: unknown = await connection
      .createClient()
      .get(request)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NetSuiteFaultError);
    expect(error).toMatchObject({
      code: "fault",
      netsuiteCode: "INSUFFICIENT_PERMISSION",
      fault: "insufficientPermissionFault",
      operation: "get",
      nsId: "WEBSERVICES_1234567_SB1_42",
      outcome: "notDone",
      retryable: false,
    });
  },
);

test("a mistake in a request is an error before anything is sent", async () => {
  const { server } = connection;
  const before = server.requests.length;
  await expect(
    connection.createClient().get({
      baseRef: { $type: "RecordRef", typ: "customer", internalId: "42" },
    }),
  ).rejects.toThrow(
    "get.baseRef.typ: is no property of RecordRef; did you mean type?",
  );
  expect(server.requests.length).toBe(before);
});
