import { rankByLikeness } from "../codec/nearest.js";
import { NetSuiteConfigurationError } from "../errors/index.js";

/** What an object of {@link createLazyMembers} consists of. */
export interface LazyMembers {
  /** How users write the object, for messages: `client.records`. */
  readonly path: string;
  /** All names, in order. */
  names(): readonly string[];
  /** Makes a member on its first use, or gives null where there is none of that name. */
  create(name: string): object | null;
}

/** Names that JavaScript itself asks any object for. */
const ASKED_OF_ALL: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  "then",
  "toJSON",
]);

/**
 * An object whose members are made on first use. `in` and `Object.keys` work.
 *
 * @throws NetSuiteConfigurationError when a member is read that is not there, with the names nearest to it
 */
export function createLazyMembers(members: LazyMembers): object {
  const made = new Map<string, object>();
  const find = (name: string | symbol): object | null => {
    if (typeof name === "symbol" || ASKED_OF_ALL.has(name)) return null;
    const known = made.get(name) ?? members.create(name);
    if (known) made.set(name, known);
    return known;
  };
  return new Proxy(Object.create(null) as object, {
    get(_, name) {
      const found = find(name);
      if (found || typeof name === "symbol" || ASKED_OF_ALL.has(name))
        return found ?? undefined;
      const near = rankByLikeness(name, members.names(), 3).join(", ");
      throw new NetSuiteConfigurationError([
        `${members.path} has no ${name}.${near === "" ? "" : ` The nearest names are ${near}.`}`,
      ]);
    },
    has: (_, name) => find(name) !== null,
    ownKeys: () => [...members.names()],
    getOwnPropertyDescriptor(_, name) {
      const value = find(name);
      return value
        ? { value, enumerable: true, configurable: true, writable: false }
        : undefined;
    },
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  });
}
