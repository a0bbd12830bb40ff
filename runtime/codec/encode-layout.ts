import type { ComplexPlan } from "./complex-plan.js";
import type { AttributePlan, ElementPlan } from "./schema-plan.js";
import type { SimplePlan } from "./simple-plan.js";

/** How an object with certain properties is written. */
export interface Layout {
  /** Attributes, and what the type does not declare, in the object's order. */
  readonly others: readonly OtherPart[];
  /** Elements in declared order. */
  readonly elements: readonly ElementPart[];
  /** What the type requires. */
  readonly required: readonly RequiredPart[];
}

/** A property, and its place among those of the object. */
interface Part {
  readonly key: string;
  /** -1 where the object lacks it. */
  readonly place: number;
}

export type RequiredPart = Part;

export interface OtherPart extends Part {
  /** Undefined where the type does not declare it. */
  readonly attribute: AttributePlan | undefined;
}

export interface ElementPart extends Part {
  readonly element: ElementPlan;
  /** Its type, where that is a simple one and the element comes once. */
  readonly simple: SimplePlan | undefined;
  /** The tags of such an element, and its start tag after what comes before it where all are written. */
  readonly start: string;
  readonly close: string;
  readonly joint: string;
}

/** What ends a start tag: it comes before the first element. */
export const END_OF_TAG = ">";

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
  readonly #type: ComplexPlan;
  readonly #root = createStep("");
  #count = 0;

  constructor(type: ComplexPlan) {
    this.#type = type;
  }

  /** The layout of an object with these properties, in this order. */
  of(keys: readonly string[]): Layout {
    let step = this.#root;
    for (let at = 0; at < keys.length; at++) {
      // The place is one of the array.
      const key = keys[at] as string;
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
    const type = this.#type;
    const others: OtherPart[] = [];
    const elements: { element: ElementPlan; place: number }[] = [];
    keys.forEach((key, place) => {
      if (key === "$type") return;
      const property = type.property(key);
      if (property?.kind === "element")
        elements.push({ element: property, place });
      else others.push({ key, place, attribute: property });
    });
    elements.sort((a, b) => a.element.order - b.element.order);
    let before = END_OF_TAG;
    return {
      others,
      elements: elements.map(({ element, place }) => {
        const part = createElementPart(element, place, before);
        before = part.close;
        return part;
      }),
      required: type.required.map((key) => ({
        key,
        place: keys.indexOf(key),
      })),
    };
  }
}

function createElementPart(
  element: ElementPlan,
  place: number,
  before: string,
): ElementPart {
  const { key, many, value, tags } = element;
  const simple = value.kind === "simple" && !many ? value : undefined;
  const { start, close } = tags;
  // A join makes one piece of it, as a concatenation would not.
  const joint = [before, start].join("");
  return { key, place, element, simple, start, close, joint };
}

function createStep(key: string): Step {
  return { key, last: undefined, next: undefined, layout: undefined };
}
