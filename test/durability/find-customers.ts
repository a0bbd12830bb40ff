import type { NetSuiteClient } from "../../generated/sample/index.js";
import type { FoundRecord } from "./ledger.js";
import { versionOf } from "./versioned-customer.js";

/** How many are asked for at once: NetSuite's limit is 1,000. */
const PAGE = 500;

/** Reads customers by their external ids. */
export async function findCustomers(
  client: NetSuiteClient,
  keys: readonly string[],
): Promise<Map<string, FoundRecord>> {
  const found = new Map<string, FoundRecord>();
  for (let from = 0; from < keys.length; from += PAGE) {
    const page = keys.slice(from, from + PAGE);
    const { readResponseList } = await client.getList({
      baseRef: page.map((externalId) => ({
        $type: "RecordRef",
        type: "customer",
        externalId,
      })),
    });
    page.forEach((key, at) => {
      const record = readResponseList.readResponse?.[at]?.record;
      found.set(
        key,
        record?.$type === "Customer"
          ? { version: versionOf(record), internalId: record.internalId }
          : { version: null, internalId: undefined },
      );
    });
  }
  return found;
}
