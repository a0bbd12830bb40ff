import type {
  AttributeDescriptor,
  ComplexDescriptor,
  ElementDescriptor,
} from "../codegen-v1/index.js";
import { Layouts } from "./encode-layout.js";
import type {
  AttributePlan,
  ContentPlan,
  ElementPlan,
  SchemaPlan,
} from "./schema-plan.js";
import { Shapes } from "./scan/shape.js";
import type { SimplePlan } from "./simple-plan.js";

/** A complexType with all that it inherits. Its elements are compiled one by one, when a value of each is first met. */
export class ComplexPlan implements ContentPlan {
  readonly kind = "content";
  readonly type: ComplexDescriptor;
  readonly index: number;
  readonly abstract: boolean;
  readonly text: SimplePlan | null;
  /** By name on the wire. */
  readonly attributes: ReadonlyMap<string, AttributePlan>;
  /** How many elements it has, those of its bases among them. */
  readonly elementCount: number;
  /** Names of the elements and attributes that must be there. */
  readonly required: readonly string[];
  /** Indices of the type and of its bases. */
  readonly lineage: ReadonlySet<number>;
  /** The element through which a null clears a field: records have it. */
  readonly nullFieldList: ElementPlan | undefined;
  /** The type's name with the prefix that encoded messages use. */
  readonly qualifiedName: string;
  /** The sets of properties that encoded values had. */
  readonly layouts = new Layouts(this);
  /** The sets of properties that decoded values had. */
  readonly shapes: Shapes;
  readonly #plan: SchemaPlan;
  readonly #base: ComplexPlan | null;
  /** Places of its own elements, by name. */
  readonly #places = new Map<string, number>();
  readonly #elements: (ElementPlan | undefined)[] = [];

  constructor(plan: SchemaPlan, type: ComplexDescriptor) {
    const base = type.base === null ? null : plan.complex(type.base);
    const attributes = new Map(base?.attributes);
    for (const each of type.attributes) {
      attributes.set(each.name, plan.attribute(each));
    }
    for (let at = 0; at < type.elements.length; at++) {
      // The place is one of the array.
      this.#places.set((type.elements[at] as ElementDescriptor).name, at);
    }
    this.type = type;
    this.index = type.index;
    this.abstract = type.abstract;
    this.text =
      type.text === null ? (base?.text ?? null) : plan.simple(type.text);
    this.attributes = attributes;
    this.elementCount = (base?.elementCount ?? 0) + type.elements.length;
    this.required = [
      ...(base?.required ?? []),
      ...[...type.elements, ...type.attributes].filter(isRequired).map(nameOf),
    ];
    this.lineage = new Set([...(base?.lineage ?? []), type.index]);
    this.qualifiedName = `${plan.prefixes[type.namespace.index] ?? ""}:${type.name}`;
    this.shapes = new Shapes(plan.shapeBudget);
    this.#plan = plan;
    this.#base = base;
    this.nullFieldList = this.element("nullFieldList");
  }

  /** The element or attribute of a name, or undefined: no type has two of one name. */
  property(name: string): ElementPlan | AttributePlan | undefined {
    return this.attributes.get(name) ?? this.element(name);
  }

  /** Names of all elements and attributes. */
  *propertyNames(): Iterable<string> {
    if (this.#base) yield* this.#base.propertyNames();
    yield* this.#places.keys();
    yield* this.type.attributes.map(nameOf);
  }

  /** The element of a name, or undefined. */
  element(name: string): ElementPlan | undefined {
    const at = this.#places.get(name);
    if (at === undefined) return this.#base?.element(name);
    return (this.#elements[at] ??= this.#compile(at));
  }

  find(uri: string, local: string): ElementPlan | undefined {
    const found = this.element(local);
    return found?.uri === uri ? found : undefined;
  }

  #compile(at: number): ElementPlan {
    // The place is one of the array.
    const declared = this.type.elements[at] as ElementDescriptor;
    const { name, namespace, minOccurs, maxOccurs, type } = declared;
    const order = this.elementCount - this.type.elements.length + at;
    return this.#plan.element({
      key: name,
      name,
      namespace,
      order,
      minOccurs,
      maxOccurs,
      type,
    });
  }
}

function isRequired(member: ElementDescriptor | AttributeDescriptor): boolean {
  return "required" in member ? member.required : member.minOccurs > 0;
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
