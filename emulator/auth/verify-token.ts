import { parseAccount } from "nsgen-runtime";
import { propertiesIn, textIn, type Properties } from "../schema/properties.js";
import type { TokenLogin } from "./credentials.js";
import type { LoginCause } from "./login-audit.js";
import { LoginFailure } from "./login-failure.js";
import type { NonceRegister } from "./nonce-register.js";
import { isSignature, signPassport } from "./passport-signature.js";

/** How far the timestamp of a TokenPassport may be from the server's clock: NetSuite's five minutes. */
export const TIMESTAMP_WINDOW_MS = 5 * 60 * 1000;

/** NetSuite's documentation knows the first; clients that send the second work. */
const ALGORITHMS: ReadonlySet<string> = new Set(["HMAC-SHA256", "HMAC_SHA256"]);

const FIELDS = [
  "account",
  "consumerKey",
  "token",
  "nonce",
  "timestamp",
] as const;

/** What a TokenPassport is held against. */
export interface TokenRules {
  /** The account's id, as NetSuite writes it. */
  readonly account: string;
  readonly tokens: readonly TokenLogin[];
  readonly nonces: NonceRegister;
  readonly isLocked: (login: TokenLogin) => boolean;
  readonly isFeatureEnabled: boolean;
  readonly nowMs: number;
}

/**
 * The token whose passport it is.
 *
 * Nonces of any length and characters are taken, as NetSuite does; each may be used once with its timestamp.
 *
 * @throws LoginFailure
 */
export function verifyToken(
  passport: Properties,
  rules: TokenRules,
): TokenLogin {
  const { nonces, nowMs } = rules;
  const { parts, signature, algorithm } = readPassport(passport);
  const login = findToken(parts, rules);
  const fail = (reason: LoginCause, detail: string): never => {
    throw new LoginFailure(reason, detail, login);
  };
  if (login.isRevoked)
    fail(
      "token_rejected",
      `${login.name} was revoked: create another access token.`,
    );
  if (!ALGORITHMS.has(algorithm))
    fail(
      "UnknownAlgorithm",
      `The signature's algorithm is ${JSON.stringify(algorithm)}: NetSuite takes HMAC-SHA256 only.`,
    );
  const timestampMs = Number(parts.timestamp) * 1000;
  const skewMs = timestampMs - nowMs;
  if (!(Math.abs(skewMs) <= TIMESTAMP_WINDOW_MS))
    fail(
      "InvalidTimestamp",
      `The timestamp ${JSON.stringify(parts.timestamp)} is ${describeSkew(skewMs)} the server's clock: it may be 5 minutes off. Give seconds since 1970, and set the clock of the client's machine.`,
    );
  checkAccount(parts.account, rules.account, login);
  const wanted = signPassport(parts, login);
  if (!isSignature(signature, wanted))
    fail(
      "InvalidSignature",
      "The signature is not that of these fields with the secrets of this token: check both secrets, and the order account, consumerKey, token, nonce, timestamp.",
    );
  // It stands for the token, the nonce and the timestamp, and is never long.
  if (!nonces.add(wanted, timestampMs, nowMs))
    fail(
      "NonceUsed",
      "The nonce came before with this timestamp: sign each attempt anew, also when it is repeated.",
    );
  if (login.role.lacks?.has("Log in using Access Tokens"))
    fail(
      "permission_denied",
      `The role ${login.role.id} has no permission to log in using access tokens.`,
    );
  return login;
}

interface PassportParts {
  readonly parts: Readonly<Record<(typeof FIELDS)[number], string>>;
  readonly signature: string;
  readonly algorithm: string;
}

function readPassport(passport: Properties): PassportParts {
  const signed = propertiesIn(passport, "signature");
  const algorithm = textIn(signed, "algorithm") ?? "";
  const signature = textIn(signed, "$value") ?? "";
  const text = (name: string): string => {
    const value = passport[name];
    if (typeof value === "string") return value.trim();
    // The timestamp.
    return typeof value === "number" || typeof value === "bigint"
      ? String(value)
      : "";
  };
  const missing = [
    ...FIELDS.filter((name) => text(name) === ""),
    ...(signature === "" ? ["signature"] : []),
  ];
  if (missing.length > 0)
    throw new LoginFailure(
      "MissingTokenPassportRequiredFields",
      `The tokenPassport has no ${missing.join(", ")}.`,
    );
  const parts = {
    account: text("account"),
    consumerKey: text("consumerKey"),
    token: text("token"),
    nonce: text("nonce"),
    timestamp: text("timestamp"),
  };
  return { parts, signature, algorithm };
}

function findToken(
  { consumerKey, token }: PassportParts["parts"],
  { tokens, isLocked, isFeatureEnabled }: TokenRules,
): TokenLogin {
  if (!isFeatureEnabled)
    throw new LoginFailure(
      "FeatureDisabled",
      "The account has token-based authentication switched off.",
    );
  const ofConsumer = tokens.filter((each) => each.consumerKey === consumerKey);
  if (ofConsumer.length === 0)
    throw new LoginFailure(
      "consumer_key_unknown",
      "No integration record has this consumer key.",
    );
  const login = ofConsumer.find((each) => each.tokenId === token);
  if (!login)
    throw new LoginFailure(
      "token_rejected",
      "No access token of this id was made for the integration record.",
    );
  if (login.isBlocked)
    throw new LoginFailure(
      "consumer_key_refused",
      "The integration record is blocked.",
      login,
    );
  if (isLocked(login))
    throw new LoginFailure(
      "temporary_locked",
      `${login.name} failed five times in a row, and is locked for 30 minutes.`,
      login,
    );
  return login;
}

/** NetSuite signs what it would write itself, so that another spelling shows as a wrong signature. */
function checkAccount(given: string, own: string, login: TokenLogin): void {
  if (given === own) return;
  const detail = isSameAccount(given, own)
    ? `The account is written ${JSON.stringify(given)}: write ${JSON.stringify(own)}, in capitals and with an underscore.`
    : `The passport is for another account than ${own}.`;
  throw new LoginFailure("InvalidSignature", detail, login);
}

function isSameAccount(given: string, own: string): boolean {
  try {
    return parseAccount(given).passport === own;
  } catch {
    return false;
  }
}

function describeSkew(skewMs: number): string {
  if (!Number.isFinite(skewMs)) return "no time to compare with";
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  return `${seconds} s ${skewMs < 0 ? "behind" : "ahead of"}`;
}
