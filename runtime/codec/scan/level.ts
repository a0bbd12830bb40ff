import type { ComplexPlan } from "../complex-plan.js";
import type { ContentFrame, DecodedObject } from "../content-frame.js";
import type { ElementPlan } from "../schema-plan.js";
import type { NameEntry } from "./name-table.js";
import type { NamespaceScope } from "./namespace-scope.js";

/**
 * A value of a complexType while its content is read.
 *
 * What comes as the schema orders it is gathered, and made an object at the end. Where anything else comes, a frame takes
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
  element: ElementPlan | undefined;
  /** Whether its children are put into the frame. */
  isFramed = false;
  /** Place of the last element. */
  lastOrder = -1;
  readonly keys: string[] = [];
  readonly values: unknown[] = [];
  count = 0;

  /** The step of its value in a path. */
  get step(): string {
    if (this.frame) return this.frame.step;
    // A level without a frame is a child of another, read as an element.
    const { key, many } = this.element as ElementPlan;
    return many ? `${key}[${this.owner?.countOf(key) ?? 0}]` : key;
  }

  /** How many values of an array there are so far. */
  countOf(key: string): number {
    const last = this.count - 1;
    const values = this.keys[last] === key ? this.values[last] : [];
    return Array.isArray(values) ? values.length : 0;
  }

  /** Whether an element comes where the schema lets it. */
  takes({ order, many }: NameEntry): boolean {
    return order > this.lastOrder || (many && order === this.lastOrder);
  }

  put({ key, many, order }: NameEntry, value: unknown): void {
    if (!many) this.set(key, value);
    else if (order === this.lastOrder) {
      // The last value is that of the same element: an array.
      (this.values[this.count - 1] as unknown[]).push(value);
    } else this.set(key, [value]);
    this.lastOrder = order;
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
}
