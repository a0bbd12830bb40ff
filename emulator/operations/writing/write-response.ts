import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import {
  statusOf,
  StatusError,
  SUCCESS,
  warning,
} from "../../faults/status.js";
import { baseRefOf, recordTypeIn } from "../../records/record-id.js";
import type { StoredRecord } from "../../records/stored-record.js";
import { membersOf } from "../../schema/members.js";
import type { Properties } from "../../schema/properties.js";
import type { Call } from "../operation.js";

/** Gives what `work` gives, or the `writeResponse` of its StatusError with the reference that `about` gives, if any. */
export function writeResponseOf(
  work: () => Properties,
  about: () => Properties | undefined,
): Properties {
  return statusOf(work, (status) => {
    const baseRef = statusOf(about, () => undefined);
    return { status, ...(baseRef && { baseRef }) };
  });
}

/**
 * The `writeResponse` of a record that was saved: with the warnings and the failure after saving that the account's rules or
 * the call's effects ask for.
 */
export function savedResponse(call: Call, record: StoredRecord): Properties {
  const { schema, account, effects } = call;
  const recordType = recordTypeIn(record.bucket);
  const failed =
    effects?.afterSubmitFailed === true ||
    account.seed.rules?.afterSubmitFailed?.includes(recordType) === true;
  const warnings = warningsOf(call, record.bucket);
  return {
    status: failed
      ? afterSubmitFailure(schema)
      : warnings.length > 0
        ? warning(...warnings)
        : savedStatus(schema),
    baseRef: baseRefOf(schema, record),
  };
}

/**
 * Refuses a record that would be saved with a warning, where the preference `warningAsError` says so.
 *
 * @throws StatusError
 */
export function refuseWarnings(call: Call, bucket: string): void {
  const preferences = call.header["preferences"];
  const [first] = warningsOf(call, bucket);
  const isError =
    typeof preferences === "object" &&
    preferences !== null &&
    "warningAsError" in preferences &&
    preferences.warningAsError === true;
  if (isError && first !== undefined) throw new StatusError("WARNING", first);
}

function warningsOf(
  { account, effects }: Call,
  bucket: string,
): readonly string[] {
  const own = account.seed.rules?.warnings?.[recordTypeIn(bucket)] ?? [];
  return effects?.warn === undefined ? own : [...own, effects.warn];
}

/** Since 2018.2 NetSuite says of a record that was saved that nothing failed after that. */
function savedStatus(schema: NetSuiteSchema): Properties {
  return hasAfterSubmitFailed(schema)
    ? { ...SUCCESS, statusDetail: [{ afterSubmitFailed: false }] }
    : SUCCESS;
}

function afterSubmitFailure(schema: NetSuiteSchema): Properties {
  return {
    isSuccess: false,
    statusDetail: [
      {
        type: "ERROR",
        code: "UNEXPECTED_ERROR",
        message:
          "An unexpected error occurred in a script that runs after the record is saved.",
        ...(hasAfterSubmitFailed(schema) && { afterSubmitFailed: true }),
      },
    ],
  };
}

function hasAfterSubmitFailed(schema: NetSuiteSchema): boolean {
  const type = schema.typeOf("StatusDetail");
  return (
    type !== undefined &&
    membersOf(schema, type).elements.has("afterSubmitFailed")
  );
}
