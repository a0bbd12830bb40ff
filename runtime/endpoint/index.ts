export { discoverByRest, type Fetch } from "./discover-by-rest.js";
export {
  discoverBySoap,
  type CallGetDataCenterUrls,
} from "./discover-by-soap.js";
export type { Discovery } from "./discovery.js";
export { parseDiscoveryUrl } from "./discovery-url.js";
export { findSharedCache } from "./discovery-cache.js";
export {
  createDiscoveredEndpoint,
  createFixedEndpoint,
  type Endpoint,
} from "./endpoint.js";
export {
  createServiceUrl,
  findForeignAccount,
  parseServiceUrl,
} from "./service-url.js";
export { isWrongHost, tellsWrongHost } from "./wrong-host.js";
