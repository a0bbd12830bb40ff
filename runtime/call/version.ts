/** The version of this package, as the `user-agent` header says it. */
export const RUNTIME_VERSION = "0.1.0";
