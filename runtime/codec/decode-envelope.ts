import { NetSuiteDecodeError } from "../errors/index.js";
import type { NetSuiteSchema } from "../codegen-v1/index.js";
import { DocumentFrame } from "./envelope-frame.js";
import type { DecodedEnvelope } from "./envelope.js";
import type { DecodeContext, Frame } from "./frame.js";
import { createSaxesReader } from "./saxes-reader.js";
import { planOf, type SchemaPlan } from "./schema-plan.js";
import { MAX_DEPTH } from "./soap.js";
import type { XmlAttribute, XmlHandler, XmlReader } from "./xml-reader.js";
import { isNCName } from "./xml-text.js";

export interface DecodeOptions {
  /** The charset of the HTTP Content-Type, for bytes. Default: byte order mark, XML declaration, UTF-8, in this order. */
  readonly charset?: string;
}

/**
 * Decodes a SOAP 1.1 or 1.2 envelope into values of the schema's types.
 *
 * Nothing of the message is dropped but comments, processing instructions, prefixes, white space between elements, and
 * the attributes that say nothing: xsi:nil="false", and an xsi:type that names the declared simple type. What the schema
 * does not know is in `$unknown` of the value that it belongs to, see `unknownElements`. `$type` is there where the
 * message had an xsi:type. `xsi:nil` gives null. Defaults are not filled in.
 *
 * @throws NetSuiteDecodeError where the message is no well-formed SOAP envelope, has a DOCTYPE, is of another endpoint
 *   version than the schema, nests deeper than 1,000 elements, or has an integer that a number would round.
 */
export function decodeEnvelope(
  schema: NetSuiteSchema,
  input: Uint8Array | string,
  options: DecodeOptions = {},
): DecodedEnvelope {
  const reader = createSaxesReader(input, options.charset);
  const decoder = new MessageDecoder(planOf(schema), reader);
  reader.read(decoder);
  const { soapVersion, header, body, $unknown } = decoder.document.parts;
  return {
    soapVersion,
    ...(header && { header }),
    // An envelope without a body was refused when it ended, and a document without an envelope when it began.
    body: body as Record<string, unknown>,
    ...($unknown && { $unknown }),
  };
}

class MessageDecoder implements XmlHandler, DecodeContext {
  readonly plan: SchemaPlan;
  readonly document: DocumentFrame;
  readonly #reader: XmlReader;
  readonly #open: Frame[];
  readonly #checked = new Set<string>();

  constructor(plan: SchemaPlan, reader: XmlReader) {
    this.plan = plan;
    this.#reader = reader;
    this.document = new DocumentFrame(this);
    this.#open = [this.document];
  }

  open(uri: string, local: string, attributes: readonly XmlAttribute[]): void {
    const parent = this.#open.at(-1);
    if (this.#open.length > MAX_DEPTH) {
      this.fail(`The message nests deeper than ${MAX_DEPTH} elements`);
    }
    if (parent) this.#open.push(parent.open(uri, local, attributes));
  }

  text(text: string): void {
    this.#open.at(-1)?.text(text);
  }

  close(): void {
    this.#open.at(-1)?.close();
    this.#open.pop();
  }

  resolve(qname: string): { uri: string; local: string } | undefined {
    const name = qname.trim();
    const colon = name.indexOf(":");
    const local = name.slice(colon + 1);
    if (!isNCName(local)) return undefined;
    const uri =
      colon < 0
        ? (this.#reader.resolve("") ?? "")
        : this.#reader.resolve(name.slice(0, colon));
    return uri === undefined ? undefined : { uri, local };
  }

  checkVersion(uri: string): void {
    if (uri === "" || this.#checked.has(uri)) return;
    const { schema } = this.plan;
    const version = /_(\d{4}_\d+)(?=[.]|$)/.exec(uri)?.[1];
    if (
      version !== undefined &&
      version !== schema.version &&
      schema.namespace(uri.replace(`_${version}`, `_${schema.version}`))
    ) {
      this.fail(
        `The message is of endpoint version ${version}, this package of ${schema.version}: use a package generated for ${version}, or call the endpoint of ${schema.version}. The namespace is ${uri}`,
      );
    }
    this.#checked.add(uri);
  }

  fail(message: string): never {
    const { line, column } = this.#reader;
    const path = this.#open
      .map((each) => each.step)
      .filter((step) => step !== "")
      .join(".");
    throw new NetSuiteDecodeError(
      `${path === "" ? "" : `${path}: `}${message} (line ${line}, column ${column}).`,
      { path: path === "" ? null : path, line, column },
    );
  }
}
