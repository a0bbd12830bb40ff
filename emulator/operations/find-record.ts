import { StatusError } from "../faults/status.js";
import type { RecordId, StoredRecord } from "../records/stored-record.js";
import { checkPermission } from "./check-permission.js";
import type { Call } from "./operation.js";

/**
 * The record of an id, which the caller may see.
 *
 * @throws StatusError where there is none, or the caller may not
 */
export function findRecord(
  { account, role }: Call,
  id: RecordId,
): StoredRecord {
  checkPermission(role, id.bucket);
  const found = account.records.find(id);
  if (!found)
    throw new StatusError("RCRD_DSNT_EXIST", "That record does not exist.");
  return found;
}
