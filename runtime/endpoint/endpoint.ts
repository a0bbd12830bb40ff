import type { DiscoveryCache } from "./discovery-cache.js";
import { moveService } from "./service-url.js";

/** Where a client's calls go. */
export interface Endpoint {
  /**
   * The URL of the service, found on the first call where it has to be discovered.
   *
   * @throws NetSuiteError when it cannot be found; nothing was sent to the service then
   */
  readonly locate: () => Promise<URL>;
  /**
   * Forgets a URL where the service is not, and looks for it again.
   *
   * @returns whether it is elsewhere now
   */
  readonly relocate: (wrong: URL) => Promise<boolean>;
}

/** An endpoint that was given, or is made of the account id. */
export function createFixedEndpoint(url: URL): Endpoint {
  return {
    locate: () => Promise.resolve(url),
    relocate: () => Promise.resolve(false),
  };
}

/**
 * An endpoint that NetSuite is asked for, once for all clients of the account. Of the service's URL only scheme and
 * host are replaced.
 *
 * @param service the URL whose path and query are kept
 * @param key what the origin is remembered under: all that the lookup depends on
 * @param lookUp finds the origin
 */
export function createDiscoveredEndpoint(
  service: URL,
  cache: DiscoveryCache,
  key: string,
  lookUp: () => Promise<string>,
): Endpoint {
  const locate = async (): Promise<URL> =>
    moveService(service, await cache.find(key, lookUp));
  return {
    locate,
    async relocate(wrong) {
      cache.forget(key, wrong.origin);
      // Why it cannot be found the next call will say: this one has an error of its own to tell.
      const found = await locate().catch(() => wrong);
      return found.origin !== wrong.origin;
    },
  };
}
