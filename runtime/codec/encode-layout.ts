import type { AttributePlan, ElementPlan } from "./schema-plan.js";

/** How an object with certain properties is written. */
export interface Layout {
  /** Attributes, and the names of what the type does not declare, in the object's order. */
  readonly others: readonly (AttributePlan | string)[];
  /** Elements in declared order. */
  readonly elements: readonly ElementPlan[];
}

/** How many sets of properties are kept for one type. */
const MOST_LAYOUTS = 4096;

/** A property after others, in the order in which objects have them. */
interface Step {
  readonly key: string;
  /** What followed last, and everything that followed. */
  last: Step | undefined;
  next: Map<string, Step> | undefined;
  /** The layout of an object that ends here. */
  layout: Layout | undefined;
}

/**
 * The sets of properties that objects of a type were given with: what belongs where is worked out once for each, not once
 * for each object.
 */
export class Layouts {
  readonly #properties: ReadonlyMap<string, ElementPlan | AttributePlan>;
  readonly #root = createStep("");
  #count = 0;

  constructor(properties: ReadonlyMap<string, ElementPlan | AttributePlan>) {
    this.#properties = properties;
  }

  /** The layout of an object with these properties, in this order. */
  of(keys: readonly string[]): Layout {
    let step = this.#root;
    for (const key of keys) {
      const { last } = step;
      if (last !== undefined && last.key === key) step = last;
      else {
        const found = this.#follow(step, key);
        if (!found) return this.#create(keys);
        step = found;
      }
    }
    return (step.layout ??= this.#create(keys));
  }

  #follow(step: Step, key: string): Step | undefined {
    step.next ??= new Map();
    let found = step.next.get(key);
    if (!found) {
      if (this.#count >= MOST_LAYOUTS) return undefined;
      this.#count++;
      found = createStep(key);
      step.next.set(key, found);
    }
    step.last = found;
    return found;
  }

  #create(keys: readonly string[]): Layout {
    const others: (AttributePlan | string)[] = [];
    const elements: ElementPlan[] = [];
    for (const key of keys) {
      if (key === "$type") continue;
      const property = this.#properties.get(key);
      if (property?.kind === "element") elements.push(property);
      else others.push(property ?? key);
    }
    return { others, elements: elements.sort((a, b) => a.order - b.order) };
  }
}

function createStep(key: string): Step {
  return { key, last: undefined, next: undefined, layout: undefined };
}
