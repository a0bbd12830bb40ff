import type { DecodeContext, Frame } from "./frame.js";
import { XSI } from "./soap.js";
import { formatName, type UnknownElement } from "./unknown-element.js";
import type { XmlAttribute } from "./xml-attribute.js";

/** Reads an element that is kept as it came. */
export class UnknownFrame implements Frame {
  readonly step: string;
  readonly #context: DecodeContext;
  readonly #name: string;
  readonly #entries: UnknownElement[];
  readonly #keep: (element: UnknownElement) => void;
  #run = "";
  #hasElements = false;
  #hasText = false;

  /** `entries` is what {@link keepAttributes} made of its attributes; `keep` gets the element when it ends. */
  constructor(
    context: DecodeContext,
    name: { readonly uri: string; readonly local: string },
    entries: UnknownElement[],
    keep: (element: UnknownElement) => void,
  ) {
    this.step = name.local;
    this.#context = context;
    this.#name = formatName(name.uri, name.local);
    this.#entries = entries;
    this.#keep = keep;
  }

  open(uri: string, local: string, attributes: readonly XmlAttribute[]): Frame {
    this.#context.checkVersion(uri);
    this.#endRun();
    this.#hasElements = true;
    return new UnknownFrame(
      this.#context,
      { uri, local },
      keepAttributes(this.#context, attributes),
      (element) => this.#entries.push(element),
    );
  }

  text(text: string): void {
    this.#run += text;
  }

  close(): void {
    this.#keep({ name: this.#name, value: this.#value() });
  }

  #value(): string | UnknownElement[] {
    if (this.#entries.length === 0) return this.#run;
    this.#endRun();
    // White space between elements is layout, unless there is text among them.
    return this.#hasElements && !this.#hasText
      ? this.#entries.filter((each) => each.name !== "#text")
      : this.#entries;
  }

  #endRun(): void {
    if (this.#run === "") return;
    this.#hasText ||= hasInk(this.#run);
    this.#entries.push({ name: "#text", value: this.#run });
    this.#run = "";
  }
}

/** Attributes as entries of `$unknown`; the QName of an xsi:type is resolved, so that it outlives its prefix. */
export function keepAttributes(
  context: DecodeContext,
  attributes: readonly XmlAttribute[],
): UnknownElement[] {
  return attributes.map(({ uri, local, value }) => {
    const name = `@${formatName(uri, local)}`;
    if (uri !== XSI || local !== "type") return { name, value };
    const type = context.resolve(value);
    if (!type) return { name, value };
    context.checkVersion(type.uri);
    return { name, value: `{${type.uri}}${type.local}` };
  });
}

/** Whether a text holds anything but XML's white space. */
export function hasInk(text: string): boolean {
  return /[^ \t\r\n]/.test(text);
}
