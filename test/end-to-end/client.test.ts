import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ResponseInfo } from "../../runtime/index.js";
import { sampleWsdl, wsdlSet } from "../wsdl-sets.js";
import { connect, type Connection } from "./connection.js";
import type { GeneratedClient } from "./generated-client.js";

const paths = [sampleWsdl, wsdlSet("v2022_1") ?? []].flat();

describe.each(paths.map((path) => [basename(path), path]))("%s", (_, path) => {
  let connection: Connection;
  let client: GeneratedClient;

  beforeAll(async () => {
    connection = await connect(path);
    client = connection.createClient();
  });
  afterAll(() => connection.close());

  /** Answers all requests with one body. */
  function answer(body: string): void {
    const { server, text } = connection;
    server.answer = () => ({ body: text.envelope(body) });
  }

  function lastContent(): unknown {
    return connection.server.requests.at(-1)?.content;
  }

  test("get gives a record of the type that it is", async () => {
    answer(
      `<m:getResponse><m:readResponse><c:status isSuccess="true"/><m:record internalId="42" xsi:type="r:Customer"><r:companyName>R&amp;D &#x1F511;</r:companyName><r:creditLimit>1500.50</r:creditLimit><r:dateCreated>2017-02-20T22:00:00.000-08:00</r:dateCreated><r:addressbookList><r:addressbook><r:label>HQ</r:label></r:addressbook></r:addressbookList></m:record></m:readResponse></m:getResponse>`,
    );
    const baseRef = { $type: "RecordRef", type: "customer", internalId: "42" };
    expect(await client.get({ baseRef })).toEqual({
      readResponse: {
        status: { isSuccess: true },
        record: {
          $type: "Customer",
          internalId: "42",
          companyName: "R&D \u{1f511}",
          creditLimit: 1500.5,
          dateCreated: "2017-02-20T22:00:00.000-08:00",
          addressbookList: { addressbook: [{ label: "HQ" }] },
        },
      },
    });
    expect(lastContent()).toMatchObject({
      baseRef: { "@type": "customer", "@internalId": "42" },
    });
  });

  test("add sends custom fields of all kinds and a sublist", async () => {
    answer(
      `<m:addResponse><m:writeResponse><c:status isSuccess="true"/><m:baseRef internalId="7" type="customer" xsi:type="c:RecordRef"/></m:writeResponse></m:addResponse>`,
    );
    const field = (type: string, value: unknown): object => ({
      $type: `${type}CustomFieldRef`,
      scriptId: `custentity_${type.toLowerCase()}`,
      value,
    });
    const record = {
      addressbookList: {
        replaceAll: false,
        addressbook: [
          { label: "HQ", defaultShipping: true },
          { label: "Depot" },
        ],
      },
      customFieldList: {
        customField: [
          field("Long", 9_007_199_254_740_991),
          field("Double", 0.1),
          field("Boolean", false),
          field("String", " a < b & c\r\n"),
          field("Date", "2025-03-31T00:00:00.000-07:00"),
          field("Select", { internalId: "3", typeId: "12" }),
          field("MultiSelect", [{ internalId: "1" }, { internalId: "2" }]),
        ],
      },
      companyName: "Acme",
      $type: "Customer",
    };
    expect(await client.add({ record })).toEqual({
      writeResponse: {
        status: { isSuccess: true },
        baseRef: { $type: "RecordRef", type: "customer", internalId: "7" },
      },
    });
    const { record: sent } = lastContent() as {
      record: {
        addressbookList: object;
        customFieldList: { customField: Record<string, unknown>[] };
      };
    };
    expect(sent.addressbookList).toEqual({
      "@replaceAll": "false",
      addressbook: [
        expect.objectContaining({ label: "HQ" }),
        { label: "Depot" },
      ],
    });
    expect(
      sent.customFieldList.customField.map((each) => each["value"]),
    ).toEqual([
      "9007199254740991",
      "0.1",
      "false",
      " a < b & c\r\n",
      "2025-03-31T00:00:00.000-07:00",
      { "@internalId": "3", "@typeId": "12" },
      [{ "@internalId": "1" }, { "@internalId": "2" }],
    ]);
  });

  test("search gives records, searchMoreWithId the next page", async () => {
    const { server, text } = connection;
    server.answer = ({ operation }) => ({
      body: text.searchResult({
        operation,
        pageIndex: operation === "search" ? 1 : 2,
        content:
          operation === "search"
            ? `<c:recordList><c:record internalId="1" xsi:type="r:Customer"/><c:record internalId="2" xsi:type="r:Contact"/></c:recordList>`
            : `<c:recordList/>`,
      }),
    });
    const first = await client.search({
      searchRecord: {
        $type: "CustomerSearchBasic",
        email: { operator: "contains", searchValue: "@acme.com" },
      },
    });
    const searchId = "WEBSERVICES_1";
    expect(first).toMatchObject({
      searchResult: {
        totalRecords: 3,
        searchId,
        recordList: {
          record: [
            { $type: "Customer", internalId: "1" },
            { $type: "Contact", internalId: "2" },
          ],
        },
      },
    });
    const next = await client.searchMoreWithId({ pageIndex: 2, searchId });
    expect(next).toMatchObject({
      searchResult: { pageIndex: 2, recordList: {} },
    });
    expect(lastContent()).toEqual({ searchId, pageIndex: "2" });
  });

  test("an advanced search with columns gives rows", async () => {
    const { server, text } = connection;
    server.answer = ({ operation }) => ({
      body: text.searchResult({
        operation,
        pageIndex: 1,
        content: `<c:searchRowList><c:searchRow xsi:type="r:CustomerSearchRow"><r:basic><t:internalId><c:searchValue internalId="1"/></t:internalId><t:email><c:customLabel>Mail</c:customLabel><c:searchValue>a@acme.com</c:searchValue></t:email></r:basic></c:searchRow></c:searchRowList>`,
      }),
    });
    const response = await client.search({
      searchRecord: {
        $type: "CustomerSearchAdvanced",
        criteria: { basic: { isInactive: { searchValue: false } } },
        columns: { basic: { email: [{}], internalId: [{}] } },
      },
    });
    expect(response).toMatchObject({
      searchResult: {
        searchRowList: {
          searchRow: [
            {
              $type: "CustomerSearchRow",
              basic: {
                internalId: [{ searchValue: { internalId: "1" } }],
                email: [{ customLabel: "Mail", searchValue: "a@acme.com" }],
              },
            },
          ],
        },
      },
    });
  });

  test("a status that failed is a value of addList, not an error", async () => {
    answer(
      `<m:addListResponse><m:writeResponseList><c:status isSuccess="true"/><m:writeResponse><c:status isSuccess="true"/></m:writeResponse><m:writeResponse><c:status isSuccess="false"><c:statusDetail type="ERROR"><c:code>DUP_ENTITY</c:code><c:message>Taken.</c:message></c:statusDetail></c:status></m:writeResponse></m:writeResponseList></m:addListResponse>`,
    );
    const record = ["a", "b"].map((externalId) => ({
      $type: "Customer",
      externalId,
    }));
    expect(await client.addList({ record })).toMatchObject({
      writeResponseList: {
        writeResponse: [
          { status: { isSuccess: true } },
          {
            status: {
              isSuccess: false,
              statusDetail: [
                { type: "ERROR", code: "DUP_ENTITY", message: "Taken." },
              ],
            },
          },
        ],
      },
    });
  });

  test("getServerTime takes no argument", async () => {
    answer(
      `<m:getServerTimeResponse><c:getServerTimeResult><c:status isSuccess="true"/><c:serverTime>2025-03-31T09:30:00.000-07:00</c:serverTime></c:getServerTimeResult></m:getServerTimeResponse>`,
    );
    expect(await client.getServerTime()).toMatchObject({
      getServerTimeResult: { serverTime: "2025-03-31T09:30:00.000-07:00" },
    });
  });

  test("upsert sends null as nullFieldList", async () => {
    answer(
      `<m:upsertResponse><m:writeResponse><c:status isSuccess="true"/></m:writeResponse></m:upsertResponse>`,
    );
    const record = {
      $type: "Customer",
      externalId: "crm-7",
      email: null,
      companyName: "Acme",
      phone: null,
    };
    await client.upsert({ record });
    expect(lastContent()).toEqual({
      record: expect.objectContaining({
        nullFieldList: {
          name: expect.arrayContaining(["email", "phone"]) as string[],
        },
        companyName: "Acme",
      }) as object,
    });
  });

  test("delete sends a reference", async () => {
    answer(
      `<m:deleteResponse><m:writeResponse><c:status isSuccess="true"/></m:writeResponse></m:deleteResponse>`,
    );
    const baseRef = { $type: "RecordRef", type: "customer", internalId: "42" };
    expect(await client.delete({ baseRef })).toEqual({
      writeResponse: { status: { isSuccess: true } },
    });
  });

  test("gzip is read, and onResponse is told of NetSuite's id", async () => {
    const { server, text } = connection;
    const bytes = gzipSync(
      text.envelope(
        `<m:getResponse><m:readResponse><c:status isSuccess="true"/></m:readResponse></m:getResponse>`,
      ),
    );
    server.answer = () => ({
      headers: { "content-encoding": "gzip" },
      body: bytes,
    });
    const told: ResponseInfo[] = [];
    const baseRef = { $type: "RecordRef", type: "customer", internalId: "42" };
    await client.get({ baseRef }, { onResponse: (info) => told.push(info) });
    expect(told.map(({ nsId }) => nsId)).toEqual([
      "WEBSERVICES_1234567_SB1_42",
    ]);
  });

  test("fifty calls at once are fifty requests, each with its own answer", async () => {
    const { server, text } = connection;
    server.answer = ({ content }) => {
      const { baseRef } = content as { baseRef: { "@internalId": string } };
      return {
        body: text.envelope(
          `<m:getResponse><m:readResponse><c:status isSuccess="true"/><m:record internalId="${baseRef["@internalId"]}" xsi:type="r:Customer"/></m:readResponse></m:getResponse>`,
        ),
      };
    };
    const ids = Array.from({ length: 50 }, (_, at) => String(at));
    const answers = await Promise.all(
      ids.map((internalId) =>
        client.get({
          baseRef: { $type: "RecordRef", type: "customer", internalId },
        }),
      ),
    );
    expect(answers).toMatchObject(
      ids.map((internalId) => ({ readResponse: { record: { internalId } } })),
    );
  });
});
