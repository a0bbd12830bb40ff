import nsgen from "../../package.json" with { type: "json" };
import runtime from "../../runtime/package.json" with { type: "json" };

/** The version of nsgen. */
export const generatorVersion = nsgen.version;

/** The range of `nsgen-runtime` that generated packages depend on. */
export const runtimeVersion = `^${runtime.version}`;
