import { ContentFrame, type DecodedObject } from "./content-frame.js";
import { Soap12FaultFrame } from "./soap-12-fault-frame.js";
import { soap11FaultElement } from "./soap-11-fault.js";
import type { SoapVersion } from "./envelope.js";
import { shorten } from "./explain-simple.js";
import type { DecodeContext, Frame } from "./frame.js";
import { globalContent } from "./global-content.js";
import type { ContentPlan } from "./schema-plan.js";
import { SOAP_11, SOAP_12 } from "./soap.js";
import type { UnknownElement } from "./unknown-element.js";
import { hasInk, keepAttributes, UnknownFrame } from "./unknown-frame.js";
import { HTML_PAGE } from "./html-page.js";
import type { XmlAttribute } from "./xml-attribute.js";

/** What was read of an envelope. */
export interface EnvelopeParts {
  soapVersion: SoapVersion;
  header?: DecodedObject;
  body?: DecodedObject;
  $unknown?: UnknownElement[];
}

/** Reads the document: its root must be an Envelope of SOAP 1.1 or 1.2. */
export class DocumentFrame implements Frame {
  readonly step = "";
  readonly parts: EnvelopeParts = { soapVersion: "1.1" };
  readonly #context: DecodeContext;

  constructor(context: DecodeContext) {
    this.#context = context;
  }

  open(uri: string, local: string, attributes: readonly XmlAttribute[]): Frame {
    if (local.toLowerCase() === "html") this.#context.fail(HTML_PAGE);
    if (local !== "Envelope" || (uri !== SOAP_11 && uri !== SOAP_12)) {
      this.#context.fail(
        `The message is not a SOAP envelope: its root is ${shorten(local)} in ${uri === "" ? "no namespace" : `the namespace ${shorten(uri)}`}`,
      );
    }
    this.parts.soapVersion = uri === SOAP_12 ? "1.2" : "1.1";
    const kept = keepAttributes(this.#context, attributes);
    if (kept.length > 0) this.parts.$unknown = kept;
    return new EnvelopeFrame(this.#context, uri, this.parts);
  }

  text(): void {
    // Only white space can stand beside the root.
  }

  close(): void {
    // The document is never closed: nothing follows it.
  }
}

class EnvelopeFrame implements Frame {
  readonly step = "";
  readonly #context: DecodeContext;
  readonly #soap: string;
  readonly #parts: EnvelopeParts;
  #text = "";

  constructor(context: DecodeContext, soap: string, parts: EnvelopeParts) {
    this.#context = context;
    this.#soap = soap;
    this.#parts = parts;
  }

  open(uri: string, local: string, attributes: readonly XmlAttribute[]): Frame {
    const context = this.#context;
    const parts = this.#parts;
    if (uri === this.#soap && local === "Header" && !parts.header) {
      parts.header = {};
      const content = globalContent(context.plan);
      const frame = new ContentFrame(context, content, parts.header, "header");
      frame.readAttributes(attributes);
      return frame;
    }
    if (uri === this.#soap && local === "Body" && !parts.body) {
      parts.body = {};
      const frame = new BodyFrame(context, this.#soap, parts.body);
      frame.readAttributes(attributes);
      return frame;
    }
    return new UnknownFrame(
      context,
      { uri, local },
      keepAttributes(context, attributes),
      (entry) => (parts.$unknown ??= []).push(entry),
    );
  }

  text(text: string): void {
    this.#text += text;
  }

  close(): void {
    const { body } = this.#parts;
    if (hasInk(this.#text)) {
      (this.#parts.$unknown ??= []).push({ name: "#text", value: this.#text });
    }
    if (!body) this.#context.fail("The SOAP envelope has no Body");
    if (isEmpty(body)) {
      this.#context.fail("The SOAP Body is empty");
    }
  }
}

/** Whether a body has nothing but attributes. */
function isEmpty({ $unknown = [], ...elements }: DecodedObject): boolean {
  return (
    Object.keys(elements).length === 0 &&
    $unknown.every(({ name }) => name.startsWith("@"))
  );
}

class BodyFrame extends ContentFrame {
  readonly #context: DecodeContext;
  readonly #body: DecodedObject;
  readonly #soap: string;

  constructor(context: DecodeContext, soap: string, body: DecodedObject) {
    const globals = globalContent(context.plan);
    const fault = soap11FaultElement(context.plan);
    const content: ContentPlan = {
      ...globals,
      find: (uri, local) =>
        uri === SOAP_11 && soap === SOAP_11 && local === "Fault"
          ? fault
          : globals.find(uri, local),
    };
    super(context, content, body, "");
    this.#context = context;
    this.#body = body;
    this.#soap = soap;
  }

  override open(
    uri: string,
    local: string,
    attributes: readonly XmlAttribute[],
  ): Frame {
    const isSoap12Fault =
      this.#soap === SOAP_12 && uri === SOAP_12 && local === "Fault";
    if (!isSoap12Fault || Object.hasOwn(this.#body, "Fault")) {
      return super.open(uri, local, attributes);
    }
    const fault: DecodedObject = {};
    this.#body["Fault"] = fault;
    const frame = new Soap12FaultFrame(this.#context, fault);
    frame.readAttributes(attributes);
    return frame;
  }
}
