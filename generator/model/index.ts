export * from "./format-descriptor.js";
export * from "./freeze.js";
export * from "./namespace.js";
export * from "./parse-descriptor.js";
export * from "./query.js";
export type * from "./schema.js";
export * from "./subset.js";
export * from "./version.js";
