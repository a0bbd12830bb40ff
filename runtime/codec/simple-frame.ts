import type { ContentFrame } from "./content-frame.js";
import type { DecodeContext, Frame } from "./frame.js";
import type { ElementPlan } from "./schema-plan.js";
import { UNSAFE } from "./simple-plan.js";
import type { UnknownElement } from "./unknown-element.js";
import { keepAttributes, UnknownFrame } from "./unknown-frame.js";
import type { XmlAttribute } from "./xml-attribute.js";

/** Reads an element of a simple type; whatever does not fit the type makes the element unknown, whole. */
export class SimpleFrame implements Frame {
  readonly #context: DecodeContext;
  readonly #owner: ContentFrame;
  readonly #element: ElementPlan;
  readonly #parse: (text: string) => unknown;
  readonly #attributes: UnknownElement[];
  #text = "";
  #rest: UnknownFrame | undefined;

  constructor(
    context: DecodeContext,
    owner: ContentFrame,
    element: ElementPlan,
    parse: (text: string) => unknown,
    attributes: readonly XmlAttribute[],
  ) {
    this.#context = context;
    this.#owner = owner;
    this.#element = element;
    this.#parse = parse;
    this.#attributes =
      attributes.length === 0 ? [] : keepAttributes(context, attributes);
  }

  get step(): string {
    return this.#owner.stepOf(this.#element);
  }

  open(uri: string, local: string, attributes: readonly XmlAttribute[]): Frame {
    return this.#makeUnknown().open(uri, local, attributes);
  }

  text(text: string): void {
    if (this.#rest) this.#rest.text(text);
    else this.#text += text;
  }

  close(): void {
    if (this.#rest) {
      this.#rest.close();
      return;
    }
    const value = this.#parse(this.#text);
    if (value === UNSAFE) failUnsafe(this.#context);
    if (value === undefined) this.#makeUnknown().close();
    else this.#owner.put(this.#element, value);
  }

  #makeUnknown(): UnknownFrame {
    if (this.#rest) return this.#rest;
    const { uri, name } = this.#element;
    this.#rest = new UnknownFrame(
      this.#context,
      { uri, local: name },
      this.#attributes,
      (entry) => {
        this.#owner.keep(entry, this.#element);
      },
    );
    this.#rest.text(this.#text);
    return this.#rest;
  }
}

/** Refuses an integer beyond 2^53, which a number would round. */
export function failUnsafe(context: DecodeContext): never {
  return context.fail(
    "An integer beyond 2^53 does not fit a JavaScript number: generate the package with --long bigint",
  );
}
