import { MAX_DEPTH } from "../soap.js";
import { EQUALS, SLASH } from "./characters.js";
import { createDocumentScope, type NamespaceScope } from "./namespace-scope.js";
import { TagReader } from "./tag.js";

/** A start tag as it was written: names with their prefixes, declarations of namespaces among the attributes. */
export interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Whether it is an end tag too: `close` is not called. */
  readonly isSelfClosing: boolean;
}

/** What takes the parts of a document, in order. Text may come in pieces. */
export interface XmlVisitor {
  open(tag: Tag): void;
  write(text: string): void;
  close(name: string): void;
}

interface OpenTag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly scope: NamespaceScope;
}

/**
 * Reads a document of UTF-8 bytes without a schema.
 *
 * @throws NetSuiteDecodeError where it is not well-formed, has a DOCTYPE, or nests deeper than 1,000 elements
 */
export function walkXml(bytes: Buffer, visitor: XmlVisitor): void {
  const reader = new TagReader(bytes);
  const open: OpenTag[] = [];
  reader.readProlog();
  reader.skipMisc();
  do {
    if (bytes[reader.at + 1] === SLASH) {
      const tag = open.pop();
      if (!tag) return reader.malformed("an end tag has no start tag");
      reader.readEndTag(tag.start, tag.end);
      visitor.close(tag.name);
    } else {
      const tag = openTag(reader, open.at(-1)?.scope, visitor);
      if (!reader.isSelfClosing) open.push(tag);
      if (open.length > MAX_DEPTH)
        reader.refuse(`The message nests deeper than ${MAX_DEPTH} elements`);
    }
    if (open.length > 0) visitor.write(reader.readText());
  } while (open.length > 0);
  reader.skipMisc();
  if (reader.at < bytes.length)
    reader.malformed("there is more than one root element");
}

function openTag(
  reader: TagReader,
  parent: NamespaceScope | undefined,
  visitor: XmlVisitor,
): OpenTag {
  reader.readTag(parent ?? createDocumentScope());
  const { nameStart: start, nameEnd: end, scope, isSelfClosing } = reader;
  const name = reader.name(start, end);
  visitor.open({ name, attributes: readAttributes(reader), isSelfClosing });
  return { name, start, end, scope };
}

/** Reads the attributes of the tag that was read last once more. */
function readAttributes(reader: TagReader): [string, string][] {
  const { bytes, at: end } = reader;
  const attributes: [string, string][] = [];
  reader.at = reader.nameEnd;
  for (;;) {
    reader.skipWhite();
    const start = reader.at;
    const nameEnd = reader.endOfName(start);
    if (nameEnd === start) break;
    reader.at = bytes.indexOf(EQUALS, nameEnd) + 1;
    reader.skipWhite();
    // The tag is known to be well-formed: here is a quote.
    const quote = bytes[reader.at] as number;
    reader.at++;
    attributes.push([reader.name(start, nameEnd), reader.readValue(quote)]);
  }
  reader.at = end;
  return attributes;
}
