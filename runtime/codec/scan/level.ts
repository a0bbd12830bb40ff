import type { ComplexPlan } from "../complex-plan.js";
import type { ContentFrame, DecodedObject } from "../content-frame.js";
import type { NameEntry } from "./name-table.js";
import type { NamespaceScope } from "./namespace-scope.js";

/**
 * A value of a complexType while its content is read.
 *
 * What the schema knows is gathered, in any order, and made an object at the end. Where anything else comes, a frame takes
 * over: it keeps what the schema does not know. There is one level for each depth, used again and again.
 */
export class Level {
  plan!: ComplexPlan;
  scope!: NamespaceScope;
  nameStart = 0;
  nameEnd = 0;
  /** The frame, where there is one; and what it is a child of, where there is none yet. */
  frame: ContentFrame | undefined;
  owner: Level | undefined;
  entry: NameEntry | undefined;
  /** Whether its children are put into the frame. */
  isFramed = false;
  /** The highest order of its elements so far. */
  lastOrder = -1;
  readonly keys: string[] = [];
  readonly values: unknown[] = [];
  count = 0;

  /** The step of its value in a path. */
  get step(): string {
    if (this.frame) return this.frame.step;
    // A level without a frame is a child of another, read as an element.
    const { key, many } = this.entry as NameEntry;
    return many ? `${key}[${this.owner?.countOf(key) ?? 0}]` : key;
  }

  /** Begins another value. */
  begin(
    plan: ComplexPlan,
    scope: NamespaceScope,
    nameStart: number,
    nameEnd: number,
  ): void {
    this.plan = plan;
    this.scope = scope;
    this.nameStart = nameStart;
    this.nameEnd = nameEnd;
    this.frame = undefined;
    this.owner = undefined;
    this.entry = undefined;
    this.isFramed = false;
    this.lastOrder = -1;
    this.count = 0;
  }

  /** How many values of an array there are so far. */
  countOf(key: string): number {
    const values = this.values[this.#placeOf(key)];
    return Array.isArray(values) ? values.length : 0;
  }

  /** Whether there may be an element now: one that comes once is not there yet. */
  takes({ order, many, key }: NameEntry): boolean {
    return order > this.lastOrder || many || this.#placeOf(key) < 0;
  }

  /** Sets the value of an element that it {@link takes}, or adds it to its array. */
  put({ key, many, order }: NameEntry, value: unknown): void {
    const isFirst = order > this.lastOrder;
    if (isFirst) this.lastOrder = order;
    if (!many) {
      this.set(key, value);
      return;
    }
    const place = isFirst ? -1 : this.#placeOf(key);
    if (place < 0) this.set(key, [value]);
    // The property of an element that may be repeated is an array.
    else (this.values[place] as unknown[]).push(value);
  }

  set(key: string, value: unknown): void {
    this.keys[this.count] = key;
    this.values[this.count] = value;
    this.count++;
  }

  /** Hands what was gathered on to an object that is there. */
  flush(value: DecodedObject): void {
    for (let at = 0; at < this.count; at++)
      // The arrays are that long.
      value[this.keys[at] as string] = this.values[at];
    this.count = 0;
  }

  /** Where a property is; -1 where there is none. What is looked for is mostly the last one. */
  #placeOf(key: string): number {
    let place = this.count - 1;
    while (place >= 0 && this.keys[place] !== key) place--;
    return place;
  }
}
