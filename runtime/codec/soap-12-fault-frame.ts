import { ContentFrame, type DecodedObject } from "./content-frame.js";
import type { DecodeContext, Frame } from "./frame.js";
import { globalContent } from "./global-content.js";
import { SOAP_12, XML } from "./soap.js";
import { formatName, type UnknownElement } from "./unknown-element.js";
import { keepAttributes, UnknownFrame } from "./unknown-frame.js";
import type { XmlAttribute } from "./xml-attribute.js";

const VALUE = formatName(SOAP_12, "Value");
const SUBCODE = formatName(SOAP_12, "Subcode");
const TEXT = formatName(SOAP_12, "Text");
const LANG = `@${formatName(XML, "lang")}`;

/** Reads a SOAP 1.2 Fault in the terms of SOAP 1.1; see `Fault`. */
export class Soap12FaultFrame extends ContentFrame {
  readonly #context: DecodeContext;
  readonly #fault: DecodedObject;

  constructor(context: DecodeContext, fault: DecodedObject) {
    const content = { ...globalContent(context.plan), find: () => undefined };
    super(context, content, fault, "Fault");
    this.#context = context;
    this.#fault = fault;
  }

  override open(
    uri: string,
    local: string,
    attributes: readonly XmlAttribute[],
  ): Frame {
    const fault = this.#fault;
    if (uri !== SOAP_12) return super.open(uri, local, attributes);
    if (local === "Detail" && fault["detail"] === undefined) {
      const detail: DecodedObject = {};
      fault["detail"] = detail;
      const content = globalContent(this.#context.plan);
      const frame = new ContentFrame(this.#context, content, detail, "detail");
      frame.readAttributes(attributes);
      return frame;
    }
    return new UnknownFrame(
      this.#context,
      { uri, local },
      keepAttributes(this.#context, attributes),
      (entry) => {
        this.#place(local, entry);
      },
    );
  }

  #place(local: string, entry: UnknownElement): void {
    const { value } = entry;
    const fault = this.#fault;
    if (local === "Role" && isNew(fault, "faultactor") && isText(value)) {
      fault["faultactor"] = value;
    } else if (local === "Code" && isNew(fault, "faultcode")) {
      this.#placeFirst("faultcode", VALUE, SUBCODE, entry);
    } else if (local === "Reason" && isNew(fault, "faultstring")) {
      this.#placeFirst("faultstring", TEXT, TEXT, entry);
    } else this.keep(entry);
  }

  /** Takes the text of the first child as the property, and keeps the others; keeps all whole where it has other children. */
  #placeFirst(
    key: string,
    name: string,
    others: string,
    entry: UnknownElement,
  ): void {
    const [first, ...rest] = isText(entry.value) ? [] : entry.value;
    const { text, language = "" } = readText(first);
    if (
      text === undefined ||
      first?.name !== name ||
      rest.some((each) => each.name !== others)
    ) {
      this.keep(entry);
      return;
    }
    this.#fault[key] = text;
    if (name === TEXT && language !== "en") {
      this.keep({ name: LANG, value: language });
    }
    for (const each of rest) this.keep(each);
  }
}

/** The text and the language of an element that has nothing else. */
function readText(element: UnknownElement | undefined): {
  text?: string;
  language?: string;
} {
  if (!element) return {};
  if (isText(element.value)) return { text: element.value };

  const texts = new Map(
    element.value.flatMap(({ name, value }) =>
      isText(value) ? [[name, value]] : [],
    ),
  );
  const language = texts.get(LANG);
  if (language === undefined || element.value.length > 2) return {};
  if (element.value.length === 2 && !texts.has("#text")) return {};
  return { text: texts.get("#text") ?? "", language };
}

function isNew(fault: DecodedObject, key: string): boolean {
  return fault[key] === undefined;
}

function isText(value: string | UnknownElement[]): value is string {
  return typeof value === "string";
}
