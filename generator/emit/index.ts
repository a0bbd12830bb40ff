export * from "./emit-package.js";
export * from "./output/index.js";
