import type { AccountSettings } from "../account/settings.js";
import { SoapFault } from "../faults/soap-fault.js";
import type { Permission, Role } from "../operations/operation.js";
import { propertiesIn, type Properties } from "../schema/properties.js";

/**
 * Refuses a request that its role may not make, whatever is in it.
 *
 * @param header the elements of the SOAP header
 * @throws SoapFault
 */
export function checkPermissions(
  role: Role,
  header: Properties,
  { disabledFeatures }: AccountSettings,
): void {
  if (disabledFeatures.includes("SOAP Web Services"))
    throw new SoapFault(
      "insufficientPermissionFault",
      "WS_FEATURE_REQD",
      "You must enable the SOAP Web Services feature to use web services: Setup > Company > Enable Features > SuiteCloud.",
    );
  needPermission(role, "SOAP Web Services", "WS_PERMISSION_REQD");
  const preferences = propertiesIn(header, "preferences");
  if (preferences?.["runServerSuiteScriptAndTriggerWorkflows"] !== undefined)
    needPermission(
      role,
      "Control SuiteScript and Workflow Triggers in Web Services Request",
      "INSUFFICIENT_PERMISSION",
    );
}

function needPermission(role: Role, name: Permission, code: string): void {
  if (role.lacks?.has(name))
    throw new SoapFault(
      "insufficientPermissionFault",
      code,
      `Permission Violation: You need the '${name}' permission to access this page. Please contact your account administrator.`,
    );
}
