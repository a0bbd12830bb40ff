import type { DecodeContext, Frame } from "./frame.js";
import { openElement } from "./open-element.js";
import type { ContentPlan, ElementPlan } from "./schema-plan.js";
import { failUnsafe } from "./simple-frame.js";
import { UNSAFE } from "./simple-plan.js";
import type { UnknownElement } from "./unknown-element.js";
import { hasInk, keepAttributes, UnknownFrame } from "./unknown-frame.js";
import type { XmlAttribute } from "./xml-attribute.js";

/** A decoded value while it is being filled. */
export type DecodedObject = Record<string, unknown> & {
  $unknown?: UnknownElement[];
};

/** Reads an element that has elements and attributes of its own, or text with attributes, into an object. */
export class ContentFrame implements Frame {
  readonly step: string;
  readonly #context: DecodeContext;
  /** What it reads. */
  readonly content: ContentPlan;
  /** What is filled. */
  readonly value: DecodedObject;
  #text = "";
  #hasElements = false;
  /** Elements of which an occurrence is in `$unknown`: later ones follow it, so that their order is kept. */
  #displaced: Set<ElementPlan> | undefined;

  constructor(
    context: DecodeContext,
    content: ContentPlan,
    value: DecodedObject,
    step: string,
  ) {
    this.#context = context;
    this.content = content;
    this.value = value;
    this.step = step;
  }

  open(uri: string, local: string, attributes: readonly XmlAttribute[]): Frame {
    if (this.#text !== "" && this.content.text === null) this.#endRun();
    this.#hasElements = true;
    const element = this.content.find(uri, local);
    if (element && !this.#isTaken(element)) {
      return openElement(this.#context, this, element, attributes);
    }
    this.#context.checkVersion(uri);
    return this.openUnknown(uri, local, attributes, element);
  }

  /** Begins a child that goes to `$unknown`, whole. */
  openUnknown(
    uri: string,
    local: string,
    attributes: readonly XmlAttribute[],
    element: ElementPlan | undefined,
  ): Frame {
    return new UnknownFrame(
      this.#context,
      { uri, local },
      keepAttributes(this.#context, attributes),
      (entry) => {
        this.keep(entry, element);
      },
    );
  }

  text(text: string): void {
    this.#text += text;
  }

  close(): void {
    const { text } = this.content;
    if (text === null) {
      if (this.#text !== "") this.#endRun();
      return;
    }
    const value = text.parse(this.#text);
    if (value === UNSAFE) failUnsafe(this.#context);
    if (value === undefined) this.keep({ name: "#text", value: this.#text });
    else this.value["$value"] = value;
  }

  /** Takes the attributes of its own element; those named in `except` were read already. */
  readAttributes(attributes: readonly XmlAttribute[]): void {
    for (const attribute of attributes) {
      const { uri, local, value } = attribute;
      const known = uri === "" ? this.content.attributes.get(local) : undefined;
      const parsed = known?.type.parse(value);
      if (parsed === UNSAFE) failUnsafe(this.#context);
      if (known === undefined || parsed === undefined) {
        for (const each of keepAttributes(this.#context, [attribute])) {
          this.keep(each);
        }
      } else setOwn(this.value, known.key, parsed);
    }
  }

  /** Sets a child's value, or adds it to its array. */
  put(element: ElementPlan, value: unknown): void {
    if (!element.many) setOwn(this.value, element.key, value);
    else {
      const values = this.#valuesOf(element);
      if (values) values.push(value);
      else setOwn(this.value, element.key, [value]);
    }
  }

  /** Adds to `$unknown`; `element` is what it would have been a value of. */
  keep(entry: UnknownElement, element?: ElementPlan): void {
    (this.value.$unknown ??= []).push(entry);
    if (element) (this.#displaced ??= new Set()).add(element);
  }

  /** The path step of the next value of a child. */
  stepOf(element: ElementPlan): string {
    if (!element.many) return element.key;
    return `${element.key}[${this.#valuesOf(element)?.length ?? 0}]`;
  }

  #valuesOf(element: ElementPlan): unknown[] | undefined {
    if (!Object.hasOwn(this.value, element.key)) return undefined;
    // The property of an element that may be repeated is set by put only, to an array.
    return this.value[element.key] as unknown[];
  }

  #isTaken(element: ElementPlan): boolean {
    return (
      (!element.many && Object.hasOwn(this.value, element.key)) ||
      this.#displaced?.has(element) === true
    );
  }

  #endRun(): void {
    const run = this.#text;
    this.#text = "";
    if (hasInk(run) || (this.content === OPAQUE && !this.#hasElements)) {
      this.keep({ name: "#text", value: run });
    }
  }
}

/** The content of a type that is not known: everything in it is kept as it came. */
export const OPAQUE: ContentPlan = {
  kind: "content",
  index: null,
  abstract: false,
  text: null,
  attributes: new Map(),
  find: () => undefined,
};

function setOwn(target: DecodedObject, key: string, value: unknown): void {
  // An assignment to __proto__ would replace the prototype instead.
  if (key === "__proto__") {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else target[key] = value;
}
