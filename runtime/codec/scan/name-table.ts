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
  readonly #byText = new Map<string, NameEntry>();
  /** By the schema's order. */
  readonly entries: NameEntry[] = [];

  constructor(plan: ComplexPlan, scope: NamespaceScope) {
    this.plan = plan;
    this.#scope = scope;
  }

  /**
   * The place among {@link entries} of the name that begins at `at`: looked for from `from` on, then from the first one;
   * -1 where it is not near.
   */
  match(bytes: Uint8Array, at: number, from: number): number {
    const found = this.#search(bytes, at, from, this.entries.length);
    return found < 0 && from > 0 ? this.#search(bytes, at, 0, from) : found;
  }

  #search(bytes: Uint8Array, at: number, from: number, to: number): number {
    const { entries } = this;
    const end = Math.min(to, from + REACH);
    for (let index = from; index < end; index++) {
      // The index is within the array.
      const { raw } = entries[index] as NameEntry;
      const last = at + raw.length;
      if (ENDS_NAME[bytes[last] ?? 0] === 1 && isSame(raw, bytes, at, last))
        return index;
    }
    return -1;
  }

  /** The place among {@link entries} of an element of this order or a later one. */
  placeOf(order: number): number {
    const place = this.entries.findIndex((each) => each.order >= order);
    return place < 0 ? this.entries.length : place;
  }

  /** The element of a name, by its text; undefined where the type has none. */
  find(text: string): NameEntry | undefined {
    return this.#byText.get(text) ?? this.#learn(text);
  }

  #learn(text: string): NameEntry | undefined {
    const { plan, entries } = this;
    const colon = text.indexOf(":");
    const uri = this.#scope.resolve(text.slice(0, Math.max(0, colon)));
    const element =
      uri === undefined ? undefined : plan.find(uri, text.slice(colon + 1));
    if (!element || element.key === "__proto__") return undefined;
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
    if (entries.length < plan.elementCount) {
      const place = entries.findIndex((each) => each.order > entry.order);
      entries.splice(place < 0 ? entries.length : place, 0, entry);
      this.#byText.set(text, entry);
    }
    return entry;
  }
}
