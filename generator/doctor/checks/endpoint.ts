import { fail, pass, warn, type Check } from "../check.js";
import { isLoopback } from "../loopback.js";

/** NetSuite's hosts that answer no SOAP calls of accounts, or no longer. */
const LEGACY: readonly (readonly [RegExp, string])[] = [
  [
    /^webservices\.sandbox\.netsuite\.com$/,
    "it was switched off in 2018; sandboxes have hosts of their own",
  ],
  [
    /^webservices(?:\.na\d+|\.eu\d+)?\.netsuite\.com$/,
    "since 2019.1 calls are answered only at the account's own host; it is there for WSDLs and getDataCenterUrls",
  ],
  [/\.(?:na|eu)\d+\.netsuite\.com$/, "data centers have no hosts any more"],
  [
    /^(?:system|www)\.netsuite\.com$|\.app\.netsuite\.com$/,
    "that is where people log in",
  ],
  [
    /^rest\.netsuite\.com$|\.restlets\.api\.netsuite\.com$/,
    "that is the host of RESTlets",
  ],
  [
    /\.connect\.api\.netsuite\.com$/,
    "that is the host of SuiteAnalytics Connect",
  ],
  [/\.extforms\.netsuite\.com$/, "that is the host of online forms"],
];

/** Whether calls go to a place where SuiteTalk can be. */
export const endpoint: Check = {
  id: "endpoint",
  title: "Endpoint",
  needs: ["account"],
  run({ configured, schema }) {
    const { destination, endpointProblems, nameOf, options } = configured;
    const name = nameOf("endpoint");
    if (endpointProblems.length > 0)
      return fail("it cannot be the account's", {
        cause: endpointProblems.join("\n"),
        fix: `Leave ${name} out to use the account's own host.`,
      });
    if (!destination) return fail("where calls go cannot be told");
    const { account, service } = destination;
    const own = `https://${account.host}.suitetalk.api.netsuite.com`;
    const legacy = LEGACY.find(([pattern]) => pattern.test(service.hostname));
    if (legacy)
      return fail(`${service.hostname} is not for calls: ${legacy[1]}`, {
        fix: `Leave ${name} out, or give ${own}.`,
        where:
          "Setup > Company > Company Information, Company URLs, SuiteTalk (SOAP and REST web services)",
      });
    if (options["endpoint"] === undefined)
      return pass(
        destination.discovery === undefined
          ? `${service.href}, made of the account id`
          : `${service.href}, or as ${destination.discovery === "soap" ? "getDataCenterUrls" : "NetSuite's REST lookup"} answers`,
      );
    if (isLoopback(service)) return pass(`${service.href}, on this machine`);
    return service.hostname.endsWith(".netsuite.com")
      ? pass(`${service.href}, as ${name} says`)
      : warn(`${service.href} is not under netsuite.com`, {
          cause: `Calls of ${schema.version.replace("_", ".")} are sent there, signed with the account's tokens.`,
          fix: `Where that is not a gateway of your own, leave ${name} out.`,
        });
  },
};
