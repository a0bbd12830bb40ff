import type {
  ComplexDescriptor,
  ElementDescriptor,
  SimpleDescriptor,
} from "../../runtime/codegen-v1/index.js";
import type { DescriptorQuery } from "./descriptor-query.js";
import type { Random } from "./random.js";
import { simpleValues } from "./simple-values.js";

/** A value of a complexType. */
export type Value = Record<string, unknown>;

/** How values are chosen. */
export interface FillOptions {
  /** Gives enumerations values that they do not have. Default false. */
  readonly invented?: boolean;
  /** How many levels of a full value are full; what is nested deeper is minimal. Default 2. */
  readonly depth?: number;
}

/** Makes values of a schema's types. What it chooses rotates, so that each choice has its turn. */
export interface Filler {
  /** Only what is required. */
  minimal(type: ComplexDescriptor): Value;
  /** Every attribute and element, down to the depth of the options. */
  full(type: ComplexDescriptor): Value;
  /** Sets an element of a value to a value of `type`, which it must take, as often as the element wants. */
  put(
    owner: Value,
    element: ElementDescriptor,
    type: ComplexDescriptor,
    value: Value,
  ): void;
}

const INVENTED = ["_invented", "Invented & new"];

/** Deeper than any chain of required elements. */
const MAX_DEPTH = 30;

/** Makes the filler of a schema; keys are shuffled by `random`, which also says where each rotation begins. */
export function createFiller(
  query: DescriptorQuery,
  random: Random,
  options: FillOptions = {},
): Filler {
  const { schema } = query;
  const { depth = 2 } = options;
  const turns = new Map<number, number>();

  function rotate<T>(type: number, choices: readonly T[]): T {
    const turn = turns.get(type) ?? random.below(choices.length);
    turns.set(type, turn + 1);
    // There is a choice for every turn, since the list is not empty.
    return choices[turn % choices.length] as T;
  }

  function fillSimple(type: SimpleDescriptor): unknown {
    const { values } = type;
    return values !== null && values.length > 0
      ? rotate(type.index, options.invented ? INVENTED : values)
      : rotate(type.index, simpleValues(type.builtIn, schema.long));
  }

  /** A value where a type is declared; `$type` is there where the value is of another. */
  function fillDeclared(index: number, level: number): unknown {
    const declared = schema.type(index);
    if (declared.kind === "simple") return fillSimple(declared);
    const type = rotate(index, query.substitutes(index));
    const value = fillComplex(type, level);
    return type === declared ? value : { $type: type.typeName, ...value };
  }

  function fillComplex(type: ComplexDescriptor, level: number): Value {
    if (level > MAX_DEPTH)
      throw new Error(`${type.name} requires values without end.`);
    const isFull = level < depth;
    const { elements, attributes, text } = query.members(type);
    const entries: [string, unknown][] = [];
    for (const { name, type: simple, required } of attributes) {
      if (required || isFull)
        entries.push([name, fillDeclared(simple, level + 1)]);
    }
    for (const each of elements) {
      const { name, minOccurs, maxOccurs } = each;
      const count = isFull ? (maxOccurs ?? 2) : minOccurs;
      if (count === 0) continue;
      const values = Array.from({ length: count }, () =>
        fillDeclared(each.type, level + 1),
      );
      entries.push([name, isMany(each) ? values : values[0]]);
    }
    if (text !== null) entries.push(["$value", fillDeclared(text, level + 1)]);
    return Object.fromEntries(random.shuffle(entries));
  }

  return {
    minimal: (type) => fillComplex(type, depth),
    full: (type) => fillComplex(type, 0),
    put(owner, element, type, value) {
      const typed =
        type.index === element.type
          ? value
          : { $type: type.typeName, ...value };
      owner[element.name] = isMany(element)
        ? Array.from({ length: Math.max(1, element.minOccurs) }, () => typed)
        : typed;
    },
  };
}

function isMany({ maxOccurs }: ElementDescriptor): boolean {
  return maxOccurs === null || maxOccurs > 1;
}
