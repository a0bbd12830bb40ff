import type { Discovery } from "./discovery.js";
import { parseWebUrl } from "./service-url.js";

const URLS: Readonly<Record<Discovery, (servicePath: string) => string>> = {
  soap: (servicePath) => `https://webservices.netsuite.com${servicePath}`,
  rest: () => "https://rest.netsuite.com/rest/datacenterurls",
};

/**
 * The URL that is asked for an account's hosts.
 *
 * @param service the URL of a service of the package's version
 * @param given the option `discoveryUrl`, in place of NetSuite's own: an origin, or a whole URL
 * @throws NetSuiteConfigurationError that names every problem of it
 */
export function parseDiscoveryUrl(
  discovery: Discovery,
  service: URL,
  given: string | undefined,
): URL {
  const own = new URL(URLS[discovery](service.pathname));
  if (given === undefined) return own;
  const url = parseWebUrl("discoveryUrl", given);
  if (url.pathname === "/") url.pathname = own.pathname;
  return url;
}
