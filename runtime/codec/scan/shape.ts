/** Objects with fewer properties than this do not lose their shape, however they are made. */
const SMALL = 12;

/** How many nodes are kept for one type: beyond that, what comes is not regular enough to gain from it. */
const MOST_OF_TYPE = 1024;

/** How many nodes all types of a schema may still keep, whatever messages come; each takes up to 1 KB. */
export interface ShapeBudget {
  left: number;
}

/** What a schema begins with. */
export function createShapeBudget(): ShapeBudget {
  return { left: 32 * MOST_OF_TYPE };
}

/** A property after those of the nodes before it. */
interface ShapeNode {
  readonly key: string;
  /** What followed last, and everything that followed. */
  last: ShapeNode | undefined;
  next: Map<string, ShapeNode> | undefined;
  /** An object with the properties up to here. */
  template: Record<string, unknown> | undefined;
}

/**
 * The sets of properties that values of a type were made with.
 *
 * V8 turns an object that is given many properties one by one into a hash table, which takes several times the memory and
 * is slow to read. A copy of an object that has them already stays what it is.
 */
export class Shapes {
  readonly #root = createNode("");
  readonly #budget: ShapeBudget;
  #count = 0;

  constructor(budget: ShapeBudget) {
    this.#budget = budget;
  }

  /** An object with the first `count` of these, in this order. No key is there twice. */
  create(
    keys: readonly string[],
    values: readonly unknown[],
    count: number,
  ): Record<string, unknown> {
    const template = count < SMALL ? undefined : this.#templateOf(keys, count);
    const object: Record<string, unknown> = { ...template };
    for (let at = 0; at < count; at++)
      // The arrays are at least that long.
      object[keys[at] as string] = values[at];
    return object;
  }

  #templateOf(
    keys: readonly string[],
    count: number,
  ): Record<string, unknown> | undefined {
    let node = this.#root;
    for (let at = 0; at < count; at++) {
      const key = keys[at] as string;
      const { last } = node;
      if (last?.key === key) node = last;
      else {
        const found = this.#follow(node, key);
        if (!found) return undefined;
        node = found;
      }
    }
    return (node.template ??= Object.fromEntries(
      keys.slice(0, count).map((key) => [key, undefined]),
    ));
  }

  #follow(node: ShapeNode, key: string): ShapeNode | undefined {
    node.next ??= new Map();
    let found = node.next.get(key);
    if (!found) {
      if (this.#count >= MOST_OF_TYPE || this.#budget.left <= 0)
        return undefined;
      this.#count++;
      this.#budget.left--;
      found = createNode(key);
      node.next.set(key, found);
    }
    node.last = found;
    return found;
  }
}

function createNode(key: string): ShapeNode {
  return { key, last: undefined, next: undefined, template: undefined };
}
