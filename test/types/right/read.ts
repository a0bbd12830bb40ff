import type {
  Customer,
  CustomRecordRef,
  NetSuiteRecord,
  RecordRef,
} from "../netsuite/index.js";
import { client, options } from "./client.js";

export async function getCustomer(internalId: string): Promise<Customer> {
  const { readResponse } = await client.get(
    { baseRef: { $type: "RecordRef", type: "customer", internalId } },
    options,
  );
  const { status, record } = readResponse;
  if (status.isSuccess !== true || record?.$type !== "Customer") {
    throw new Error(status.statusDetail?.[0]?.message);
  }
  return record;
}

export function describe(record: NetSuiteRecord): string | null | undefined {
  switch (record.$type) {
    case "Customer":
      return record.addressbookList?.addressbook?.[0]?.label;
    case "SalesOrder":
      return record.itemList?.item?.map((line) => line.item?.name).join();
    case "CustomRecord":
      return record.recType?.internalId;
    default:
      return record.$type;
  }
}

export async function getList(): Promise<string[]> {
  const customRecord: CustomRecordRef = {
    $type: "CustomRecordRef",
    typeId: "12",
    internalId: "3",
  };
  const { readResponseList } = await client.getList({
    baseRef: [
      { $type: "RecordRef", type: "customer", externalId: "crm-7" },
      customRecord,
    ],
  });
  return (readResponseList.readResponse ?? []).flatMap(({ record }) =>
    record ? [record.$type] : [],
  );
}

/** A reference that is read where RecordRef is declared goes back where BaseRef is, once it says what it is. */
export async function followReference(
  customer: Customer,
): Promise<NetSuiteRecord | undefined> {
  const ref = customer.salesRep;
  if (!ref) return undefined;
  const { readResponse } = await client.get({
    baseRef: { $type: "RecordRef", ...ref },
  });
  return readResponse.record;
}

export const plain: RecordRef = { internalId: "5" };
