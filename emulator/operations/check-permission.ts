import { StatusError } from "../faults/status.js";
import { recordTypeIn } from "../records/record-id.js";
import type { Role } from "./operation.js";

/**
 * Makes sure that a role may read and write the records of a bucket.
 *
 * @throws StatusError otherwise
 */
export function checkPermission(role: Role | null, bucket: string): void {
  const recordType = recordTypeIn(bucket);
  if (role?.forbiddenRecords.has(recordType))
    throw new StatusError(
      "INSUFFICIENT_PERMISSION",
      `Permission Violation: You need a higher level of the '${recordType}' permission to access this page. Please contact your account administrator.`,
    );
}
