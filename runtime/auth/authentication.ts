import type { Account } from "./account.js";
import {
  areSameKeys,
  askProvider,
  type CredentialsProvider,
  type Lease,
} from "./credentials-provider.js";
import type { TokenKeys } from "./token-passport.js";
import {
  createPassportHeaders,
  type UserCredentials,
} from "./user-credentials.js";

/** How a client says who calls. It holds secrets, and is never shown. */
export interface Authentication {
  /**
   * Gets what attempts are signed with, from the provider where there is one and it has to be asked.
   *
   * @throws NetSuiteConfigurationError when the provider fails
   */
  readonly load: () => Promise<Signer>;
  /**
   * Forgets credentials that NetSuite refused, and asks for others.
   *
   * @returns whether there are others. With the same ones, or none, sending again would only lock the user.
   */
  readonly replace: (refused: Signer) => Promise<boolean>;
}

/** Signs attempts with one set of credentials. */
export interface Signer {
  /** What must not show anywhere. */
  readonly secrets: readonly string[];
  /**
   * Makes the SOAP headers that say who calls, for one attempt.
   *
   * @param nonce letters and digits, never used before with this timestamp
   * @param timestamp in seconds since 1970, by the server's clock as well as it is known
   */
  readonly sign: (nonce: string, timestamp: number) => SignedHeaders;
}

/** The SOAP headers that say who calls. */
export interface SignedHeaders {
  readonly headers: Readonly<Record<string, unknown>>;
  /** What of this attempt must not show anywhere, the signer's included. */
  readonly secrets: readonly string[];
}

/** Authenticates by TokenPassports with keys that stay the same. */
export function createTokenAuthentication(
  account: Account,
  keys: TokenKeys,
): Authentication {
  let signer: Promise<Signer> | undefined;
  return createFixedAuthentication(
    () => (signer ??= createTokenSigner(account, keys)),
  );
}

/** Authenticates by a user's email and password: for versions whose WSDL declares the `passport` header. */
export function createUserAuthentication(
  account: Account,
  user: UserCredentials,
): Authentication {
  const headers = createPassportHeaders(account, user);
  const secrets = [user.password];
  const signer = Promise.resolve({
    secrets,
    sign: () => ({ headers, secrets }),
  });
  return createFixedAuthentication(() => signer);
}

/**
 * Authenticates by TokenPassports with keys that a provider gives, and may change.
 *
 * @param now the clock, in milliseconds since 1970
 */
export function createProvidedAuthentication(
  account: Account,
  provider: CredentialsProvider,
  now: () => number,
): Authentication {
  interface Loaded extends Lease {
    readonly signer: Signer;
  }
  const keysOf = new WeakMap<Signer, TokenKeys>();
  let current: Loaded | undefined;
  let asking: Promise<Loaded> | undefined;

  const ask = async (): Promise<Loaded> => {
    try {
      const lease = await askProvider(provider);
      const signer = await createTokenSigner(account, lease.keys);
      keysOf.set(signer, lease.keys);
      return (current = { ...lease, signer });
    } finally {
      asking = undefined;
    }
  };
  const load = async (): Promise<Signer> => {
    if (!asking && current && now() < current.expiresAt) return current.signer;
    return (await (asking ??= ask())).signer;
  };
  return {
    load,
    async replace(refused) {
      if (current?.signer === refused) current = undefined;
      const others = await load().catch(() => null);
      const [a, b] = [keysOf.get(refused), others && keysOf.get(others)];
      return a != null && b != null && !areSameKeys(a, b);
    },
  };
}

function createFixedAuthentication(
  load: () => Promise<Signer>,
): Authentication {
  return {
    load,
    replace: () => Promise.resolve(false),
  };
}

/** What signs takes longer to load than a client to make, so it is loaded by the first call. */
async function createTokenSigner(
  account: Account,
  keys: TokenKeys,
): Promise<Signer> {
  const { createTokenPassport } = await import("./token-passport.js");
  const { consumerKey, consumerSecret, tokenId, tokenSecret } = keys;
  const secrets = [consumerKey, consumerSecret, tokenId, tokenSecret];
  return {
    secrets,
    sign(nonce, timestamp) {
      const tokenPassport = createTokenPassport(
        { account, ...keys },
        nonce,
        timestamp,
      );
      return {
        headers: { tokenPassport },
        secrets: [...secrets, nonce, tokenPassport.signature.$value],
      };
    },
  };
}
