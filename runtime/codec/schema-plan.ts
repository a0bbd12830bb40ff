import type {
  AttributeDescriptor,
  GlobalElementDescriptor,
  NamespaceDescriptor,
  NetSuiteSchema,
} from "../codegen-v1/index.js";
import { ComplexPlan } from "./complex-plan.js";
import { assignPrefixes } from "./prefixes.js";
import { createShapeBudget, type ShapeBudget } from "./scan/shape.js";
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
  /** How it begins: ` name="`. */
  readonly open: string;
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
  /** null is unbounded. */
  readonly maxOccurs: number | null;
  /** Whether its property is an array. */
  readonly many: boolean;
  readonly tags: Tags;
  readonly value: SimplePlan | ComplexPlan | ContentPlan;
  /** What its xml:lang is called in `$unknown`, where it may have one beside its text. */
  readonly languageKey?: string | undefined;
}

/** The tags of an element: `<p:name`, the same to its end where it has no attributes, `<p:name>`, and `</p:name>`. */
export interface Tags {
  readonly open: string;
  readonly start: string;
  readonly close: string;
}

/** What an element is declared with. */
export interface ElementDeclaration extends Pick<
  ElementPlan,
  "key" | "name" | "namespace" | "minOccurs" | "order" | "languageKey"
> {
  /** Default: that of its namespace, or none. */
  readonly uri?: string;
  /** null is unbounded. */
  readonly maxOccurs: number | null;
  readonly type: number | ContentPlan;
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
  readonly shapeBudget: ShapeBudget = createShapeBudget();
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
    const open = flatten(" ", name, '="');
    return { kind: "attribute", key: name, required, type, open };
  }

  /** The plan of an element; its type is compiled when a value of it is first met. */
  element(declared: ElementDeclaration): ElementPlan {
    return new DeclaredElement(this, declared);
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
    const bodies = new Set<number>();
    const headers = new Set<number>();
    for (const { input } of this.schema.facts.service.operations) {
      bodies.add(input.element);
      for (const { element } of input.headers) headers.add(element);
    }
    return { bodies: this.#keysOf(bodies), headers: this.#keysOf(headers) };
  }

  #keysOf(indices: ReadonlySet<number>): Set<string> {
    const keys = new Set<string>();
    for (const index of indices) {
      const element = this.schema.elementAt(index);
      if (element) keys.add(this.#globalKey(element));
    }
    return keys;
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

/** A class, since V8 makes a hash table of each object that has a getter of its own. */
class DeclaredElement implements ElementPlan {
  readonly kind = "element";
  readonly key: string;
  readonly name: string;
  readonly uri: string;
  readonly namespace: NamespaceDescriptor | null;
  readonly order: number;
  readonly minOccurs: number;
  readonly maxOccurs: number | null;
  readonly many: boolean;
  readonly languageKey: string | undefined;
  readonly #plan: SchemaPlan;
  readonly #type: number | ContentPlan;
  #value: ElementPlan["value"] | undefined;
  #tags: Tags | undefined;

  constructor(plan: SchemaPlan, declared: ElementDeclaration) {
    const { name, namespace, maxOccurs } = declared;
    this.key = declared.key;
    this.name = name;
    this.uri = declared.uri ?? namespace?.uri ?? "";
    this.namespace = namespace;
    this.order = declared.order;
    this.minOccurs = declared.minOccurs;
    this.maxOccurs = maxOccurs;
    this.many = maxOccurs === null || maxOccurs > 1;
    this.languageKey = declared.languageKey;
    this.#plan = plan;
    this.#type = declared.type;
  }

  get value(): ElementPlan["value"] {
    return (this.#value ??=
      typeof this.#type === "number"
        ? this.#plan.type(this.#type)
        : this.#type);
  }

  get tags(): Tags {
    return (this.#tags ??= this.#createTags());
  }

  #createTags(): Tags {
    const { name, namespace } = this;
    const prefix =
      namespace === null
        ? ""
        : `${this.#plan.prefixes[namespace.index] ?? ""}:`;
    return {
      open: flatten("<", prefix, name),
      start: flatten("<", prefix, name, ">"),
      close: flatten("</", prefix, name, ">"),
    };
  }
}

/**
 * Texts as one. A concatenation is kept as a tree of its parts, which would be walked again each time that a message with
 * it is sent; a join is not.
 */
function flatten(...parts: readonly string[]): string {
  return parts.join("");
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
