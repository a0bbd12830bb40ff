export { createServiceUrl, parseServiceUrl } from "./service-url.js";
