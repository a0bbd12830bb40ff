import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";

/** The endpoint version of a namespace that is the schema's but for its version, such as `2022_1`; null for any other. */
export function otherVersion(
  schema: NetSuiteSchema,
  uri: string,
): string | null {
  const version = /_(\d{4}_\d+)(?=[.]|$)/.exec(uri)?.[1];
  const isOther =
    version !== undefined &&
    version !== schema.version &&
    schema.namespace(uri.replace(`_${version}`, `_${schema.version}`)) !==
      undefined;
  return isOther ? version : null;
}
