export * from "./diff.js";
export * from "./lock.js";
export * from "./manifest.js";
export * from "./plan.js";
export * from "./write.js";
