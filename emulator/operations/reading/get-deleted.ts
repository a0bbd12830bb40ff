import { fromDate } from "nsgen-runtime";
import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import type { Account } from "../../account/account.js";
import { SoapFault } from "../../faults/soap-fault.js";
import { statusOf, SUCCESS } from "../../faults/status.js";
import { baseRefOf, recordTypeIn } from "../../records/record-id.js";
import type { DeletedRecord } from "../../records/stored-record.js";
import { membersOf } from "../../schema/members.js";
import {
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { findRecordType } from "../../schema/record-types.js";
import { createTest } from "../../search/operators/create-test.js";
import { fitResult } from "../fit-result.js";
import type { Call, Operation } from "../operation.js";
import { pageOf } from "../page-of.js";

/** The most records of one answer. */
const MOST = 1000;

/** `getDeleted`: what was deleted, by date, type and, for custom records, the script id of their type. */
export const getDeleted: Operation = (call) => ({
  getDeletedResult: statusOf<Properties>(
    () => listDeleted(call),
    (status) => ({ status }),
  ),
});

function listDeleted(call: Call): Properties {
  const { account, schema } = call;
  const passes = createFilter(call);
  const found = [...account.records.deleted()].filter(
    (each) =>
      findRecordType(schema, recordTypeIn(each.bucket)) !== undefined &&
      passes(each),
  );
  if (!hasPages(schema) && found.length > MOST)
    throw new SoapFault(
      "exceededRecordCountFault",
      "MAX_RCRDS_EXCEEDED",
      `The maximum number (${MOST}) of records allowed for a GETDELETED operation has been exceeded.`,
    );
  const { items, ...page } = pageOf(call, found, { least: 5, most: MOST });
  return fitResult(schema, "GetDeletedResult", {
    status: SUCCESS,
    ...page,
    deletedRecordList: {
      deletedRecord: items.map((each) => describe(schema, each)),
    },
  });
}

/** Endpoints give all at once until they have pages. */
function hasPages(schema: NetSuiteSchema): boolean {
  const type = schema.typeOf("GetDeletedResult");
  return (
    type !== undefined && membersOf(schema, type).elements.has("totalPages")
  );
}

function describe(schema: NetSuiteSchema, entry: DeletedRecord): Properties {
  return {
    deletedDate: fromDate(new Date(entry.deletedAt)),
    record: {
      ...baseRefOf(schema, entry),
      ...(entry.name !== null && { name: entry.name }),
    },
  };
}

/** A criterion of the filter: its element, the type of that, and what it is asked of. */
type Criterion = readonly [
  element: string,
  kind: string,
  read: (account: Account, entry: DeletedRecord) => unknown,
];

const CRITERIA: readonly Criterion[] = [
  ["deletedDate", "SearchDateField", (_, { deletedAt }) => deletedAt],
  [
    "type",
    "SearchEnumMultiSelectField",
    (_, { bucket }) => recordTypeIn(bucket),
  ],
  ["scriptId", "SearchStringField", scriptIdOf],
];

function createFilter({
  account,
  request,
}: Call): (entry: DeletedRecord) => boolean {
  const filter = propertiesIn(request, "getDeletedFilter");
  const tests = CRITERIA.flatMap(([element, kind, read]) => {
    const value = propertiesIn(filter, element);
    if (!value) return [];
    const test = createTest(kind, value, element, account);
    return [
      (entry: DeletedRecord): boolean => {
        const found = read(account, entry);
        return test(found === undefined ? [] : [found]);
      },
    ];
  });
  return (entry) => tests.every((test) => test(entry));
}

/** The script id of a custom record's type. */
function scriptIdOf(
  { records }: Account,
  { bucket }: DeletedRecord,
): string | undefined {
  const [, typeId] = bucket.split("/");
  if (typeId === undefined) return undefined;
  const type = records.find({ bucket: "CustomRecordType", internalId: typeId });
  return type ? textIn(type.value, "scriptId") : typeId;
}
