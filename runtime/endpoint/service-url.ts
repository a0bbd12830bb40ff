import { findHostAccount, parseAccount, type Account } from "../auth/index.js";
import { NetSuiteConfigurationError } from "../errors/index.js";

const SERVICE_PATH = /\/services\/NetSuitePort_(\d{4}_\d+)$/;

/**
 * The account's own service, such as `https://1234567-sb1.suitetalk.api.netsuite.com/services/NetSuitePort_2022_1`.
 *
 * The address in the WSDL is not used: since 2019.1 NetSuite answers calls on account-specific hosts only.
 */
export function createServiceUrl(account: Account, version: string): URL {
  return new URL(
    `https://${account.host}.suitetalk.api.netsuite.com${servicePath(version)}`,
  );
}

/**
 * Parses an endpoint that the application gives: an origin alone (`https://host`), or the whole service URL, whose
 * version must then be the package's. `http:` is for this machine only. A query may hold `NS_VER` and nothing else.
 *
 * @param version of the generated package, such as `2022_1`
 * @throws NetSuiteConfigurationError that names every problem
 */
export function parseServiceUrl(text: string, version: string): URL {
  if (!URL.canParse(text))
    throw new NetSuiteConfigurationError([
      `endpoint is not a URL. Give an origin such as https://1234567.suitetalk.api.netsuite.com, or leave it out to use the account's own.`,
    ]);
  const url = new URL(text);
  url.pathname = url.pathname.replace(/\/+$/, "");
  const problems = [
    schemeProblem("endpoint", url),
    credentialsProblem("endpoint", url),
    pathProblem(url, version),
    queryProblem(url),
  ].filter((each) => each !== null);
  if (problems.length > 0) throw new NetSuiteConfigurationError(problems);
  if (url.pathname === "/") url.pathname = servicePath(version);
  return url;
}

/**
 * Parses the URL of an option that is no service's: `https:`, or `http:` for this machine.
 *
 * @param name of the option
 * @throws NetSuiteConfigurationError that names every problem
 */
export function parseWebUrl(name: string, text: string): URL {
  if (!URL.canParse(text))
    throw new NetSuiteConfigurationError([
      `${name} is not a URL. Give an https URL, or leave it out.`,
    ]);
  const url = new URL(text);
  const problems = [
    schemeProblem(name, url),
    credentialsProblem(name, url),
  ].filter((each) => each !== null);
  if (problems.length > 0) throw new NetSuiteConfigurationError(problems);
  return url;
}

/** What is wrong with calling an account at an endpoint, or null: its host may be another account's own. */
export function findForeignAccount(
  name: string,
  url: URL,
  account: Account,
): string | null {
  const found = findHostAccount(url.hostname);
  if (found === null || parseAccount(found).passport === account.passport)
    return null;
  return `${name} is of account ${parseAccount(found).passport}, and account is ${account.passport}. Give the one that is meant in both.`;
}

/** The same service at another origin. */
export function moveService(url: URL, origin: string): URL {
  return new URL(url.pathname + url.search, origin);
}

function servicePath(version: string): string {
  return `/services/NetSuitePort_${version}`;
}

function schemeProblem(name: string, url: URL): string | null {
  if (url.protocol === "https:") return null;
  if (url.protocol !== "http:")
    return `${name} begins with ${url.protocol}, and only https: is spoken. Give an https URL.`;
  return isLoopback(url.hostname)
    ? null
    : `${name} is http://${url.host}, and plain http is for this machine only. Give an https URL.`;
}

/** Whether a host name is this machine's own. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname === "[::1]" ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}

function credentialsProblem(name: string, url: URL): string | null {
  return url.username === "" && url.password === ""
    ? null
    : `${name} holds a user name or password, and NetSuite takes tokens only. Take them out of the URL.`;
}

function pathProblem(url: URL, version: string): string | null {
  if (url.pathname === "/") return null;
  const found = SERVICE_PATH.exec(url.pathname)?.[1];
  if (found === undefined)
    return `endpoint has the path ${url.pathname}, which is not that of a service. Give the origin alone, or ${url.origin}${servicePath(version)}.`;
  return found === version
    ? null
    : `endpoint is of version ${found}, and this client was generated for ${version}. Give ${url.origin}${servicePath(version)}, or generate a client for ${found}.`;
}

function queryProblem(url: URL): string | null {
  const names = [...url.searchParams.keys()].filter(
    (each) => each !== "NS_VER",
  );
  if (names.length > 0)
    return `endpoint has the query parameter ${names.join(", ")}, and only NS_VER means something to NetSuite. Take it out of the URL.`;
  return url.hash === ""
    ? null
    : "endpoint has a part after #, which is never sent. Take it out of the URL.";
}
