export * from "./diff.js";
export * from "./known-output.js";
export * from "./lock.js";
export * from "./manifest.js";
export * from "./plan.js";
export * from "./write.js";
