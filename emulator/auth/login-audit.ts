/** Why a login failed, in the words of the Detail column of NetSuite's Login Audit Trail. */
export type LoginCause =
  | "consumer_key_refused"
  | "consumer_key_unknown"
  | "FeatureDisabled"
  | "InvalidSignature"
  | "InvalidTimestamp"
  | "MissingTokenPassportRequiredFields"
  | "NonceUsed"
  | "permission_denied"
  | "temporary_locked"
  | "token_rejected"
  | "UnknownAlgorithm"
  | "WrongUserCredentials";

/** One login that failed. */
export interface FailedLogin {
  /** ISO 8601. */
  readonly at: string;
  /** What the token or user is called; null where there is none of that id. */
  readonly user: string | null;
  readonly cause: LoginCause;
  /** What was found and what to do, for whoever wrote the client. Holds no secret. */
  readonly detail: string;
}

/** How many logins are remembered. */
const KEPT = 1000;

/** The logins that failed: what NetSuite shows at Setup > Users/Roles > View Login Audit Trail. */
export class LoginAudit {
  readonly #entries: FailedLogin[] = [];

  /** The last thousand, the oldest first. */
  get entries(): readonly FailedLogin[] {
    return this.#entries;
  }

  add(entry: FailedLogin): void {
    this.#entries.push(entry);
    if (this.#entries.length > KEPT) this.#entries.shift();
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
