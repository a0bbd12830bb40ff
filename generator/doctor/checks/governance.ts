import { NetSuiteError } from "nsgen-runtime";
import { pass, skip, warn, type Check } from "../check.js";

const GOVERNANCE =
  "Setup > Integration > Integration Governance shows the limits to administrators.";

/** What the runtime keeps to where the options say nothing. */
const DEFAULT_CONCURRENCY = 4;

/** How many requests at a time the account takes. */
export const governance: Check = {
  id: "governance",
  title: "Governance",
  needs: ["role"],
  async run({ configured: { client, nameOf, options }, schema }) {
    if (!schema.operation("getAccountGovernanceInfo"))
      return skip(
        "getAccountGovernanceInfo is not among the operations of this schema; it came with 2020.1",
        { where: GOVERNANCE },
      );
    try {
      const limit = (await client?.adoptGovernanceLimit()) ?? null;
      if (limit === null)
        return skip("NetSuite tells the limit to administrators only", {
          where: GOVERNANCE,
        });
      const { concurrency = DEFAULT_CONCURRENCY } = options;
      return Number(concurrency) > limit
        ? warn(
            `${limit} requests at a time are free for this integration, and ${String(concurrency)} may be made`,
            {
              cause:
                "SOAP, REST and RESTlets of all integrations share the account's limit; what is above it is refused with WS_REQUEST_BLOCKED.",
              fix: `Set ${nameOf("concurrency")}=${limit}, or call adoptGovernanceLimit() when the application starts.`,
              where: GOVERNANCE,
            },
          )
        : pass(
            `${limit} requests at a time are free for this integration; ${String(concurrency)} may be made`,
          );
    } catch (error) {
      if (!(error instanceof NetSuiteError)) throw error;
      return warn("the limit could not be asked for", {
        cause: error.message,
        where: GOVERNANCE,
      });
    }
  },
};
