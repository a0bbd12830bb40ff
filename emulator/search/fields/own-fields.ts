import { capitalize } from "nsgen-runtime/codegen-v1";
import { textIn, type Properties } from "../../schema/properties.js";
import type { SearchedType } from "../searched-types.js";
import type { Subject } from "../subject.js";
import { numberOf } from "../operators/values.js";

/** Reads what a search field means in one subject. */
export type ReadOwn = (subject: Subject, searched: SearchedType) => unknown;

/** Search fields of every record that are no element of it: ids. */
export const ID_FIELDS: ReadonlyMap<string, ReadOwn> = new Map<string, ReadOwn>(
  [
    ["internalId", ({ value }) => refTo(value)],
    ["internalIdNumber", ({ value }) => numberOf(textIn(value, "internalId"))],
    [
      "externalId",
      ({ value }) =>
        textIn(value, "externalId") === undefined ? undefined : refTo(value),
    ],
    ["externalIdString", ({ value }) => textIn(value, "externalId")],
  ],
);

/** Search fields of transactions that their records do not hold as such. */
export const TRANSACTION_FIELDS: ReadonlyMap<string, ReadOwn> = new Map<
  string,
  ReadOwn
>([
  ["mainLine", ({ line }) => line === null],
  ["recordType", (_, { recordType }) => recordType.toLowerCase()],
  ["status", readStatus],
  ["type", readFilter("type")],
]);

/** Search fields of items that their records do not hold as such. */
export const ITEM_FIELDS: ReadonlyMap<string, ReadOwn> = new Map<
  string,
  ReadOwn
>([
  ["isLotItem", readFilter("isLotItem")],
  ["isSerialItem", readFilter("isSerialItem")],
  ["subType", readFilter("subType")],
  ["type", readFilter("type")],
]);

function refTo(value: Properties): Properties {
  const externalId = textIn(value, "externalId");
  return {
    internalId: textIn(value, "internalId"),
    ...(externalId !== undefined && { externalId }),
  };
}

/** What the record type itself says: `_salesOrder` for the `type` of sales orders. */
function readFilter(name: string): ReadOwn {
  return (_, { filter }) => {
    const criterion = filter[name];
    return criterion && "operator" in criterion
      ? criterion.searchValue[0]
      : criterion?.searchValue;
  };
}

/** Words that stand for the record's in values of TransactionStatus: `_billOpen` of a vendor bill. */
const STATUS_WORDS: ReadonlyMap<string, string> = new Map([
  ["customerPayment", "payment"],
  ["journalEntry", "journal"],
  ["purchaseRequisition", "requisition"],
  ["vendorBill", "bill"],
  ["vendorPayment", "billPayment"],
]);

/**
 * A value of TransactionStatus: of a sales order whose `orderStatus` is `_pendingFulfillment`, or whose `status` is
 * `Pending Fulfillment`, it is `_salesOrderPendingFulfillment`.
 */
function readStatus(
  { value }: Subject,
  { recordType }: SearchedType,
): string | undefined {
  const status = ["orderStatus", "shipStatus", "status"]
    .map((name) => textIn(value, name))
    .find((each) => each !== undefined);
  if (status === undefined) return undefined;
  const words = status.replace(/^_/, "").split(/[^A-Za-z0-9]+/);
  return `_${STATUS_WORDS.get(recordType) ?? recordType}${words.map(capitalize).join("")}`;
}
