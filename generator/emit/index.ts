export * from "./emit-package.js";
export * from "./output/index.js";
export { formatPackageDescriptor } from "./package-descriptor.js";
