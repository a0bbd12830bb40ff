export * from "./descriptor.js";
export * from "./facts.js";
export * from "./record-methods.js";
export * from "./record-search.js";
export * from "./text.js";
export type * from "./types.js";
