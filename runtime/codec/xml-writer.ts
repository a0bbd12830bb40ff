import type { NamespaceDescriptor } from "../codegen-v1/index.js";
import type { SoapVersion } from "./envelope.js";
import type { SchemaPlan } from "./schema-plan.js";
import { SOAP_11, SOAP_12, XML, XSI } from "./soap.js";
import { escapeAttribute } from "./xml-text.js";

/** The text of an envelope while it is being written, and the namespaces that it has used so far. */
export class XmlWriter {
  /** What is written: appended to by whoever writes. */
  text = "";
  readonly plan: SchemaPlan;
  readonly soapUri: string;
  readonly #used: boolean[] = [];
  readonly #foreign = new Map<string, string>();
  #usesXsi = false;

  constructor(plan: SchemaPlan, soapVersion: SoapVersion) {
    this.plan = plan;
    this.soapUri = soapVersion === "1.2" ? SOAP_12 : SOAP_11;
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

  /** The whole document: the declaration, the Envelope with all namespaces and these attributes, and what was written. */
  finish(attributes: string): string {
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
    return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope${namespaces}${attributes}>${this.text}</soapenv:Envelope>`;
  }
}
