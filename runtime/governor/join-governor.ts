import type { Governor } from "./governor.js";
import { createLocalGovernor, type LocalGovernor } from "./local-governor.js";

/** Where all copies of the runtime in this process find the governors. The number changes when their shape does. */
const REGISTRY: unique symbol = Symbol.for("nsgen-runtime/governors/1");

/** One client's part in its account's governor. */
export interface Membership {
  readonly governor: Governor;
  /** Gives a limit, in place of the one given before. */
  readonly setLimit: (limit: number) => void;
  /** Takes the client's limit back, and forgets the governor when nobody is left. */
  readonly leave: () => void;
}

/**
 * Joins the governor that all clients of an account in this process share, also those of another copy of the runtime.
 *
 * @param account as in TokenPassports
 * @param limit that this client gives; the lowest of all clients' limits holds, and 4 where nobody gives one
 */
export function joinGovernor(
  account: string,
  limit: number | undefined,
): Membership {
  const governors = findRegistry();
  const governor = governors.get(account) ?? createLocalGovernor();
  governors.set(account, governor);
  const member = {};
  governor.setLimit(member, limit);
  return {
    governor,
    setLimit(given) {
      governor.setLimit(member, given);
    },
    leave() {
      if (governor.leave(member) === 0 && governors.get(account) === governor)
        governors.delete(account);
    },
  };
}

function findRegistry(): Map<string, LocalGovernor> {
  // Only this function of any copy sets the symbol, and its number stands for this shape.
  const holder = globalThis as {
    [REGISTRY]?: Map<string, LocalGovernor> | undefined;
  };
  return (holder[REGISTRY] ??= new Map<string, LocalGovernor>());
}
