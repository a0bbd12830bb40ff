export type { Configuration, ConfigurationTarget } from "./configuration.js";
export { readConfig } from "./read-config.js";
export { readEnvironment, type Environment } from "./read-environment.js";
