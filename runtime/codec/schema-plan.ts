import type {
  AttributeDescriptor,
  GlobalElementDescriptor,
  NamespaceDescriptor,
  NetSuiteSchema,
} from "../codegen-v1/index.js";
import { ComplexPlan } from "./complex-plan.js";
import { assignPrefixes } from "./prefixes.js";
import { createSimplePlan, type SimplePlan } from "./simple-plan.js";
import { formatName } from "./unknown-element.js";

/** What an element can hold: read by the decoder, whatever declares it. */
export interface ContentPlan {
  readonly kind: "content";
  /** Index of its type, or null where it has none in the schema. */
  readonly index: number | null;
  readonly abstract: boolean;
  /** The simple type of its text, or null where it has elements. */
  readonly text: SimplePlan | null;
  readonly attributes: ReadonlyMap<string, AttributePlan>;
  find(uri: string, local: string): ElementPlan | undefined;
}

export interface AttributePlan {
  readonly kind: "attribute";
  /** Name of the attribute, and of the property. */
  readonly key: string;
  readonly required: boolean;
  readonly type: SimplePlan;
}

/** An element where it may stand. */
export interface ElementPlan {
  readonly kind: "element";
  /** Name of the property. */
  readonly key: string;
  readonly name: string;
  readonly uri: string;
  readonly namespace: NamespaceDescriptor | null;
  /** Place among the elements of its type, bases first. */
  readonly order: number;
  readonly minOccurs: number;
  readonly maxOccurs: number;
  /** Whether its property is an array. */
  readonly many: boolean;
  /** How its tags begin and end: `<p:name` and `</p:name>`. */
  readonly open: string;
  readonly close: string;
  readonly value: SimplePlan | ComplexPlan | ContentPlan;
  /** What its xml:lang is called in `$unknown`, where it may have one beside its text. */
  readonly languageKey?: string;
}

/** Names of the properties of header and body that operations take. */
export interface InputNames {
  readonly bodies: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
}

/** A schema, compiled type by type on first use. */
export class SchemaPlan {
  readonly schema: NetSuiteSchema;
  /** Prefix of each namespace, by its index. */
  readonly prefixes: readonly string[];
  readonly #types: (SimplePlan | ComplexPlan | undefined)[] = [];
  readonly #globals = new Map<GlobalElementDescriptor, ElementPlan>();
  #operationElements: Set<number> | undefined;
  #inputs: InputNames | undefined;

  constructor(schema: NetSuiteSchema) {
    this.schema = schema;
    this.prefixes = assignPrefixes(schema.namespaces);
  }

  type(index: number): SimplePlan | ComplexPlan {
    return (this.#types[index] ??= this.#compile(index));
  }

  simple(index: number): SimplePlan {
    const plan = this.type(index);
    if (plan.kind === "simple") return plan;
    throw new Error(`${plan.type.name} is no simple type.`);
  }

  complex(index: number): ComplexPlan {
    const plan = this.type(index);
    if (plan.kind === "content") return plan;
    throw new Error(`${plan.type.name} is no complexType.`);
  }

  attribute(attribute: AttributeDescriptor): AttributePlan {
    const { name, required } = attribute;
    const type = this.simple(attribute.type);
    return { kind: "attribute", key: name, required, type };
  }

  /** The plan of an element; its type is compiled when a value of it is first met. */
  element(
    declared: Pick<ElementPlan, "key" | "name" | "minOccurs" | "order"> & {
      readonly namespace: NamespaceDescriptor | null;
      readonly maxOccurs: number | null;
      readonly type: number | ContentPlan;
    },
  ): ElementPlan {
    const { key, name, namespace, minOccurs, order, type } = declared;
    const maxOccurs = declared.maxOccurs ?? Infinity;
    const qualified =
      namespace === null
        ? name
        : `${this.prefixes[namespace.index] ?? ""}:${name}`;
    let value: ElementPlan["value"] | undefined;
    const resolve = (): ElementPlan["value"] =>
      typeof type === "number" ? this.type(type) : type;
    return {
      kind: "element",
      key,
      name,
      uri: namespace?.uri ?? "",
      namespace,
      order,
      minOccurs,
      maxOccurs,
      many: maxOccurs > 1,
      open: `<${qualified}`,
      close: `</${qualified}>`,
      get value() {
        return (value ??= resolve());
      },
    };
  }

  /** What operations take, under the names of properties. */
  get inputs(): InputNames {
    return (this.#inputs ??= this.#listInputs());
  }

  /** The global element of a name on the wire. */
  global(uri: string, local: string): ElementPlan | undefined {
    const element = this.schema.element(uri, local);
    return element && this.#globalPlan(element);
  }

  /** The global element that a property of a header, body or detail names. */
  globalKeyed(key: string): ElementPlan | undefined {
    const local = key.slice(key.lastIndexOf("}") + 1);
    for (const each of this.schema.elementsNamed(local)) {
      const plan = this.#globalPlan(each);
      if (plan.key === key || formatName(plan.uri, local) === key) return plan;
    }
    return undefined;
  }

  #globalPlan(element: GlobalElementDescriptor): ElementPlan {
    let plan = this.#globals.get(element);
    if (!plan) {
      const { name, namespace, type } = element;
      plan = this.element({
        key: this.#globalKey(element),
        name,
        namespace,
        type,
        order: 0,
        minOccurs: 0,
        maxOccurs: 1,
      });
      this.#globals.set(element, plan);
    }
    return plan;
  }

  /** A local name that several namespaces declare belongs to the one that operations use. */
  #globalKey(element: GlobalElementDescriptor): string {
    const same = this.schema.elementsNamed(element.name);
    const owner =
      same.length === 1
        ? element
        : same.find((each) => this.#elementsOfOperations().has(each.index));
    return owner === element
      ? element.name
      : formatName(element.namespace.uri, element.name);
  }

  #listInputs(): InputNames {
    const { elements, facts } = this.schema;
    const names = (indices: readonly number[]): Set<string> =>
      new Set(
        indices.flatMap((index) => {
          const element = elements[index];
          return element ? [this.#globalPlan(element).key] : [];
        }),
      );
    const inputs = facts.service.operations.map(({ input }) => input);
    return {
      bodies: names(inputs.map((each) => each.element)),
      headers: names(
        inputs.flatMap(({ headers }) => headers.map((each) => each.element)),
      ),
    };
  }

  #elementsOfOperations(): Set<number> {
    return (this.#operationElements ??= new Set(
      this.schema.facts.service.operations.flatMap(({ input, output }) =>
        [input, output].flatMap((each) => [
          each.element,
          ...each.headers.map((header) => header.element),
        ]),
      ),
    ));
  }

  #compile(index: number): SimplePlan | ComplexPlan {
    const type = this.schema.type(index);
    return type.kind === "simple"
      ? createSimplePlan(type, this.schema.long)
      : new ComplexPlan(this, type);
  }
}

const plans = new WeakMap<NetSuiteSchema, SchemaPlan>();

/** The plan of a schema: one for each, kept as long as the schema is. */
export function planOf(schema: NetSuiteSchema): SchemaPlan {
  let plan = plans.get(schema);
  if (!plan) {
    plan = new SchemaPlan(schema);
    plans.set(schema, plan);
  }
  return plan;
}
