import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import type { Account } from "../account/account.js";
import { SoapFault } from "../faults/soap-fault.js";
import type { SessionUser } from "../operations/operation.js";
import {
  asList,
  propertiesIn,
  textIn,
  type Properties,
} from "../schema/properties.js";
import type { Login, TokenLogin, UserLogin } from "./credentials.js";
import { Lockouts } from "./lockouts.js";
import { LoginAudit } from "./login-audit.js";
import { LoginFailure } from "./login-failure.js";
import { NonceRegister } from "./nonce-register.js";
import { Sessions } from "./sessions.js";
import { TIMESTAMP_WINDOW_MS, verifyToken } from "./verify-token.js";
import { verifyUser } from "./verify-user.js";

/** Operations that anybody may call: the first says where to log in, the others do it. */
const OPEN: ReadonlySet<string> = new Set([
  "getDataCenterUrls",
  "login",
  "mapSso",
  "ssoLogin",
]);

/** What of a request says whose it is. */
export interface Credentials {
  readonly operation: string;
  readonly schema: NetSuiteSchema;
  /** The elements of the SOAP header. */
  readonly header: Properties;
  /** The id in the JSESSIONID cookie, or undefined. */
  readonly sessionId: string | undefined;
}

/** Who may call an account, and who failed to. */
export class Authenticator {
  readonly audit = new LoginAudit();
  readonly #tokens: readonly TokenLogin[];
  readonly #users: readonly UserLogin[];
  readonly #nonces = new NonceRegister(TIMESTAMP_WINDOW_MS);
  readonly #lockouts = new Lockouts();
  readonly #sessions = new Sessions();

  constructor(logins: readonly Login[]) {
    this.#tokens = logins.filter((each) => each.kind === "token");
    this.#users = logins.filter((each) => each.kind === "user");
  }

  /**
   * Whose request it is; null for an operation that anybody may call, whatever credentials come with it.
   *
   * @throws SoapFault where there are no credentials, several, or wrong ones
   */
  authenticate(credentials: Credentials, account: Account): Login | null {
    const { operation, schema, header, sessionId } = credentials;
    if (OPEN.has(operation)) return null;
    const token = propertiesIn(header, "tokenPassport");
    const passport = propertiesIn(header, "passport");
    const hasPassport = passport !== undefined || hasForeignPassport(header);
    const session =
      sessionId === undefined
        ? undefined
        : this.#sessions.find(sessionId, account.now().getTime());
    // NetSuite says the same of both, but gives no typed detail where two passports came.
    if (token && hasPassport) throw new SoapFault(null, null, AMBIGUOUS);
    if (token && (header["applicationInfo"] !== undefined || session))
      throw new SoapFault("invalidCredentialsFault", "USER_ERROR", AMBIGUOUS);
    if (token) return this.#logInByToken(token, account);
    if (hasPassport && !takesPassport(schema))
      throw passportFault(schema.version);
    if (passport) return this.#logInByPassword(passport, header, account);
    if (session) return session;
    throw sessionId === undefined
      ? new SoapFault(
          "invalidSessionFault",
          "WS_LOG_IN_REQD",
          "You must log in before performing a web service operation.",
        )
      : new SoapFault(
          "invalidSessionFault",
          "SESSION_TIMED_OUT",
          "Your connection has timed out. Please log in again.",
        );
  }

  /** Begins a session for the user of a passport, and gives its id and user. */
  beginSession(
    passport: Properties,
    header: Properties,
    account: Account,
  ): { readonly id: string; readonly user: SessionUser } {
    const login = this.#logInByPassword(passport, header, account);
    const { email, userId, role } = login;
    const id = this.#sessions.begin(login, account.now().getTime());
    return { id, user: { email, userId, role } };
  }

  endSession(id: string): void {
    this.#sessions.end(id);
  }

  /** Forgets all but who may call. */
  reset(): void {
    this.audit.clear();
    this.#nonces.clear();
    this.#lockouts.clear();
    this.#sessions.clear();
  }

  #logInByToken(passport: Properties, account: Account): TokenLogin {
    return this.#attempt(account, (nowMs) =>
      verifyToken(passport, {
        account: account.id,
        tokens: this.#tokens,
        nonces: this.#nonces,
        isLocked: (login) => this.#lockouts.isLocked(keyOf(login), nowMs),
        isFeatureEnabled: !account.settings.disabledFeatures.includes(
          "Token-Based Authentication",
        ),
        nowMs,
      }),
    );
  }

  #logInByPassword(
    passport: Properties,
    header: Properties,
    account: Account,
  ): UserLogin {
    const applicationId = textIn(
      propertiesIn(header, "applicationInfo"),
      "applicationId",
    );
    return this.#attempt(account, (nowMs) =>
      verifyUser(passport, applicationId, {
        account: account.id,
        users: this.#users,
        isLocked: (login) => this.#lockouts.isLocked(keyOf(login), nowMs),
      }),
    );
  }

  #attempt<L extends Login>({ now }: Account, verify: (nowMs: number) => L): L {
    const at = now();
    try {
      const login = verify(at.getTime());
      this.#lockouts.succeed(keyOf(login));
      return login;
    } catch (error) {
      if (!(error instanceof LoginFailure)) throw error;
      const { reason, detail, login } = error;
      if (login && reason !== "temporary_locked")
        this.#lockouts.fail(keyOf(login), at.getTime());
      const user = login?.name ?? null;
      this.audit.add({ at: at.toISOString(), user, cause: reason, detail });
      throw error;
    }
  }
}

const AMBIGUOUS = "Ambiguous authentication";

function keyOf(login: Login): string {
  return login.kind === "token"
    ? `token ${login.tokenId}`
    : `user ${login.email.toLowerCase()}`;
}

/** Whether there is a `passport` that the schema of the endpoint does not have. */
function hasForeignPassport({ $unknown }: Properties): boolean {
  const unknown = asList($unknown);
  return unknown.some(({ name }) => /^(\{.*\})?passport$/.test(String(name)));
}

/** Whether the WSDL of an endpoint still declares the `passport` header for any operation. */
function takesPassport(schema: NetSuiteSchema): boolean {
  return schema.facts.service.operations.some((each) =>
    schema.operation(each.name)?.input.headers.includes("passport"),
  );
}

function passportFault(version: string): SoapFault {
  return new SoapFault(
    "invalidCredentialsFault",
    "USER_ERROR",
    `User credentials are not supported by the ${version.replace("_", ".")} endpoint, nor by any since 2020.2: use token-based authentication.`,
  );
}
