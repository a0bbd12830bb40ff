import type { Account } from "../auth/index.js";
import { NetSuiteStatusError } from "../errors/index.js";
import { parseDataCenter } from "./data-center.js";

/** Calls `getDataCenterUrls`, unsigned, and returns the decoded value of its response. */
export type CallGetDataCenterUrls = (request: {
  readonly account: string;
}) => Promise<unknown>;

/**
 * Finds the origin of an account's web services by the SOAP operation `getDataCenterUrls`, which takes no authentication.
 *
 * @param url that the operation is called at
 * @throws NetSuiteConfigurationError for an unknown account, NetSuiteStatusError where the lookup is refused
 */
export async function discoverBySoap(
  account: Account,
  url: URL,
  call: CallGetDataCenterUrls,
): Promise<string> {
  const response = await call({ account: account.passport });
  const domain = findProperty(response, "webservicesDomain");
  if (domain === undefined && findProperty(response, "isSuccess") === false) {
    const message = JSON.stringify(findProperty(response, "message") ?? "");
    const code = findProperty(response, "code");
    throw new NetSuiteStatusError(
      `${url.host} was asked for the hosts of account ${account.passport}, and refused: ${message}. Check the account id.`,
      {
        netsuiteCode: typeof code === "string" ? code : null,
        outcome: "notDone",
      },
    );
  }
  return parseDataCenter(account, domain, url);
}

/**
 * The first property of a name anywhere in a decoded value. Oracle's pages and its schema differ in what the elements
 * around the domains are called, and those that the schema does not name are `{ name, value }` in `$unknown`.
 */
function findProperty(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const entries = new Map<string, unknown>(Object.entries(value));
  const unknownName = entries.get("name");
  if (
    typeof unknownName === "string" &&
    /[^}]*$/.exec(unknownName)?.[0] === name
  )
    return entries.get("value");
  if (entries.has(name)) return entries.get(name);
  for (const each of entries.values()) {
    const found = findProperty(each, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
