import { SaxesParser, type SaxesTagNS } from "saxes";
import type { NetSuiteSchema } from "../../runtime/codegen-v1/index.js";
import { checkEndpointVersion } from "../../runtime/codec/endpoint-version.js";
import {
  DocumentFrame,
  type EnvelopeParts,
} from "../../runtime/codec/envelope-frame.js";
import type { DecodeContext, Frame } from "../../runtime/codec/frame.js";
import { planOf, type SchemaPlan } from "../../runtime/codec/schema-plan.js";
import { MAX_DEPTH, XMLNS } from "../../runtime/codec/soap.js";
import { toUtf8 } from "../../runtime/codec/to-utf8.js";
import type { XmlAttribute } from "../../runtime/codec/xml-attribute.js";
import { isNCName } from "../../runtime/codec/xml-text.js";
import { NetSuiteDecodeError } from "../../runtime/errors/index.js";

/**
 * Decodes a message tag by tag on saxes: what the scanner must agree with. It shares the frames with the scanner, and so
 * what is made of values that the schema does not expect, but nothing that reads XML.
 *
 * @throws NetSuiteDecodeError as `decodeEnvelope` does
 */
export function decodeOnSaxes(
  schema: NetSuiteSchema,
  input: Uint8Array | string,
): EnvelopeParts {
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
  });
  const driver = new FrameDriver(planOf(schema), parser);
  let begun = false;
  parser.on("error", (error) => {
    throw new NetSuiteDecodeError(error.message, { cause: error });
  });
  parser.on("doctype", () => {
    throw new NetSuiteDecodeError("The message has a DOCTYPE.");
  });
  parser.on("opentag", (tag) => {
    begun = true;
    checkNames(tag);
    driver.open(tag.uri, tag.local, readAttributes(tag));
  });
  parser.on("text", (text) => {
    if (begun) driver.text(text);
  });
  parser.on("cdata", (text) => {
    driver.text(text);
  });
  parser.on("closetag", () => {
    driver.close();
  });
  parser.write(toUtf8(input, undefined).toString());
  parser.close();
  return driver.document.parts;
}

/** Refuses names whose parts are none by Namespaces in XML 1.0: saxes looks at the start of the whole name only. */
function checkNames(tag: SaxesTagNS): void {
  for (const { local, prefix } of [tag, ...Object.values(tag.attributes)])
    for (const part of prefix === "" ? [local] : [prefix, local])
      if (!isNCName(part))
        throw new NetSuiteDecodeError(`${part} is no part of a name.`);
}

function readAttributes(tag: SaxesTagNS): readonly XmlAttribute[] {
  return Object.values(tag.attributes)
    .filter(({ uri }) => uri !== XMLNS)
    .map(({ uri, local, value }) => ({ uri, local, value }));
}

class FrameDriver implements DecodeContext {
  readonly plan: SchemaPlan;
  readonly document: DocumentFrame;
  readonly #parser: SaxesParser<{ xmlns: true }>;
  readonly #open: Frame[];

  constructor(plan: SchemaPlan, parser: SaxesParser<{ xmlns: true }>) {
    this.plan = plan;
    this.#parser = parser;
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
        ? (this.#parser.resolve("") ?? "")
        : this.#parser.resolve(name.slice(0, colon));
    return uri === undefined ? undefined : { uri, local };
  }

  checkVersion(uri: string): void {
    checkEndpointVersion(this, uri);
  }

  fail(message: string): never {
    const { line, column } = this.#parser;
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
