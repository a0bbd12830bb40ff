import { capitalize, type NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { createRole } from "../auth/credentials.js";
import type { Call } from "../operations/operation.js";
import { OPERATIONS } from "../operations/table.js";
import {
  asList,
  propertiesIn,
  textIn,
  type Properties,
} from "../schema/properties.js";
import type { Account } from "./account.js";

/** The records of an account as tests see and prepare them, past authentication and governance. */
export interface RecordAccess {
  /**
   * A record as `get` answers it at the newest endpoint version, or undefined where there is none.
   *
   * @param recordType a value of RecordType, such as `customer`
   */
  get(recordType: string, id: RecordKey): Properties | undefined;
  /** All records of a type, in the order of their creation. */
  list(recordType: string): Properties[];
  /**
   * Adds a record as `add` does, and gives its internal id.
   *
   * @param record a value of a generated type, with its `$type`
   * @throws Error where `add` would refuse it
   */
  add(record: Properties): string;
}

/** An internal id, or one of both kinds. */
export type RecordKey =
  string | { readonly internalId: string } | { readonly externalId: string };

/** Gives access to the records of an account through the operations of a schema. */
export function createRecordAccess(
  account: () => Account,
  schema: NetSuiteSchema,
): RecordAccess {
  const role = createRole();
  const call = (operation: string, request: Properties): Properties => {
    const made: Call = {
      operation,
      schema,
      request,
      header: {},
      account: account(),
      role,
    };
    return OPERATIONS.get(operation)?.(made) ?? {};
  };
  const get = (type: string, id: RecordKey): Properties | undefined => {
    const ids = typeof id === "string" ? { internalId: id } : id;
    const response = propertiesIn(
      call("get", { baseRef: { $type: "RecordRef", type, ...ids } }),
      "readResponse",
    );
    return propertiesIn(response, "record");
  };
  return {
    get,
    list: (type) =>
      Array.from(
        account().records.inBucket(capitalize(type)),
        ({ internalId }) => get(type, internalId),
      ).filter((each) => each !== undefined),
    add(record) {
      const response = propertiesIn(call("add", { record }), "writeResponse");
      const status = propertiesIn(response, "status");
      const internalId = textIn(
        propertiesIn(response, "baseRef"),
        "internalId",
      );
      if (status?.["isSuccess"] !== true || internalId === undefined)
        throw new Error(
          `The emulator does not take the record: ${describeStatus(status)}`,
        );
      return internalId;
    },
  };
}

function describeStatus(status: Properties | undefined): string {
  return asList(status?.["statusDetail"])
    .map(
      (each) =>
        `${textIn(each, "code") ?? ""}: ${textIn(each, "message") ?? ""}`,
    )
    .join("; ");
}
