import { ComplexPlan } from "../complex-plan.js";
import type { ElementPlan } from "../schema-plan.js";
import type { SimplePlan } from "../simple-plan.js";
import { ENDS_NAME, isSame } from "./characters.js";
import type { NamespaceScope } from "./namespace-scope.js";

/** How many entries are compared before a name is looked up. */
const REACH = 12;

/** An element of a type under the name that it has in a scope. */
export interface NameEntry {
  /** The name as it is written, prefix included, in bytes. */
  readonly raw: Uint8Array;
  readonly element: ElementPlan;
  readonly key: string;
  readonly order: number;
  readonly many: boolean;
  /** Its type where that is a simple one. */
  readonly simple: SimplePlan | undefined;
  /** Its type where that has elements, and values of it are read by a table such as this. */
  readonly content: ComplexPlan | undefined;
}

/**
 * The elements of a type by their names' bytes in one scope, learned as they are met: a name is first compared with those
 * that the schema lets follow the last one, and looked up only where it is none of them.
 */
export class NameTable {
  readonly plan: ComplexPlan;
  readonly #scope: NamespaceScope;
  readonly #byText = new Map<string, NameEntry | null>();
  /** By the schema's order. */
  readonly entries: NameEntry[] = [];

  constructor(plan: ComplexPlan, scope: NamespaceScope) {
    this.plan = plan;
    this.#scope = scope;
  }

  /** The place among {@link entries} of the name that begins at `at`, looked for from `from`; -1 where it is not near. */
  match(bytes: Uint8Array, at: number, from: number): number {
    const { entries } = this;
    const end = Math.min(entries.length, from + REACH);
    for (let index = from; index < end; index++) {
      // The index is within the array.
      const { raw } = entries[index] as NameEntry;
      const last = at + raw.length;
      if (ENDS_NAME[bytes[last] ?? 0] === 1 && isSame(raw, bytes, at, last))
        return index;
    }
    return -1;
  }

  /** The element of a name, by its text; null where the type has none. */
  find(text: string): NameEntry | null {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const entry = this.#learn(text);
    this.#byText.set(text, entry);
    return entry;
  }

  #learn(text: string): NameEntry | null {
    const colon = text.indexOf(":");
    const uri = this.#scope.resolve(text.slice(0, Math.max(0, colon)));
    const element =
      uri === undefined
        ? undefined
        : this.plan.find(uri, text.slice(colon + 1));
    if (!element || element.key === "__proto__") return null;
    const { value } = element;
    const entry: NameEntry = {
      raw: new TextEncoder().encode(text),
      element,
      key: element.key,
      order: element.order,
      many: element.many,
      simple: value.kind === "simple" ? value : undefined,
      content:
        value instanceof ComplexPlan && value.text === null ? value : undefined,
    };
    // A message that binds many prefixes to one namespace has more names than elements.
    if (this.entries.length < this.plan.properties.size) {
      const place = this.entries.findIndex((each) => each.order > entry.order);
      if (place < 0) this.entries.push(entry);
      else this.entries.splice(place, 0, entry);
    }
    return entry;
  }
}
