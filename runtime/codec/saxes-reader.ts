import { SaxesParser, type SaxesTagNS } from "saxes";
import { NetSuiteDecodeError } from "../errors/index.js";
import { decodeText } from "./decode-text.js";
import { XMLNS } from "./soap.js";
import {
  HTML_PAGE,
  type XmlAttribute,
  type XmlHandler,
  type XmlReader,
} from "./xml-reader.js";

const NO_ATTRIBUTES: readonly XmlAttribute[] = [];

/** A reader on saxes. Refuses DOCTYPE, and so every entity but XML's five. */
export function createSaxesReader(
  input: Uint8Array | string,
  charset: string | undefined,
): XmlReader {
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
  });
  let begun = false;
  let ended = false;

  function fail(message: string, cause?: unknown): never {
    const { line } = parser;
    const column = Math.max(1, parser.column);
    throw new NetSuiteDecodeError(
      `${message} (line ${line}, column ${column}).`,
      { line, column, cause, retryable: ended },
    );
  }

  function explain(reason: string): string {
    if (ended) return "The XML ends in the middle: the message was truncated";
    const what = begun ? "The XML is malformed" : "The message is not XML";
    return `${what}: ${reason.replace(/\.$/, "")}`;
  }

  return {
    read(handler: XmlHandler): void {
      parser.on("error", (error) => fail(explain(error.message), error));
      parser.on("doctype", (doctype) =>
        fail(
          /^\s*html\b/i.test(doctype)
            ? HTML_PAGE
            : "The message has a DOCTYPE, which SOAP forbids",
        ),
      );
      parser.on("opentag", (tag) => {
        begun = true;
        handler.open(tag.uri, tag.local, readAttributes(tag));
      });
      parser.on("text", (text) => {
        if (begun) handler.text(text);
      });
      parser.on("cdata", (text) => {
        handler.text(text);
      });
      parser.on("closetag", () => {
        handler.close();
      });
      let blank = true;
      for (const chunk of decodeText(input, charset)) {
        blank &&= /^[\ufeff\s]*$/.test(chunk);
        parser.write(chunk);
      }
      if (blank) {
        throw new NetSuiteDecodeError(
          "The message is empty, where a SOAP envelope was expected.",
          { line: 1, column: 1 },
        );
      }
      ended = true;
      parser.close();
    },
    resolve: (prefix) => parser.resolve(prefix),
    get line() {
      return parser.line;
    },
    get column() {
      return Math.max(1, parser.column);
    },
  };
}

function readAttributes(tag: SaxesTagNS): readonly XmlAttribute[] {
  let attributes: XmlAttribute[] | undefined;
  for (const name in tag.attributes) {
    const attribute = tag.attributes[name];
    if (attribute === undefined || attribute.uri === XMLNS) continue;
    const { uri, local, value } = attribute;
    (attributes ??= []).push({ uri, local, value });
  }
  return attributes ?? NO_ATTRIBUTES;
}
