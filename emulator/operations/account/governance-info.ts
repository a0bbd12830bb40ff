import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { statusOf, SUCCESS } from "../../faults/status.js";
import type { Properties } from "../../schema/properties.js";
import { findElement } from "../../schema/record-types.js";
import type { Operation } from "../operation.js";
import { checkAdministrator } from "./check-administrator.js";

/** `getAccountGovernanceInfo`: for administrators only. No part of the limit is given to an integration. */
export const getAccountGovernanceInfo: Operation = (call) => ({
  getAccountGovernanceInfoResult: statusOf<Properties>(
    () => {
      checkAdministrator(call);
      const { concurrencyLimit } = call.account.settings;
      return {
        status: SUCCESS,
        accountConcurrencyLimit: concurrencyLimit,
        unallocatedConcurrencyLimit: concurrencyLimit,
      };
    },
    (status) => ({ status }),
  ),
});

/** `getIntegrationGovernanceInfo`: for administrators only. Each integration has the account's limit. */
export const getIntegrationGovernanceInfo: Operation = (call) => ({
  getIntegrationGovernanceInfoResult: statusOf<Properties>(
    () => {
      checkAdministrator(call);
      const limitType = findAccountLimitType(call.schema);
      return {
        status: SUCCESS,
        integrationConcurrencyLimit: call.account.settings.concurrencyLimit,
        ...(limitType !== undefined && { limitType }),
      };
    },
    (status) => ({ status }),
  ),
});

/** The value for a limit that is the account's: `_account` in schemas, `_accountLimit` in the documentation. */
function findAccountLimitType(schema: NetSuiteSchema): string | undefined {
  const type = schema.typeOf("GetIntegrationGovernanceInfoResult");
  const element = type && findElement(schema, type, "limitType");
  const values = element && schema.type(element.type);
  return values?.kind === "simple"
    ? values.values?.find((each) => each.startsWith("_account"))
    : undefined;
}
