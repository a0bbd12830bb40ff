import { SaxesParser } from "saxes";
import { createProblem, type Problem } from "../problems.js";
import { decodeText } from "./decode-text.js";
import { parsePlainRoot, parsePlainXml } from "./parse-plain-xml.js";
import { problemAt, sourceAt, type TextFile } from "./text-file.js";
import type { XmlAttribute, XmlElement } from "./xml-element.js";

const MAX_DEPTH = 256;
/** A whole SuiteTalk set has about 30,000 elements; more than this would exhaust memory before the file ends. */
const MAX_ELEMENTS = 1_000_000;
const XMLNS = "http://www.w3.org/2000/xmlns/";

const GET_THE_XML =
  "Check that the source is NetSuite's WSDL or XSD itself, and download it again.";
const COMPLETE_IT = "The file may be cut short: download it again.";

/** Stops the parser at the first thing that is wrong. */
class Stop extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.what);
    this.problem = problem;
  }
}

/**
 * Parses an XML file into a tree of elements with positions.
 *
 * @returns the root element, or the first problem: unreadable bytes, text that is not well-formed XML, a DTD, an entity beyond the
 * five of XML, elements nested deeper than 256.
 */
export function parseXml(
  name: string,
  bytes: Uint8Array,
): { root: XmlElement } | { problem: Problem } {
  if (Buffer.from(bytes.subarray(0, 4)).toString("latin1") === "PK\x03\x04")
    return {
      problem: {
        ...createProblem(
          "this is a zip, not XML",
          "Save it with the ending .zip and give its path.",
        ),
        source: { file: name, line: 1, column: 1 },
      },
    };
  const file = decodeText(name, bytes);
  if ("problem" in file) return file;
  const notXml = refuseOther(file);
  if (notXml) return { problem: notXml };
  const plain = parsePlainXml(file);
  return plain ? { root: plain } : parseStrictly(file);
}

/** Parses with saxes, which knows all of XML, and says what is wrong. */
export function parseStrictly(
  file: TextFile,
): { root: XmlElement } | { problem: Problem } {
  try {
    return { root: parseTree(file, () => false) };
  } catch (error) {
    if (error instanceof Stop) return { problem: error.problem };
    throw error;
  }
}

/** The root element with its attributes but without content, or null where the file does not begin as XML. Cheap. */
export function parseRoot(name: string, bytes: Uint8Array): XmlElement | null {
  const head = bytes.subarray(0, bytes.lastIndexOf(GREATER, HEAD_BYTES) + 1);
  return rootOf(name, head) ?? rootOf(name, bytes);
}

/** A root's start tag ends within this many bytes, or the whole file is decoded. */
const HEAD_BYTES = 16_384;
const GREATER = 0x3e;

function rootOf(name: string, bytes: Uint8Array): XmlElement | null {
  const file = decodeText(name, bytes);
  if ("problem" in file || file.text === "") return null;
  const plain = parsePlainRoot(file);
  if (plain) return plain;
  try {
    return parseTree(file, () => true);
  } catch (error) {
    if (error instanceof Stop) return null;
    throw error;
  }
}

/** What the file is when it is not XML at all, or null. */
function refuseOther(file: TextFile): Problem | null {
  const start = file.text.search(/\S/);
  if (start < 0) {
    return {
      ...createProblem("the file is empty", COMPLETE_IT),
      source: { file: file.name, line: 1, column: 1 },
    };
  }
  const beginning = file.text.slice(start, start + 2_000);
  if (
    /^(<\?xml[^>]*>\s*)?(<!--(?:(?!-->).)*-->\s*)*<(!doctype\s+)?html\b/is.test(
      beginning,
    )
  )
    return problemAt(
      file,
      start,
      "this is an HTML page, not a WSDL or XSD",
      "A server, proxy or login page may have answered instead: open the page, and give the address or file of the WSDL itself.",
    );
  if (file.text[start] !== "<")
    return problemAt(file, start, "this is not XML", GET_THE_XML);
  return null;
}

/** An element while it is being read. */
interface OpenElement extends XmlElement {
  readonly content: (XmlElement | string)[];
}

/** Builds the tree; returns the root early where `enough` says so at its start tag. */
function parseTree(
  file: TextFile,
  enough: (root: XmlElement) => boolean,
): XmlElement {
  const { text } = file;
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let start = 0;
  let ended = false;
  let elements = 0;

  const stop = (offset: number, what: string, remedy: string): never => {
    throw new Stop(problemAt(file, offset, what, remedy));
  };
  parser.on("error", (error) => {
    const last = open.at(-1);
    const unclosed = ended ? last : undefined;
    if (unclosed)
      stop(
        Math.max(text.trimEnd().length - 1, 0),
        `the file ends before <${unclosed.local}> of line ${lineOf(unclosed)} is closed`,
        COMPLETE_IT,
      );
    stop(
      Math.min(Math.max(parser.position - 1, 0), text.length - 1),
      `this is not well-formed XML: ${error.message.replace(/\.$/, "")}`,
      GET_THE_XML,
    );
  });
  parser.on("doctype", () => {
    stop(
      Math.max(text.lastIndexOf("<!DOCTYPE", parser.position), 0),
      "a DTD (<!DOCTYPE>) is not accepted",
      "Remove the DTD: NetSuite's files have none.",
    );
  });
  parser.on("opentagstart", () => {
    // No start tag holds a second "<", so that the last one before here is its own.
    start = text.lastIndexOf("<", parser.position - 1);
    if (++elements > MAX_ELEMENTS)
      stop(start, `there are more than ${MAX_ELEMENTS} elements`, GET_THE_XML);
    if (open.length >= MAX_DEPTH)
      stop(start, `elements are nested deeper than ${MAX_DEPTH}`, GET_THE_XML);
  });
  parser.on("opentag", (tag) => {
    const parent = open.at(-1);
    const attributes: XmlAttribute[] = [];
    let scope = parent?.scope ?? new Map<string, string>();
    let own: Map<string, string> | undefined;
    for (const each of Object.values(tag.attributes)) {
      if (each.uri === XMLNS) {
        own ??= new Map(scope);
        own.set(each.prefix === "" ? "" : each.local, each.value);
      } else if (each.uri === "") {
        attributes.push({ name: each.local, value: each.value });
      }
    }
    if (own) scope = own;
    const element: OpenElement = {
      uri: tag.uri,
      local: tag.local,
      attributes,
      content: [],
      scope,
      file,
      offset: start,
    };
    if (parent) parent.content.push(element);
    else {
      root = element;
      if (enough(element)) throw new RootFound();
    }
    open.push(element);
  });
  const addText = (value: string): void => {
    open.at(-1)?.content.push(value);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    open.pop();
  });
  try {
    parser.write(text);
    ended = true;
    parser.close();
  } catch (error) {
    if (!(error instanceof RootFound)) throw error;
  }
  return root ?? stop(text.length - 1, "the file has no element", GET_THE_XML);
}

class RootFound extends Error {}

function lineOf(element: XmlElement): number {
  return sourceAt(element.file, element.offset).line;
}
