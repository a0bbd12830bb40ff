import type { XmlAttribute } from "./xml-element.js";

/** A start tag or an end tag of plain XML. */
export interface Tag {
  readonly kind: "start" | "empty" | "end";
  /** As it is written: `prefix:local`, or `local`. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
  /** The namespaces that it binds to prefixes. */
  readonly bindings: readonly (readonly [prefix: string, uri: string])[];
  /** The text between the tag and the next. */
  readonly after: string;
}

const NAME = "[A-Za-z_][A-Za-z0-9_.-]*";
/** Far more in one tag exhaust the stack of regular expressions. */
const MAX_ATTRIBUTES = 256;
/** Longer texts seldom read alike, and V8 finds those of more than 16,383 characters by their length alone: each would be compared with all. */
const MAX_REMEMBERED = 1_000;
/** What follows the `<` of a start tag with its attributes, or of an end tag. */
const TAG = new RegExp(
  `^(?:(?:(${NAME}):)?(${NAME})((?:[ \\t\\n]+(?:${NAME}:)?${NAME}="[^"<&\\t\\n]*"){0,${MAX_ATTRIBUTES}})[ \\t\\n]*(/?)>|/((?:${NAME}:)?${NAME})[ \\t\\n]*>)`,
);
const ATTRIBUTE = new RegExp(`(?:(${NAME}):)?(${NAME})="([^"]*)"`, "g");
/** Namespaces that have rules of their own; the empty one takes a declaration back. */
const RESERVED: ReadonlySet<string> = new Set([
  "",
  "http://www.w3.org/XML/1998/namespace",
  "http://www.w3.org/2000/xmlns/",
]);

/**
 * Makes a function that reads what stands from one `<` to the next: a tag and the text after it. Null for what takes more care, well-formed or not.
 *
 * Half of a schema's tags read alike to the blanks after them: each is taken apart once, and one object stands for all.
 */
export function createTagReader(): (piece: string) => Tag | null {
  const known = new Map<string, Tag>();
  const intern = createInterner();
  return (piece) => {
    if (piece.length > MAX_REMEMBERED) return readTag(piece, asItIs);
    let tag = known.get(piece) ?? null;
    if (tag === null) {
      tag = readTag(piece, intern);
      if (tag) known.set(piece, tag);
    }
    return tag;
  };
}

function readTag(piece: string, intern: (name: string) => string): Tag | null {
  const match = TAG.exec(piece);
  if (match === null) return null;
  const [whole, prefix = "", local = "", attributes = "", slash, end] = match;
  const after = piece.slice(whole.length);
  if (end !== undefined)
    return {
      kind: "end",
      name: end,
      prefix: "",
      local: "",
      attributes: [],
      bindings: [],
      after,
    };
  const read = readAttributes(attributes, intern);
  return (
    read && {
      kind: slash === "" ? "start" : "empty",
      name: prefix === "" ? local : `${prefix}:${local}`,
      prefix,
      local: intern(local),
      attributes: read.attributes,
      bindings: read.bindings,
      after,
    }
  );
}

function readAttributes(
  text: string,
  intern: (name: string) => string,
): Pick<Tag, "attributes" | "bindings"> | null {
  const attributes: XmlAttribute[] = [];
  const bindings: [string, string][] = [];
  ATTRIBUTE.lastIndex = 0;
  for (
    let match = text === "" ? null : ATTRIBUTE.exec(text);
    match;
    match = ATTRIBUTE.exec(text)
  ) {
    const prefix = match[1];
    const name = match[2] ?? "";
    const value = match[3] ?? "";
    if (prefix === undefined && name !== "xmlns") {
      if (attributes.some((each) => each.name === name)) return null;
      attributes.push({ name: intern(name), value });
      continue;
    }
    if (prefix !== undefined && prefix !== "xmlns") return null;
    const bound = prefix === undefined ? "" : name;
    // saxes takes blanks off a namespace, those of Unicode too.
    if (/^xml/i.test(bound) || RESERVED.has(value) || /\s/.test(value))
      return null;
    if (bindings.some(([each]) => each === bound)) return null;
    bindings.push([bound, value]);
  }
  // What was pushed to keeps room for more, for as long as the tree is there.
  return { attributes: attributes.slice(), bindings };
}

function asItIs(name: string): string {
  return name;
}

/** Makes a function that gives one string for all that read alike: names are compared a million times, and so by identity. */
function createInterner(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let found = known.get(name);
    if (found === undefined) known.set(name, (found = name));
    return found;
  };
}
