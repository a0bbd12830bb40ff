import type { Random } from "./random.js";
import { XSI, type XmlTree, type XmlTreeAttribute } from "./xml-tree.js";

/** How a document is written, which changes nothing of what it says. */
export interface XmlStyle {
  /**
   * `root`: all prefixes are declared by the root. `default`: each element declares its namespace as the default one.
   * `reused`: each element declares one and the same prefix.
   */
  readonly namespaces: "root" | "default" | "reused";
  /** How texts are written. */
  readonly text: "escaped" | "cdata" | "references";
  /** Puts comments and processing instructions between elements and into texts. */
  readonly comments: boolean;
  /** Puts white space between elements. */
  readonly indented: boolean;
  readonly quote: '"' | "'";
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
}

/** The style that every reader understands. */
export const PLAIN: XmlStyle = {
  namespaces: "root",
  text: "escaped",
  comments: false,
  indented: false,
  quote: '"',
  encoding: "utf-8",
};

/** Makes up a style. */
export function chooseStyle(random: Random): XmlStyle {
  const choose = <T>(...choices: readonly [T, ...T[]]): T =>
    choices[random.below(choices.length)] ?? choices[0];
  return {
    namespaces: choose("root", "default", "reused"),
    text: choose("escaped", "cdata", "references"),
    comments: choose(true, false),
    indented: choose(true, false),
    quote: choose('"', "'"),
    encoding: choose("utf-8", "utf-16le", "utf-16be"),
  };
}

/** Writes a document in a style, as bytes. */
export function printXml(root: XmlTree, style: XmlStyle): Uint8Array {
  const prefixes = new Map<string, string>();
  if (style.namespaces === "root") collectNamespaces(root, prefixes);
  const declared = [...prefixes].map(([uri, prefix]): [string, string] => [
    `xmlns:${prefix}`,
    uri,
  ]);
  const text = printElement(root, { style, prefixes, base: "" }, declared);
  return encode(`<?xml version="1.0"?>\n${text}\n`, style.encoding);
}

interface Scope {
  readonly style: XmlStyle;
  /** Prefixes that the root declares, by URI. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** The default namespace. */
  readonly base: string;
}

function printElement(
  { uri, local, attributes, children }: XmlTree,
  scope: Scope,
  declared: readonly [string, string][] = [],
): string {
  const { style } = scope;
  const written: [string, string][] = [...declared];
  let { base } = scope;
  let made = 0;
  const declare = (namespace: string, prefix: string): string => {
    written.push([`xmlns:${prefix}`, namespace]);
    return prefix;
  };
  const qualify = (namespace: string, name: string): string => {
    if (namespace === "") return name;
    const prefix =
      scope.prefixes.get(namespace) ?? declare(namespace, `a${made++}`);
    return `${prefix}:${name}`;
  };
  let name = local;
  if (uri !== "" && style.namespaces === "root") name = qualify(uri, local);
  else if (uri !== "" && style.namespaces === "reused")
    name = `${declare(uri, "ns")}:${local}`;
  else if (base !== uri) {
    written.push(["xmlns", uri]);
    base = uri;
  }
  for (const each of attributes) {
    const value = printAttributeValue(each, qualify);
    written.push([qualify(each.uri, each.local), value]);
  }
  const { quote } = style;
  const tag = written
    .map(([key, value]) => ` ${key}=${quote}${escapeAll(value)}${quote}`)
    .join("");
  const content = printChildren(children, { ...scope, base });
  return content === ""
    ? `<${name}${tag}/>`
    : `<${name}${tag}>${content}</${name}>`;
}

function printChildren(children: XmlTree["children"], scope: Scope): string {
  const { style } = scope;
  const isElementOnly = children.every((each) => typeof each !== "string");
  const gap =
    (isElementOnly && style.indented ? "\n  " : "") +
    (style.comments ? "<!-- <x/> & --><?pi <y/>?>" : "");
  const printed = children.map((each) =>
    typeof each === "string"
      ? printText(each, style)
      : printElement(each, scope),
  );
  return printed.length === 0
    ? ""
    : [gap, ...printed, gap].join(isElementOnly ? gap : "");
}

function printText(text: string, style: XmlStyle): string {
  const characters = Array.from(text);
  const half = Math.ceil(characters.length / 2);
  const halves = style.comments
    ? [characters.slice(0, half).join(""), characters.slice(half).join("")]
    : [text];
  return halves
    .map((each) => printRun(each, style.text))
    .join("<!-- in the middle -->");
}

function printRun(text: string, kind: XmlStyle["text"]): string {
  switch (kind) {
    case "escaped":
      return escapeMarkup(text);
    case "cdata":
      // A carriage return in CDATA would be read as a line feed.
      return text
        .split(/(\r)/)
        .map((each) =>
          each === "\r"
            ? "&#xD;"
            : `<![CDATA[${each.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`,
        )
        .join("");
    case "references":
      return escapeAll(text);
  }
}

function printAttributeValue(
  { uri, local, value }: XmlTreeAttribute,
  qualify: (namespace: string, name: string) => string,
): string {
  const type = /^\{(.*)\}(.*)$/.exec(value);
  return uri === XSI && local === "type" && type
    ? qualify(type[1] ?? "", type[2] ?? "")
    : value;
}

function escapeMarkup(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#xd;");
}

/** All that is no letter, digit or mark of a name as character references. */
function escapeAll(text: string): string {
  return text.replace(
    /[^\w.:/-]/gu,
    (each) => `&#x${(each.codePointAt(0) ?? 0).toString(16)};`,
  );
}

function collectNamespaces(
  { uri, attributes, children }: XmlTree,
  prefixes: Map<string, string>,
): void {
  const types = attributes.flatMap(
    ({ value }) => /^\{(.*)\}/.exec(value)?.[1] ?? [],
  );
  for (const each of [uri, ...attributes.map((each) => each.uri), ...types]) {
    if (each !== "" && !prefixes.has(each))
      prefixes.set(each, `n${prefixes.size}`);
  }
  for (const each of children) {
    if (typeof each !== "string") collectNamespaces(each, prefixes);
  }
}

function encode(text: string, encoding: XmlStyle["encoding"]): Uint8Array {
  if (encoding === "utf-8") return Buffer.from(text);
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return encoding === "utf-16le" ? bytes : bytes.swap16();
}
