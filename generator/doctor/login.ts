import { NetSuiteError, type NetSuiteSchema } from "nsgen-runtime";
import { classifyFailure } from "../../runtime/retry/index.js";
import type { Configured } from "./configured.js";

/** How the one login went. */
export interface Login {
  /** The operation that was called for it; null where the schema has none for that. */
  readonly operation: string | null;
  /** What it was refused with, or null. */
  readonly error: NetSuiteError | null;
}

/** Calls that change nothing, with their requests, the plainest first. */
const HARMLESS: readonly (readonly [string, (recordType: string) => object])[] =
  [
    ["getServerTime", () => ({})],
    ["getAccountGovernanceInfo", () => ({})],
    ["getIntegrationGovernanceInfo", () => ({})],
    ["get", (recordType) => ({ baseRef: createMissingRef(recordType) })],
  ];

/** The largest id that NetSuite's databases could give: no account has it. */
const NO_SUCH_ID = "2147483647";

/** A reference to a record that there is not. */
export function createMissingRef(type: string, $type = "RecordRef"): object {
  return { $type, type, internalId: NO_SUCH_ID };
}

/**
 * Logs in once, by a call that does nothing.
 *
 * @param recordType what is asked for where only `get` is left
 */
export async function logIn(
  schema: NetSuiteSchema,
  { client }: Configured,
  recordType = "customer",
): Promise<Login> {
  const [operation, request] =
    HARMLESS.find(([name]) => schema.operation(name)) ?? [];
  if (!client || !operation || !request)
    return { operation: null, error: null };
  try {
    await client.ask(operation, request(recordType));
    return { operation, error: null };
  } catch (error) {
    if (!(error instanceof NetSuiteError)) throw error;
    return { operation, error };
  }
}

/** Whether an error says that NetSuite did not take the keys. */
export function isLoginRefused(error: NetSuiteError): boolean {
  return (
    classifyFailure(error) === "login" ||
    ["LOGIN_DISABLED", "INVALID_ACCT", "WS_LOG_IN_REQD"].includes(
      error.netsuiteCode ?? "",
    )
  );
}
