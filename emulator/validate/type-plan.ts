import type {
  AttributeDescriptor,
  ComplexDescriptor,
  NetSuiteSchema,
  SimpleDescriptor,
} from "nsgen-runtime/codegen-v1";
import { lineageOf } from "../schema/record-types.js";
import { createLexicalCheck, type LexicalCheck } from "./lexical.js";

/** A type as the validation goes by it. */
export type TypePlan = SimplePlan | ComplexPlan;

/** A simple type. */
export interface SimplePlan {
  readonly kind: "simple";
  readonly type: SimpleDescriptor;
  readonly accepts: LexicalCheck;
}

/** A complexType with all that it inherits. */
export interface ComplexPlan {
  readonly kind: "complex";
  readonly type: ComplexDescriptor;
  /** Indices of the type and of its bases. */
  readonly lineage: ReadonlySet<number>;
  /** In wire order: those of its bases first. */
  readonly elements: readonly ElementPlan[];
  readonly byName: ReadonlyMap<string, ElementPlan>;
  readonly attributes: ReadonlyMap<string, AttributeDescriptor>;
  readonly required: readonly AttributeDescriptor[];
  /** Index of the simple type of its text, or null. */
  readonly text: number | null;
}

/** An element where it may stand. */
export interface ElementPlan {
  readonly name: string;
  readonly uri: string;
  /** Index of its type. */
  readonly type: number;
  /** Place among the elements of its owner. */
  readonly order: number;
  readonly minOccurs: number;
  readonly maxOccurs: number;
  /** What an empty element means, or null. */
  readonly default: string | null;
}

/** Gives the plan of a type by its index, compiled on first use. */
export type TypePlans = (index: number) => TypePlan;

const known = new WeakMap<NetSuiteSchema, TypePlans>();

/** The plans of a schema: kept as long as the schema is. */
export function plansOf(schema: NetSuiteSchema): TypePlans {
  let plans = known.get(schema);
  if (!plans) known.set(schema, (plans = createPlans(schema)));
  return plans;
}

function createPlans(schema: NetSuiteSchema): TypePlans {
  const plans: TypePlan[] = [];
  return (index) => {
    const type = schema.type(index);
    return (plans[index] ??=
      type.kind === "simple"
        ? { kind: "simple", type, accepts: createLexicalCheck(type) }
        : compile(schema, type));
  };
}

function compile(schema: NetSuiteSchema, type: ComplexDescriptor): ComplexPlan {
  const lineage = lineageOf(schema, type);
  const elements = lineage
    .flatMap((each) => each.elements)
    .map((each, order): ElementPlan => ({
      name: each.name,
      uri: each.namespace.uri,
      type: each.type,
      order,
      minOccurs: each.minOccurs,
      maxOccurs: each.maxOccurs ?? Infinity,
      default: each.default,
    }));
  const attributes = lineage.flatMap((each) => each.attributes);
  return {
    kind: "complex",
    type,
    lineage: new Set(lineage.map((each) => each.index)),
    elements,
    byName: new Map(elements.map((each) => [each.name, each])),
    attributes: new Map(attributes.map((each) => [each.name, each])),
    required: attributes.filter((each) => each.required),
    text: lineage.findLast((each) => each.text !== null)?.text ?? null,
  };
}
