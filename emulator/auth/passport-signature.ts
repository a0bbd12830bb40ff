import { createHmac, timingSafeEqual } from "node:crypto";
import { percentEncode } from "./percent-encode.js";

/** What the signature of a TokenPassport is made of, as it stands in the passport. */
export interface SignedParts {
  readonly account: string;
  readonly consumerKey: string;
  readonly token: string;
  readonly nonce: string;
  readonly timestamp: string;
}

/** The keys that sign. */
export interface SigningSecrets {
  readonly consumerSecret: string;
  readonly tokenSecret: string;
}

/** The signature that a TokenPassport should have: HMAC-SHA256 over the encoded parts, in base64. */
export function signPassport(
  { account, consumerKey, token, nonce, timestamp }: SignedParts,
  { consumerSecret, tokenSecret }: SigningSecrets,
): string {
  const join = (parts: readonly string[]): string =>
    parts.map(percentEncode).join("&");
  return createHmac("sha256", join([consumerSecret, tokenSecret]))
    .update(join([account, consumerKey, token, nonce, timestamp]))
    .digest("base64");
}

/** Whether a signature is the one that it should be, told in a time that does not depend on where they differ. */
export function isSignature(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given.trim()), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
