import { NetSuiteConfigurationError } from "../errors/index.js";
import type { TokenKeys } from "./token-passport.js";

/** What a {@link CredentialsProvider} gives. Further properties are allowed, and not looked at. */
export interface ProvidedCredentials extends TokenKeys {
  /** When to ask for others, in milliseconds since 1970 or as a Date. Default: when NetSuite refuses these. */
  readonly expiresAt?: number | Date | undefined;
}

/**
 * Gets the keys of token-based authentication, for instance from a vault.
 *
 * A client asks before its first call and keeps the answer until NetSuite refuses it or until `expiresAt`; calls that
 * are made meanwhile share one question.
 */
export type CredentialsProvider = () =>
  ProvidedCredentials | Promise<ProvidedCredentials>;

/** Keys that are good until some time, in milliseconds since 1970. */
export interface Lease {
  readonly keys: TokenKeys;
  readonly expiresAt: number;
}

const KEYS = [
  "consumerKey",
  "consumerSecret",
  "tokenId",
  "tokenSecret",
] as const;

/**
 * Asks a provider, and checks what it gives.
 *
 * @throws NetSuiteConfigurationError when it fails, with its error as the cause, or gives something else; no message holds a value
 */
export async function askProvider(
  provider: CredentialsProvider,
): Promise<Lease> {
  let provided: unknown;
  try {
    provided = await provider();
  } catch (cause) {
    throw new NetSuiteConfigurationError(
      [
        "credentials() failed, so nothing could be signed. Its error is the cause of this one.",
      ],
      { cause, retryable: true },
    );
  }
  if (typeof provided !== "object" || provided === null)
    throw new NetSuiteConfigurationError([
      `credentials() gave ${provided === null ? "null" : `a value of type ${typeof provided}`}. Make it return an object with ${KEYS.join(", ")}.`,
    ]);
  const found = new Map<string, unknown>(Object.entries(provided));
  const text = (name: string): string => {
    const value = found.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const problems = KEYS.filter((name) => text(name) === "").map(
    (name) =>
      `credentials() gave no ${name}. Make it return an object with ${KEYS.join(", ")}, all strings.`,
  );
  // Dates become their milliseconds.
  const expiresAt = Number(found.get("expiresAt") ?? Infinity);
  if (Number.isNaN(expiresAt))
    problems.push(
      "credentials() gave an expiresAt that is no time. Give milliseconds since 1970, or a Date.",
    );
  if (problems.length > 0) throw new NetSuiteConfigurationError(problems);
  return {
    keys: {
      consumerKey: text("consumerKey"),
      consumerSecret: text("consumerSecret"),
      tokenId: text("tokenId"),
      tokenSecret: text("tokenSecret"),
    },
    expiresAt,
  };
}

/** Whether two answers of a provider are the same keys. */
export function areSameKeys(a: TokenKeys, b: TokenKeys): boolean {
  return KEYS.every((name) => a[name] === b[name]);
}
