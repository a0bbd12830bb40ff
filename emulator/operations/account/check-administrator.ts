import { StatusError } from "../../faults/status.js";
import type { Call } from "../operation.js";

/**
 * Makes sure that the caller is an administrator.
 *
 * @throws StatusError otherwise
 */
export function checkAdministrator({ role }: Call): void {
  if (!role?.isAdministrator)
    throw new StatusError(
      "INSUFFICIENT_PERMISSION",
      "Permission Violation: You need the administrator role to access this page. Please contact your account administrator.",
    );
}
