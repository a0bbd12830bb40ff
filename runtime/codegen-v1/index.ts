export * from "./descriptor.js";
export * from "./facts.js";
export * from "./text.js";
export type * from "./types.js";
