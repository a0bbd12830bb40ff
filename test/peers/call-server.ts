import {
  NetSuiteClient,
  NetSuiteFaultError,
  type SearchResult,
} from "../../generated/netsuite-2025-2/index.js";
import type { PhpServer } from "./php-server.js";
import { SEEDED, WRITTEN, type Step } from "./step.js";

type Connection = PhpServer["connection"];

type DoStep = <T>(operation: string, work: () => Promise<T>) => Promise<T>;

/** Does with our client, on a server of others, the steps that peers do on the emulator. Ends at one that fails. */
export async function callServer(
  connection: Connection,
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  await callInSteps(connection, async (operation, work) => {
    const started = performance.now();
    const elapsedMs = (): number => Math.round(performance.now() - started);
    try {
      const saw = await work();
      steps.push({ operation, ms: elapsedMs(), saw });
      return saw;
    } catch (error) {
      steps.push({ operation, ms: elapsedMs(), error: String(error) });
      throw error;
    }
  }).catch((error: unknown) => {
    if (steps.at(-1)?.error === undefined) throw error;
  });
  return steps;
}

async function callInSteps(
  connection: Connection,
  step: DoStep,
): Promise<void> {
  await using client = new NetSuiteClient(connection);
  for (const companyName of SEEDED)
    await client.records.customer.add({ companyName });

  const { internalId } = await step("add", async () => {
    const { writeResponse } = await client.add({
      record: {
        $type: "Customer",
        companyName: WRITTEN.companyName,
        addressbookList: {
          replaceAll: false,
          addressbook: [
            {
              label: "Office",
              addressbookAddress: { country: "_germany", city: "Köln" },
            },
            { label: "Home" },
          ],
        },
        customFieldList: {
          customField: [
            {
              $type: "StringCustomFieldRef",
              scriptId: "custentity_peer",
              value: WRITTEN.customValue,
            },
          ],
        },
      },
    });
    const { status, baseRef } = writeResponse;
    return {
      isSuccess: status.isSuccess,
      ...(baseRef?.$type === "RecordRef" && {
        type: baseRef.type,
        internalId: baseRef.internalId,
      }),
    };
  });

  const ref = {
    baseRef: {
      $type: "RecordRef",
      type: "customer",
      internalId: internalId ?? "",
    },
  } as const;
  await step("get", async () => {
    const { readResponse } = await client.get(ref);
    const { status, record } = readResponse;
    if (record?.$type !== "Customer") return { record };
    const [field] = record.customFieldList?.customField ?? [];
    return {
      isSuccess: status.isSuccess,
      type: record.$type,
      companyName: record.companyName,
      customField: field?.$type === "StringCustomFieldRef" && [
        field.$type,
        field.scriptId,
        field.value,
      ],
      addresses: record.addressbookList?.addressbook?.map((each) => [
        each.label,
        each.addressbookAddress?.city ?? null,
      ]),
    };
  });

  let searchId = "";
  await step("search", async () => {
    const { searchResult } = await client.search(
      {
        searchRecord: {
          $type: "CustomerSearchBasic",
          companyName: { operator: "startsWith", searchValue: "Peer" },
        },
      },
      { searchPreferences: { bodyFieldsOnly: true, pageSize: 5 } },
    );
    searchId = searchResult.searchId ?? "";
    return page(searchResult);
  });
  await step("searchMoreWithId", async () => {
    const { searchResult } = await client.searchMoreWithId({
      searchId,
      pageIndex: 2,
    });
    return page(searchResult);
  });

  await using stranger = new NetSuiteClient({
    ...connection,
    tokenSecret: "wrong",
  });
  await step("fault", async () => {
    try {
      return await stranger.get(ref);
    } catch (error) {
      if (!(error instanceof NetSuiteFaultError)) throw error;
      return {
        faultcode: error.faultCode?.replace(/^.*:/, ""),
        element: error.fault,
        code: error.netsuiteCode,
      };
    }
  });
}

function page(result: SearchResult) {
  return {
    isSuccess: result.status.isSuccess,
    totalRecords: result.totalRecords,
    totalPages: result.totalPages,
    pageIndex: result.pageIndex,
    names: result.recordList?.record?.map((each) =>
      each.$type === "Customer" ? each.companyName : each.$type,
    ),
  };
}
