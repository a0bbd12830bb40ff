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
  /** Where the emulator was called, such as `http://127.0.0.1:8080`; absent where a call did not come over HTTP. */
  readonly origin?: string;
  /** What a fault rule asks the operation for; absent where nothing is to go wrong. */
  readonly effects?: Effects;
  /** Sessions of old endpoints; absent where a call did not come over HTTP. */
  readonly session?: SessionAccess;
}

/** What goes wrong inside an operation because a fault rule says so. */
export interface Effects {
  /** How many results of the page are handed out, for `search` and `searchMoreWithId`; the totals stay as they are. */
  readonly keepOfPage?: number;
  /** Each record is saved, and reported as failed after that: `isSuccess="false"` with `afterSubmitFailed` and a `baseRef`. */
  readonly afterSubmitFailed?: boolean;
  /** A warning that is given with each record. */
  readonly warn?: string;
}

/** What `login` and `logout` do with the exchange that they are part of. */
export interface SessionAccess {
  /**
   * Checks a `passport` as of the header, begins a session, and sends its cookie with the answer.
   *
   * @throws SoapFault where the credentials are refused
   */
  begin(passport: Properties): SessionUser;
  /** Ends the session that the request came with, if any. */
  end(): void;
}

/** Who began a session. */
export interface SessionUser {
  readonly email: string;
  /** Internal id of the user. */
  readonly userId: string;
  readonly role: Role;
}

/** What a token or user may do. */
export interface Role {
  /** The internal id of the role, such as `3`. */
  readonly id: string;
  /** Whether it is the administrator's: only they see governance figures. */
  readonly isAdministrator: boolean;
  /** Values of RecordType that it may not read or write. */
  readonly forbiddenRecords: ReadonlySet<string>;
  /** Permissions that it was not given. */
  readonly lacks?: ReadonlySet<Permission>;
}

/** Permissions of a role that decide about whole requests, by their names in NetSuite's menus. */
export type Permission =
  | "SOAP Web Services"
  | "Log in using Access Tokens"
  | "Control SuiteScript and Workflow Triggers in Web Services Request";

/**
 * Carries out an operation, and gives the content of the response's element.
 *
 * Synchronous: what it writes is in the account's state when it returns, and the answer waits until that is saved.
 *
 * @throws SoapFault where the whole request is refused
 */
export type Operation = (call: Call) => Properties;
