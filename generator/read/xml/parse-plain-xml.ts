import { createTagReader, type Tag } from "./tag-reader.js";
import type { TextFile } from "./text-file.js";
import type { XmlElement } from "./xml-element.js";

const DECLARATION =
  /^<\?xml version="1\.0"(?: encoding="[A-Za-z][A-Za-z0-9._-]*")?\?>/;
/** What takes more care: references, carriage returns, and characters that XML may not hold. */
const ODD = /[^\t\n\x20-\x25\x27-\ud7ff\ue000-\ufffd]/;
/** Deeper or larger files are left to the parser that says so. */
const MAX_DEPTH = 64;
const MAX_PIECES = 1_000_000;

/** An element while it is being read. */
interface OpenElement extends XmlElement {
  readonly content: (XmlElement | string)[];
}

/**
 * Parses a file of plain XML, as all that Oracle publishes is: elements, attributes in double quotes, comments and text of which nothing
 * is written in another way than it reads. Null for any other file, well-formed or not, which is for `parseXml` to judge; what is not null
 * is the tree that it gives, in a sixth of the time.
 */
export function parsePlainXml(file: TextFile): XmlElement | null {
  return parse(file, false);
}

/** The root of such a file with its attributes but without content. What follows it is not parsed. */
export function parsePlainRoot(file: TextFile): XmlElement | null {
  return parse(file, true);
}

function parse(file: TextFile, isRootEnough: boolean): XmlElement | null {
  const { text } = file;
  if (ODD.test(text) || text.includes("]]>")) return null;
  // The declaration and comments are passed over: no tag begins before here.
  let at = DECLARATION.exec(text)?.[0].length ?? 0;
  const pieces = text.slice(at).split("<", MAX_PIECES);
  if (pieces.length === MAX_PIECES) return null;
  const readTag = createTagReader();
  const open: OpenElement[] = [];
  const tags: Tag[] = [];
  let root: XmlElement | null = null;
  let parent: OpenElement | undefined;
  let next = at - 1;
  for (const piece of pieces) {
    const start = next;
    next += 1 + piece.length;
    if (start >= at && piece.startsWith("!--")) {
      at = endOfComment(text, start);
      if (at < 0) return null;
    }
    const tag = start < at ? null : readTag(piece);
    if (tag === null) {
      if (start >= at) return null;
    } else if (tag.kind === "end") {
      if (tags.pop()?.name !== tag.name) return null;
      open.pop();
      parent = open.at(-1);
    } else {
      if (root && !parent) return null;
      const element = createElement(tag, parent, file, start);
      if (element === null) return null;
      root ??= element;
      if (isRootEnough) return root;
      if (tag.kind === "start") {
        tags.push(tag);
        if (open.push(element) > MAX_DEPTH) return null;
        parent = element;
      }
    }
    const after = tag?.after ?? text.slice(at, next);
    if (after === "") continue;
    if (parent) parent.content.push(after);
    else if (/[^ \t\n]/.test(after)) return null;
  }
  return open.length === 0 ? root : null;
}

/** Where a comment ends; -1 where it is none of XML. */
function endOfComment(text: string, start: number): number {
  const end = text.indexOf("--", start + 4);
  return end >= 0 && text[end + 2] === ">" ? end + 3 : -1;
}

const NO_SCOPE: XmlElement["scope"] = new Map();
const NOTHING: never[] = [];

/** Makes an element and adds it to its parent; null where its prefix is unbound. */
function createElement(
  { kind, prefix, local, attributes, bindings }: Tag,
  parent: OpenElement | undefined,
  file: TextFile,
  offset: number,
): OpenElement | null {
  const outer = parent?.scope ?? NO_SCOPE;
  const scope =
    bindings.length === 0 ? outer : new Map([...outer, ...bindings]);
  const uri = scope.get(prefix);
  if (uri === undefined && prefix !== "") return null;
  const element = {
    uri: uri ?? "",
    local,
    attributes,
    content: kind === "start" ? [] : NOTHING,
    scope,
    file,
    offset,
  };
  parent?.content.push(element);
  return element;
}
