import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import type { Account } from "../account/account.js";
import type { Properties } from "../schema/properties.js";

/** A request that was authenticated and found valid: what an operation works with. */
export interface Call {
  readonly operation: string;
  /** The schema of the endpoint version that was called. */
  readonly schema: NetSuiteSchema;
  /** The content of the operation's element. */
  readonly request: Properties;
  /** The header's elements, such as `preferences`. */
  readonly header: Properties;
  readonly account: Account;
  /** Whose request it is; null for operations that need no authentication. */
  readonly role: Role | null;
}

/** What a token or user may do. */
export interface Role {
  /** The internal id of the role, such as `3`. */
  readonly id: string;
  /** Whether it is the administrator's: only they see governance figures. */
  readonly isAdministrator: boolean;
  /** Values of RecordType that it may not read or write. */
  readonly forbiddenRecords: ReadonlySet<string>;
}

/**
 * Carries out an operation, and gives the content of the response's element.
 *
 * Synchronous: what it writes is in the account's state when it returns, and the answer waits until that is saved.
 *
 * @throws SoapFault where the whole request is refused
 */
export type Operation = (call: Call) => Properties;
