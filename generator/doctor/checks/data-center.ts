import { NetSuiteConfigurationError, NetSuiteError } from "nsgen-runtime";
import { discoverBySoap } from "../../../runtime/endpoint/index.js";
import { fail, pass, skip, warn, type Check } from "../check.js";
import { isLoopback } from "../loopback.js";
import { UNSIGNED_OPERATION } from "../probe.js";

const COMPANY = "Setup > Company > Company Information, Company URLs";

/** Whether NetSuite knows the account, and at this host. */
export const dataCenter: Check = {
  id: "dataCenter",
  title: "Data center",
  needs: ["version"],
  async run({ configured: { destination, nameOf }, probe, schema }) {
    if (!destination) return skip("there is no host to compare");
    if (!schema.operation(UNSIGNED_OPERATION))
      return skip(
        `${UNSIGNED_OPERATION} is not among the operations of this schema; it came with 2012.2`,
      );
    const { response, error } = await probe();
    if (!response)
      return warn(`${UNSIGNED_OPERATION} was not answered`, {
        cause: error?.message ?? "The answer was empty.",
      });
    const { account, service } = destination;
    try {
      const origin = await discoverBySoap(account, service, () =>
        Promise.resolve(response),
      );
      return origin === service.origin || isLoopback(service)
        ? pass(`${account.passport} is at ${origin}`)
        : warn(`NetSuite says that ${account.passport} is at ${origin}`, {
            fix: `Set ${nameOf("endpoint")}=${origin}, or leave it out.`,
            where: COMPANY,
          });
    } catch (problem) {
      if (!(problem instanceof NetSuiteError)) throw problem;
      return problem instanceof NetSuiteConfigurationError
        ? fail(`NetSuite does not know ${account.passport}`, {
            cause: problem.problems.join("\n"),
            fix: `Check ${nameOf("account")}.`,
            where: COMPANY,
          })
        : warn("the answer names no host", { cause: problem.message });
    }
  },
};
