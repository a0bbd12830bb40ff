export { readLeniently } from "./read-leniently.js";
export { validateRequest } from "./validate-request.js";
