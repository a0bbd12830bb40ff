import { createHmac } from "node:crypto";

/** The credentials that clients and server of the tests share; signing must encode them. */
export const CREDENTIALS = {
  account: "1234567-sb1",
  consumerKey: "key/with+signs=",
  consumerSecret: "secret&one é!",
  tokenId: "token (id)*",
  tokenSecret: "token'secret~",
} as const;

/** A tokenPassport header as an XML parser gives it. */
export interface SentPassport {
  readonly account?: string;
  readonly consumerKey?: string;
  readonly token?: string;
  readonly nonce?: string;
  readonly timestamp?: string;
  readonly signature?: {
    readonly "#text"?: string;
    readonly "@algorithm"?: string;
  };
}

/** What is wrong with a passport; empty where nothing is. `nonces` are those that came before, and gets this one. */
export function findPassportProblems(
  passport: SentPassport,
  nonces: Set<string>,
): string[] {
  const { account, consumerKey, token, nonce = "", timestamp = "" } = passport;
  const problems: string[] = [];
  const expect = (isRight: boolean, problem: string): void => {
    if (!isRight) problems.push(problem);
  };
  expect(account === "1234567_SB1", `account ${String(account)}`);
  expect(consumerKey === CREDENTIALS.consumerKey, "consumerKey");
  expect(token === CREDENTIALS.tokenId, "token");
  expect(/^[A-Za-z0-9]{6,64}$/.test(nonce), `nonce ${nonce}`);
  expect(!nonces.has(nonce), `nonce ${nonce} used before`);
  nonces.add(nonce);
  expect(/^\d{10}$/.test(timestamp), `timestamp ${timestamp}`);
  const ageMs = Math.abs(Date.now() - Number(timestamp) * 1000);
  expect(ageMs < 5 * 60_000, `timestamp ${timestamp} is not of now`);
  const { signature } = passport;
  expect(signature?.["@algorithm"] === "HMAC-SHA256", "algorithm");
  expect(signature?.["#text"] === sign(nonce, timestamp), "signature");
  return problems;
}

function sign(nonce: string, timestamp: string): string {
  const { consumerKey, consumerSecret, tokenId, tokenSecret } = CREDENTIALS;
  const base = ["1234567_SB1", consumerKey, tokenId, nonce, timestamp];
  return createHmac("sha256", encode([consumerSecret, tokenSecret]))
    .update(encode(base))
    .digest("base64");
}

/** RFC 5849, section 3.6: all but letters, digits and `-._~` is percent-encoded. */
function encode(parts: readonly string[]): string {
  return parts
    .map((part) =>
      [...Buffer.from(part)]
        .map((byte) =>
          /[A-Za-z0-9._~-]/.test(String.fromCharCode(byte))
            ? String.fromCharCode(byte)
            : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
        )
        .join(""),
    )
    .join("&");
}
