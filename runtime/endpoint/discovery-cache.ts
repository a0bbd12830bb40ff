/** The origins that were found for accounts. */
export interface DiscoveryCache {
  /**
   * The origin under a key, looked up where it is not known. Those who ask meanwhile share the lookup; one that
   * fails is not remembered.
   */
  readonly find: (
    key: string,
    lookUp: () => Promise<string>,
  ) => Promise<string>;
  /** Forgets an origin, unless another one was found since. */
  readonly forget: (key: string, origin: string) => void;
}

/** Makes a cache that knows nothing. */
export function createDiscoveryCache(): DiscoveryCache {
  const lookups = new Map<string, Promise<string>>();
  const origins = new Map<string, string>();
  return {
    find(key, lookUp) {
      const known = lookups.get(key);
      if (known) return known;
      const lookup = lookUp().then(
        (origin) => {
          origins.set(key, origin);
          return origin;
        },
        (error: unknown) => {
          lookups.delete(key);
          throw error;
        },
      );
      lookups.set(key, lookup);
      return lookup;
    },
    forget(key, origin) {
      if (origins.get(key) !== origin) return;
      origins.delete(key);
      lookups.delete(key);
    },
  };
}

/** Where all copies of the runtime in this process find the cache. The number changes when its shape does. */
const SHARED: unique symbol = Symbol.for("nsgen-runtime/endpoints/1");

/** The cache that all clients in this process share: an account's hosts are the same for all of them. */
export function findSharedCache(): DiscoveryCache {
  // Only this function of any copy sets the symbol, and its number stands for this shape.
  const holder = globalThis as { [SHARED]?: DiscoveryCache | undefined };
  return (holder[SHARED] ??= createDiscoveryCache());
}
