import type { ReadResponse } from "../netsuite/index.js";

/** What was read is not known to be a customer, or to be there, before it is asked. */
export function read({ record }: ReadResponse): unknown[] {
  // error: 'record' is possibly 'undefined'
  const unasked = record.$type;
  // error: Property 'companyName' does not exist on type 'NetSuiteRecord'
  const unknown = record?.companyName;
  if (record?.$type !== "Customer") return [unasked, unknown];
  // error: 'record.addressbookList.addressbook' is possibly 'undefined'
  const line = record.addressbookList?.addressbook.length;
  // error: Type 'string | null | undefined' is not assignable to type 'string'
  const phone: string = record.phone;
  return [line, phone];
}
