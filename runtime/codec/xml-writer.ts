import type { NamespaceDescriptor } from "../codegen-v1/index.js";
import type { SoapVersion } from "./envelope.js";
import type { SchemaPlan } from "./schema-plan.js";
import { SOAP_11, SOAP_12, XML, XSI } from "./soap.js";
import { escapeAttribute } from "./xml-text.js";

/** How long text may become before it is put aside: few pieces have a character beyond ASCII, and are slow to encode. */
const LONG = 1 << 11;

/**
 * The text of an envelope while it is being written, and the namespaces that it has used so far.
 *
 * V8 keeps a text that is appended to as the tree of all its pieces: so what is written is made one piece now and then,
 * before the garbage collector has moved the tree.
 */
export class XmlWriter {
  /** What was written last: appended to by whoever writes. */
  text = "";
  #before: string[] = [];
  readonly plan: SchemaPlan;
  readonly soapUri: string;
  readonly #used: boolean[] = [];
  readonly #foreign = new Map<string, string>();
  #usesXsi = false;

  constructor(plan: SchemaPlan, soapVersion: SoapVersion) {
    this.plan = plan;
    this.soapUri = soapVersion === "1.2" ? SOAP_12 : SOAP_11;
  }

  /** Puts aside what was written, where there is much of it: whoever writes many things calls it in between. */
  settle(): void {
    if (this.text.length < LONG) return;
    // Looking at a character makes the text one piece.
    this.text.charCodeAt(0);
    this.#before.push(this.text);
    this.text = "";
  }

  /** Takes what was written since this was last called, in pieces. */
  take(): readonly string[] {
    const pieces = [...this.#before, this.text];
    this.#before = [];
    this.text = "";
    return pieces;
  }

  /** Notes that a namespace of the schema is used. */
  use(namespace: NamespaceDescriptor | null): void {
    if (namespace) this.#used[namespace.index] = true;
  }

  /** The prefix of any namespace, made up where it is not of the schema; `""` is that of none. */
  prefix(uri: string): string {
    if (uri === "") return "";
    if (uri === XML) return "xml";
    if (uri === this.soapUri) return "soapenv";
    if (uri === XSI) return this.xsi();
    const namespace = this.plan.schema.namespace(uri);
    if (namespace) {
      this.use(namespace);
      return this.plan.prefixes[namespace.index] ?? "";
    }
    let prefix = this.#foreign.get(uri);
    if (prefix === undefined) {
      prefix = `ns${this.#foreign.size + 1}`;
      this.#foreign.set(uri, prefix);
    }
    return prefix;
  }

  /** The prefix of XMLSchema-instance. */
  xsi(): string {
    this.#usesXsi = true;
    return "xsi";
  }

  /** A name with its prefix. */
  qualify(uri: string, local: string): string {
    const prefix = this.prefix(uri);
    return prefix === "" ? local : `${prefix}:${local}`;
  }

  /** The pieces of the whole document: the declaration, the Envelope with all namespaces and these attributes, its content. */
  finish(attributes: string, content: readonly string[]): readonly string[] {
    const { plan } = this;
    const declared: [prefix: string, uri: string][] = [
      ["soapenv", this.soapUri],
    ];
    for (const { index, uri } of plan.schema.namespaces) {
      if (this.#used[index]) declared.push([plan.prefixes[index] ?? "", uri]);
    }
    if (this.#usesXsi) declared.push(["xsi", XSI]);
    for (const [uri, prefix] of this.#foreign) declared.push([prefix, uri]);
    const namespaces = declared
      .map(
        ([prefix, uri]) => ` xmlns:${prefix}="${escapeAttribute(uri) ?? ""}"`,
      )
      .join("");
    const head = `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope${namespaces}${attributes}>`;
    return [head, ...content, "</soapenv:Envelope>"];
  }
}
