import type { CallOptions } from "../call/index.js";

/** Parts the options of a facade into its own and those of the call. */
export function splitOptions<Own extends object>(
  options: Own & CallOptions,
  names: readonly (keyof Own)[],
): { readonly own: Partial<Own>; readonly call: CallOptions } {
  const own: Partial<Own> = {};
  const call: Partial<Own> & CallOptions = { ...options };
  for (const name of names) {
    if (options[name] !== undefined) own[name] = options[name];
    Reflect.deleteProperty(call, name);
  }
  return { own, call };
}
