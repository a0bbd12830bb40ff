import { MAX_DEPTH } from "../codec/soap.js";
import type { Secrecy } from "./secrecy.js";

/** Properties that say what a secret value is, and nothing of it. */
const STRUCTURAL: ReadonlySet<string> = new Set(["$type", "operator"]);

/** Attributes that name a custom field. */
const IDS: ReadonlySet<string> = new Set(["scriptId", "internalId"]);

/** The texts in a value that are secret by their names, each once. Numbers count as their texts. */
export function findSecrets(value: unknown, secrecy: Secrecy): string[] {
  const found = new Set<string>();
  // Values may hold themselves: the encoder refuses them, and its error is looked through for secrets.
  const seen = { hidden: new Set<object>(), open: new Set<object>() };
  const add = (text: string): void => {
    if (text.trim() !== "") found.add(text);
  };
  const visit = (
    each: unknown,
    parent: string | null,
    isSecret: boolean,
    depth: number,
  ): void => {
    if (isSecret && typeof each === "string") add(each);
    if (isSecret && (typeof each === "number" || typeof each === "bigint"))
      add(String(each));
    if (typeof each !== "object" || each === null || depth > MAX_DEPTH) return;
    const visited = isSecret ? seen.hidden : seen.open;
    if (each instanceof Uint8Array || visited.has(each)) return;
    visited.add(each);
    if (Array.isArray(each)) {
      for (const item of each) visit(item, parent, isSecret, depth + 1);
      return;
    }
    const members = Object.entries(each);
    const ids = members.filter(([name]) => IDS.has(name));
    const isField = secrecy.isSecretCustomField(
      ...ids.map(([, id]) => id as unknown),
    );
    for (const [name, member] of members) {
      if (STRUCTURAL.has(name) || (isField && IDS.has(name))) continue;
      const isHidden =
        isSecret || isField || secrecy.isSecretElement(name, parent);
      visit(member, name, isHidden, depth + 1);
    }
  };
  visit(value, null, false, 0);
  return [...found];
}
