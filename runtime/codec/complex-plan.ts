import type { ComplexDescriptor } from "../codegen-v1/index.js";
import { Layouts } from "./encode-layout.js";
import type {
  AttributePlan,
  ContentPlan,
  ElementPlan,
  SchemaPlan,
} from "./schema-plan.js";
import { Shapes } from "./scan/shape.js";
import type { SimplePlan } from "./simple-plan.js";

/** A complexType with all that it inherits. */
export class ComplexPlan implements ContentPlan {
  readonly kind = "content";
  readonly type: ComplexDescriptor;
  readonly index: number;
  readonly abstract: boolean;
  readonly text: SimplePlan | null;
  /** By name on the wire. */
  readonly attributes: ReadonlyMap<string, AttributePlan>;
  /** Elements, those of its bases first, and attributes by name: no type has two members of one name. */
  readonly properties: ReadonlyMap<string, ElementPlan | AttributePlan>;
  /** Those that must be there. */
  readonly required: readonly (ElementPlan | AttributePlan)[];
  /** Indices of the type and of its bases. */
  readonly lineage: ReadonlySet<number>;
  /** The element through which a null clears a field: records have it. */
  readonly nullFieldList: ElementPlan | undefined;
  /** The type's name with the prefix that encoded messages use. */
  readonly qualifiedName: string;
  /** The sets of properties that encoded values had. */
  readonly layouts: Layouts;
  /** The sets of properties that decoded values had. */
  readonly shapes: Shapes;

  constructor(plan: SchemaPlan, type: ComplexDescriptor) {
    const lineage = listLineage(plan, type);
    const properties = new Map<string, ElementPlan | AttributePlan>();
    const attributes = new Map<string, AttributePlan>();
    let order = 0;
    for (const element of lineage.flatMap((each) => each.elements)) {
      const { name } = element;
      const compiled = plan.element({ ...element, key: name, order: order++ });
      properties.set(name, compiled);
    }
    for (const attribute of lineage.flatMap((each) => each.attributes)) {
      const compiled = plan.attribute(attribute);
      attributes.set(attribute.name, compiled);
      properties.set(attribute.name, compiled);
    }
    const text = lineage.findLast((each) => each.text !== null)?.text ?? null;
    this.type = type;
    this.index = type.index;
    this.abstract = type.abstract;
    this.text = text === null ? null : plan.simple(text);
    this.attributes = attributes;
    this.properties = properties;
    this.required = [...properties.values()].filter((each) =>
      each.kind === "element" ? each.minOccurs > 0 : each.required,
    );
    this.shapes = new Shapes(plan.shapeBudget);
    this.lineage = new Set(lineage.map((each) => each.index));
    const nullFieldList = properties.get("nullFieldList");
    this.nullFieldList =
      nullFieldList?.kind === "element" ? nullFieldList : undefined;
    this.qualifiedName = `${plan.prefixes[type.namespace.index] ?? ""}:${type.name}`;
    this.layouts = new Layouts(properties);
  }

  find(uri: string, local: string): ElementPlan | undefined {
    const found = this.properties.get(local);
    return found?.kind === "element" && found.uri === uri ? found : undefined;
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
