import type { NetSuiteSchema } from "../codegen-v1/index.js";
import { NetSuiteFaultError } from "../errors/index.js";
import { isObject } from "./check-options.js";

/** Calls an operation that takes an empty request. */
export type CallEmpty = (operation: string) => Promise<unknown>;

/** What roles other than administrator are answered with. */
const NOT_ALLOWED: ReadonlySet<string | null> = new Set([
  "INSUFFICIENT_PERMISSION",
  "WS_PERMISSION_REQD",
]);

/**
 * Reads how many requests at a time NetSuite grants this integration: its own share where it has one, or else the part of
 * the account's limit that no integration has for itself, less one for people's own tools.
 *
 * @returns null where the version has no such operation (before 2020.1), or the role may not ask
 */
export async function readGovernanceLimit(
  schema: NetSuiteSchema,
  call: CallEmpty,
): Promise<number | null> {
  const ask = async (operation: string): Promise<Record<string, unknown>> =>
    schema.operation(operation)
      ? await call(operation).then(
          (value) => findResult(value, `${operation}Result`),
          ignoreRefusal,
        )
      : {};
  const own = await ask("getIntegrationGovernanceInfo");
  const share = parseLimit(own["integrationConcurrencyLimit"]);
  // The schema has one spelling, Oracle's documentation the other.
  if (share !== null && /^_integrationSpecific/.test(String(own["limitType"])))
    return share;
  const account = await ask("getAccountGovernanceInfo");
  const open =
    parseLimit(account["unallocatedConcurrencyLimit"]) ??
    parseLimit(account["accountConcurrencyLimit"]);
  return open === null ? null : Math.max(1, open - 1);
}

function ignoreRefusal(error: unknown): Record<string, unknown> {
  const isRefusal =
    error instanceof NetSuiteFaultError &&
    (NOT_ALLOWED.has(error.netsuiteCode) ||
      (error.netsuiteCode === null &&
        error.fault === "insufficientPermissionFault"));
  if (isRefusal) return {};
  throw error;
}

function findResult(value: unknown, element: string): Record<string, unknown> {
  const result = isObject(value) ? value[element] : null;
  return isObject(result) ? result : {};
}

/** A `long`, which is a number or a bigint as the package was generated. */
function parseLimit(value: unknown): number | null {
  const limit =
    typeof value === "number" || typeof value === "bigint" ? Number(value) : 0;
  return limit >= 1 ? limit : null;
}
