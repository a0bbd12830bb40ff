import type { ComplexDescriptor } from "../codegen-v1/index.js";
import type {
  AttributePlan,
  ContentPlan,
  ElementPlan,
  SchemaPlan,
} from "./schema-plan.js";
import type { SimplePlan } from "./simple-plan.js";
import { formatName } from "./unknown-element.js";

/** A complexType with all that it inherits. */
export class ComplexPlan implements ContentPlan {
  readonly kind = "content";
  readonly type: ComplexDescriptor;
  readonly index: number;
  readonly abstract: boolean;
  readonly text: SimplePlan | null;
  /** In wire order: those of its bases first. */
  readonly elements: readonly ElementPlan[];
  /** By name on the wire. */
  readonly attributes: ReadonlyMap<string, AttributePlan>;
  /** Elements and attributes by the names of their properties. */
  readonly properties: ReadonlyMap<string, ElementPlan | AttributePlan>;
  /** Those that must be there. */
  readonly required: readonly (ElementPlan | AttributePlan)[];
  /** Indices of the type and of its bases. */
  readonly lineage: ReadonlySet<number>;
  readonly #byLocal = new Map<string, ElementPlan>();

  constructor(plan: SchemaPlan, type: ComplexDescriptor) {
    const lineage = listLineage(plan, type);
    const properties = new Map<string, ElementPlan | AttributePlan>();
    const elements: ElementPlan[] = [];
    const attributes = new Map<string, AttributePlan>();
    for (const element of lineage.flatMap((each) => each.elements)) {
      const { name, namespace } = element;
      const key = properties.has(name) ? formatName(namespace.uri, name) : name;
      const order = elements.length;
      const compiled = plan.element({ ...element, key, order });
      elements.push(compiled);
      properties.set(key, compiled);
      if (!this.#byLocal.has(name)) this.#byLocal.set(name, compiled);
    }
    for (const attribute of lineage.flatMap((each) => each.attributes)) {
      const { name } = attribute;
      const key = this.#byLocal.has(name) ? `@${name}` : name;
      const compiled = plan.attribute(attribute, key);
      attributes.set(name, compiled);
      properties.set(key, compiled);
    }
    const text = lineage.findLast((each) => each.text !== null)?.text ?? null;
    this.type = type;
    this.index = type.index;
    this.abstract = type.abstract;
    this.text = text === null ? null : plan.simple(text);
    this.elements = elements;
    this.attributes = attributes;
    this.properties = properties;
    this.required = [...properties.values()].filter((each) =>
      each.kind === "element" ? each.minOccurs > 0 : each.required,
    );
    this.lineage = new Set(lineage.map((each) => each.index));
  }

  /** The element through which a null clears a field: records have it. */
  get nullFieldList(): ElementPlan | undefined {
    const found = this.properties.get("nullFieldList");
    return found?.kind === "element" ? found : undefined;
  }

  find(uri: string, local: string): ElementPlan | undefined {
    const found = this.#byLocal.get(local);
    if (found === undefined || found.uri === uri) return found;
    return this.elements.find(
      (each) => each.name === local && each.uri === uri,
    );
  }
}

/** The type and its bases, the farthest first. */
function listLineage(
  plan: SchemaPlan,
  type: ComplexDescriptor,
): ComplexDescriptor[] {
  const bases = type.base === null ? [] : [plan.complex(type.base).type];
  return [...bases.flatMap((each) => listLineage(plan, each)), type];
}
