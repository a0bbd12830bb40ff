import { checkAttributes } from "./check-attributes.js";
import { chooseType } from "./choose-type.js";
import {
  adviseName,
  adviseValue,
  illegalValue,
  javaClass,
  typeQName,
} from "./explain.js";
import { isBlank, type Context, type Frame, type Tag } from "./frame.js";
import type { ComplexPlan, ElementPlan, SimplePlan } from "./type-plan.js";

/** Where a declared element stands. */
export interface Position {
  /** Its step in paths. */
  readonly step: string;
  /** Whether refusals may repeat its texts: not in a header, which holds secrets. */
  readonly mayShow: boolean;
  /** The namespace of SOAP where it is a block of the header, which may have attributes of SOAP. */
  readonly soap?: string;
}

/**
 * Begins an element that the schema declares.
 *
 * @throws SoapFault where its type or its attributes are not as declared
 */
export function openElement(
  context: Context,
  element: ElementPlan,
  tag: Tag,
  position: Position,
): Frame {
  const { step, mayShow } = position;
  const plan = chooseType(context, element, tag, step);
  checkAttributes(context, plan, tag, position);
  if (plan.kind === "complex" && plan.text === null)
    return new ComplexFrame(context, plan, step, mayShow);
  const text = plan.kind === "simple" ? plan : context.plans(plan.text ?? -1);
  if (text.kind === "simple")
    return new SimpleFrame(context, text, element.default, position);
  throw new Error(`The text of ${plan.type.name} has no simple type.`);
}

class ComplexFrame implements Frame {
  readonly step: string;
  readonly #context: Context;
  readonly #plan: ComplexPlan;
  readonly #mayShow: boolean;
  /** Place of the element that came last, and how often it came. */
  #at = 0;
  #count = 0;

  constructor(
    context: Context,
    plan: ComplexPlan,
    step: string,
    mayShow: boolean,
  ) {
    this.#context = context;
    this.#plan = plan;
    this.step = step;
    this.#mayShow = mayShow;
  }

  open(tag: Tag): Frame {
    const element = this.#plan.byName.get(tag.local);
    if (!element || element.uri !== tag.uri)
      return this.#refuseUnknown(tag, element);
    if (element.order !== this.#at) {
      if (element.order < this.#at) this.#refuseOrder(element);
      this.#requireUntil(element.order, element);
      this.#at = element.order;
      this.#count = 0;
    }
    if (this.#count === element.maxOccurs) this.#refuseRepetition(element);
    const step =
      element.maxOccurs > 1 ? `${element.name}[${this.#count}]` : element.name;
    this.#count++;
    return openElement(this.#context, element, tag, {
      step,
      mayShow: this.#mayShow,
    });
  }

  text(text: string): void {
    const { type, elements } = this.#plan;
    if (text === "" || (isBlank(text) && elements.length > 0)) return;
    this.#context.refuse(
      `org.xml.sax.SAXException: #text not found on ${typeQName(type)}`,
      elements.length === 0
        ? `${type.name} is empty: leave out all text, white space too`
        : `${type.name} has elements, no text of its own: leave the text out`,
    );
  }

  close(): void {
    this.#requireUntil(this.#plan.elements.length, undefined);
  }

  /** Refuses where an element between the last one and the next is required and was not there. */
  #requireUntil(order: number, next: ElementPlan | undefined): void {
    const { elements, type } = this.#plan;
    for (let at = this.#at; at < order; at++) {
      const element = elements[at];
      const count = at === this.#at ? this.#count : 0;
      if (!element || count >= element.minOccurs) continue;
      this.#context.refuse(
        `org.xml.sax.SAXException: Non nillable element '${element.name}' is null.`,
        `${type.name} requires the element ${element.name}${next ? `, before ${next.name}` : ""}`,
        element.name,
      );
    }
  }

  #refuseUnknown(tag: Tag, element: ElementPlan | undefined): never {
    const { local, uri } = tag;
    const { type } = this.#plan;
    this.#context.checkVersion(uri);
    this.#context.refuse(
      `org.xml.sax.SAXException: ${local} not found on ${typeQName(type)}`,
      element
        ? `${local} is in ${uri === "" ? "no namespace" : `the namespace ${uri}`}, and belongs in ${element.uri}`
        : adviseName(this.#plan, "element", local),
      local,
    );
  }

  #refuseOrder(element: ElementPlan): never {
    const last = this.#plan.elements[this.#at];
    this.#refusePlace(
      element,
      `elements come in the schema's order: ${element.name} stands before ${last?.name ?? ""}`,
    );
  }

  #refuseRepetition(element: ElementPlan): never {
    this.#refusePlace(
      element,
      `${element.name} may come at most ${element.maxOccurs === 1 ? "once" : `${element.maxOccurs} times`}`,
    );
  }

  #refusePlace(element: ElementPlan, hint: string): never {
    this.#context.refuse(
      `org.xml.sax.SAXException: Invalid element in ${javaClass(this.#plan.type)} - ${element.name}`,
      hint,
      element.name,
    );
  }
}

class SimpleFrame implements Frame {
  readonly step: string;
  readonly #context: Context;
  readonly #plan: SimplePlan;
  readonly #default: string | null;
  readonly #mayShow: boolean;
  #text = "";

  constructor(
    context: Context,
    plan: SimplePlan,
    empty: string | null,
    { step, mayShow }: Position,
  ) {
    this.#context = context;
    this.#plan = plan;
    this.#default = empty;
    this.step = step;
    this.#mayShow = mayShow;
  }

  open(tag: Tag): Frame {
    return this.#context.refuse(
      "org.xml.sax.SAXException: SimpleDeserializer encountered a child element, which is NOT expected, in something it was trying to deserialize.",
      `only text belongs here: xsd:${this.#plan.type.builtIn}`,
      tag.local,
    );
  }

  text(text: string): void {
    this.#text += text;
  }

  close(): void {
    const text = this.#text === "" ? (this.#default ?? "") : this.#text;
    if (this.#plan.accepts(text)) return;
    const shown = this.#mayShow ? text : undefined;
    this.#context.refuse(
      illegalValue(this.#plan, shown),
      adviseValue(this.#plan, shown),
    );
  }
}
