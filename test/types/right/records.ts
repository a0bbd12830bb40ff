import {
  NetSuiteError,
  NetSuiteFaultError,
  recordTypes,
  type NetSuiteRecord,
  type RecordType,
  type RecordTypes,
} from "../netsuite/index.js";
import { client } from "./client.js";

export const customerType: "Customer" = recordTypes.customer;

export const isRecordType = (type: RecordType): type is keyof RecordTypes =>
  Object.hasOwn(recordTypes, type);

function isOf<K extends keyof RecordTypes>(
  type: K,
  record: NetSuiteRecord,
): record is RecordTypes[K] {
  return record.$type === recordTypes[type];
}

/** A record's type follows from the value of RecordType that names it. */
export async function load<K extends keyof RecordTypes & RecordType>(
  type: K,
  internalId: string,
): Promise<RecordTypes[K] | null> {
  const { readResponse } = await client.get({
    baseRef: { $type: "RecordRef", type, internalId },
  });
  const { record } = readResponse;
  return record && isOf(type, record) ? record : null;
}

export async function nameOf(): Promise<string | null | undefined> {
  try {
    const customer = await load("customer", "42");
    return customer?.companyName;
  } catch (error) {
    if (error instanceof NetSuiteFaultError) return error.netsuiteCode;
    if (error instanceof NetSuiteError && error.code === "timeout") return null;
    throw error;
  }
}
