import { createHmac } from "node:crypto";
import OAuth from "oauth-1.0a";
import type { Account } from "./account.js";

/** The keys of token-based authentication: key and secret of the integration record, id and secret of the access token. */
export interface TokenKeys {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
}

/** The keys with the account that they are for. All but the account are secret. */
export interface TokenCredentials extends TokenKeys {
  readonly account: Account;
}

/** The value of the `tokenPassport` header. It is good for one request, within five minutes. */
export interface TokenPassport {
  readonly account: string;
  readonly consumerKey: string;
  readonly token: string;
  readonly nonce: string;
  /** In seconds since 1970. */
  readonly timestamp: number;
  readonly signature: { readonly $value: string; readonly algorithm: string };
}

/**
 * Signs one attempt: HMAC-SHA256 over account, consumer key, token, nonce and timestamp, each percent-encoded as in
 * RFC 5849, section 3.6. HMAC-SHA1 is no longer accepted by NetSuite.
 *
 * @param nonce letters and digits, never used before with this timestamp
 * @param timestamp in seconds since 1970, by the server's clock as well as it is known
 */
export function createTokenPassport(
  credentials: TokenCredentials,
  nonce: string,
  timestamp: number,
): TokenPassport {
  const { consumerKey, consumerSecret, tokenId, tokenSecret } = credentials;
  const account = credentials.account.passport;
  const oauth = new OAuth({
    consumer: { key: consumerKey, secret: consumerSecret },
    signature_method: "HMAC-SHA256",
    hash_function: (text, key) =>
      createHmac("sha256", key).update(text).digest("base64"),
  });
  const baseString = [account, consumerKey, tokenId, nonce, String(timestamp)]
    .map((each) => oauth.percentEncode(each))
    .join("&");
  return {
    account,
    consumerKey,
    token: tokenId,
    nonce,
    timestamp,
    signature: {
      $value: oauth.hash_function(baseString, oauth.getSigningKey(tokenSecret)),
      algorithm: "HMAC-SHA256",
    },
  };
}
