import type { Account } from "../auth/index.js";
import {
  NetSuiteConfigurationError,
  NetSuiteDecodeError,
} from "../errors/index.js";
import { isLoopback } from "./service-url.js";

/** The host that NetSuite names for every account that it does not know. */
const DEFAULT_HOST = "webservices.netsuite.com";

/**
 * Judges the answer of a lookup, and returns the origin of the account's web services.
 *
 * @param webservicesDomain as the lookup answered, such as `https://1234567.suitetalk.api.netsuite.com`
 * @param asked the URL that answered: only one on this machine, such as an emulator, may name this machine
 * @throws NetSuiteConfigurationError when NetSuite does not know the account, or names a host that is not NetSuite's;
 * NetSuiteDecodeError when it names none
 */
export function parseDataCenter(
  account: Account,
  webservicesDomain: unknown,
  asked: URL,
): string {
  if (typeof webservicesDomain !== "string" || !URL.canParse(webservicesDomain))
    throw new NetSuiteDecodeError(
      `${asked.host} was asked for the hosts of account ${account.passport}, and answered without a URL in webservicesDomain. Check what answers there.`,
      { outcome: "notDone" },
    );
  const url = new URL(webservicesDomain);
  if (url.hostname === DEFAULT_HOST)
    throw new NetSuiteConfigurationError([
      `account is ${account.passport}, and NetSuite knows no such account: ${asked.host} answered with ${DEFAULT_HOST}, as it does for all that it does not know. Check the account id in Setup > Company > Company Information.`,
    ]);
  if (
    isNetSuite(url) ||
    (isLoopback(asked.hostname) && isLoopback(url.hostname))
  )
    return url.origin;
  throw new NetSuiteConfigurationError([
    `${asked.host} was asked for the hosts of account ${account.passport}, and named ${url.protocol}//${url.host}, which is not under https://netsuite.com. Nothing was sent there. Check what answers at ${asked.host}.`,
  ]);
}

function isNetSuite(url: URL): boolean {
  return (
    url.protocol === "https:" &&
    url.port === "" &&
    url.hostname.endsWith(".netsuite.com")
  );
}
