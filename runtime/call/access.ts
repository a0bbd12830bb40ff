import type { Signer } from "../auth/index.js";
import { isWrongHost } from "../endpoint/index.js";
import type { NetSuiteError } from "../errors/index.js";
import { classifyFailure } from "../retry/index.js";
import { untilAborted, type CallSignal } from "../wait/index.js";
import type { CallEnvironment } from "./environment.js";

/** Where an attempt goes, and what it is signed with. */
export interface Access {
  readonly url: URL;
  readonly signer: Signer;
}

/**
 * Finds out where an attempt goes and what it is signed with; both are mostly known already. Null when the signal was
 * aborted meanwhile.
 *
 * @throws NetSuiteError when the endpoint is not found, or the credentials provider fails
 */
export function findAccess(
  { authentication, endpoint }: CallEnvironment,
  signal: CallSignal | undefined,
): Promise<Access | null> {
  const found = Promise.all([endpoint.locate(), authentication.load()]);
  return untilAborted(
    found.then(([url, signer]) => ({ url, signer })),
    signal,
  );
}

/**
 * Mends what an attempt failed of: a host where the account's service is not, or credentials that NetSuite refuses
 * while the provider has others.
 *
 * @returns whether an attempt with new access may do better
 */
export async function mendAccess(
  { authentication, endpoint }: CallEnvironment,
  { url, signer }: Access,
  error: NetSuiteError,
  signal: CallSignal | undefined,
): Promise<boolean> {
  const mend = (): Promise<boolean> => {
    if (isWrongHost(error)) return endpoint.relocate(url);
    if (classifyFailure(error) === "login")
      return authentication.replace(signer);
    return Promise.resolve(false);
  };
  return (await untilAborted(mend(), signal)) ?? false;
}
