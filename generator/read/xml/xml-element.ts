import type { Source } from "../../model/schema.js";
import type { ProblemList } from "../problems.js";
import { problemAt, sourceAt, type TextFile } from "./text-file.js";

/** An attribute that belongs to no namespace. */
export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
}

/** An XML element with its position. */
export interface XmlElement {
  /** Namespace URI; empty where it has none. */
  readonly uri: string;
  readonly local: string;
  /** Attributes in no namespace. Those of other namespaces, `xmlns` among them, are not kept. */
  readonly attributes: readonly XmlAttribute[];
  readonly content: readonly (XmlElement | string)[];
  /** Namespaces in scope by prefix; the default namespace under the empty prefix. */
  readonly scope: ReadonlyMap<string, string>;
  readonly file: TextFile;
  /** Offset of its `<`. */
  readonly offset: number;
}

/** An expanded name. */
export interface QName {
  readonly uri: string;
  readonly local: string;
}

/** The value of an attribute, or null. */
export function attributeOf(element: XmlElement, name: string): string | null {
  const { attributes } = element;
  // A million comparisons: an iterator would take half of their time.
  for (let at = 0; at < attributes.length; at++)
    if (attributes[at]?.name === name) return attributes[at]?.value ?? null;
  return null;
}

/** The child elements of a name, in the namespace of the element itself unless another is given. */
export function childrenOf(
  element: XmlElement,
  local: string,
  uri: string = element.uri,
): readonly XmlElement[] {
  return elementsIn(element).filter(
    (each) => each.local === local && each.uri === uri,
  );
}

/** All child elements. */
export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.content.filter((each) => typeof each !== "string");
}

/** The text of an element and of all that it holds, trimmed and its white space collapsed. */
export function textOf(element: XmlElement): string {
  return rawTextOf(element).replace(/\s+/g, " ").trim();
}

function rawTextOf(element: XmlElement): string {
  return element.content
    .map((each) => (typeof each === "string" ? each : rawTextOf(each)))
    .join("");
}

/** Where an element begins. */
export function positionOf(element: XmlElement): Source {
  return sourceAt(element.file, element.offset);
}

/** Expands `prefix:local` by the namespaces in scope; null where the prefix is unbound or the text is no name. */
export function expandQName(element: XmlElement, text: string): QName | null {
  const match = /^(?:([^\s:]+):)?([^\s:]+)$/.exec(text.trim());
  if (!match) return null;
  const [, prefix = "", local = ""] = match;
  const uri = element.scope.get(prefix);
  if (uri === undefined) return prefix === "" ? { uri: "", local } : null;
  return { uri, local };
}

/** Reports a problem at an element. */
export function report(
  problems: ProblemList,
  element: XmlElement,
  what: string,
  remedy: string,
): void {
  problems.add(problemAt(element.file, element.offset, what, remedy));
}
