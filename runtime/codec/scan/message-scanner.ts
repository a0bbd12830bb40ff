import { ComplexPlan } from "../complex-plan.js";
import { ContentFrame } from "../content-frame.js";
import { checkEndpointVersion } from "../endpoint-version.js";
import { DocumentFrame, type EnvelopeParts } from "../envelope-frame.js";
import type { DecodeContext, Frame } from "../frame.js";
import type { SchemaPlan } from "../schema-plan.js";
import { UNSAFE, type SimplePlan } from "../simple-plan.js";
import { MAX_DEPTH, XSI } from "../soap.js";
import { hasInk } from "../unknown-frame.js";
import { isNCName } from "../xml-text.js";
import {
  BANG,
  GT,
  LT,
  PLAIN,
  HIGH,
  QUESTION,
  SLASH,
  TEXT_CLASS,
  isSame,
} from "./characters.js";
import { Level } from "./level.js";
import type { NameEntry } from "./name-table.js";
import type { AttributeName, NamespaceScope } from "./namespace-scope.js";
import { scanNumber } from "./scan-number.js";
import { TagReader } from "./tag.js";
import { NetSuiteDecodeError } from "../../errors/index.js";

const TRUE = new TextEncoder().encode("true");
const FALSE = new TextEncoder().encode("false");

/**
 * Reads a message in UTF-8, led by the schema.
 *
 * Where a value's type is known, each tag is compared with the names that the schema lets come next, and texts are read
 * from their bytes. Anything else goes to frames, tag by tag: what is unknown, out of order, or not of its type.
 */
export class MessageScanner extends TagReader implements DecodeContext {
  readonly plan: SchemaPlan;
  readonly #open: { readonly step: string }[] = [];
  readonly #levels: Level[] = [];
  readonly #checked = new Set<string>();

  constructor(bytes: Buffer, plan: SchemaPlan) {
    super(bytes);
    this.plan = plan;
  }

  /** Reads the whole message. */
  read(): EnvelopeParts {
    this.readProlog();
    this.skipWhite();
    if (this.at >= this.bytes.length) {
      throw new NetSuiteDecodeError(
        "The message is empty, where a SOAP envelope was expected.",
        { line: 1, column: 1 },
      );
    }
    this.skipMisc();
    const document = new DocumentFrame(this);
    this.#open.push(document);
    if (this.at >= this.bytes.length) this.truncated();
    this.#readChild(document, this.scope);
    this.skipMisc();
    if (this.at < this.bytes.length)
      this.malformed("there is more than one root element");
    return document.parts;
  }

  resolve(qname: string): { uri: string; local: string } | undefined {
    const name = qname.trim();
    const colon = name.indexOf(":");
    const local = name.slice(colon + 1);
    if (!isNCName(local)) return undefined;
    const uri = this.scope.resolve(name.slice(0, Math.max(0, colon)));
    return uri === undefined ? undefined : { uri, local };
  }

  checkVersion(uri: string): void {
    if (uri === "" || this.#checked.has(uri)) return;
    checkEndpointVersion(this, uri);
    this.#checked.add(uri);
  }

  fail(message: string): never {
    const { line, column } = this.position();
    const path = this.#open
      .map((each) => each.step)
      .filter((step) => step !== "")
      .join(".");
    throw new NetSuiteDecodeError(
      `${path === "" ? "" : `${path}: `}${message} (line ${line}, column ${column}).`,
      { path: path === "" ? null : path, line, column },
    );
  }

  /** Reads an element, from its `<`, that is a child of what a frame reads. */
  #readChild(parent: Frame, scope: NamespaceScope): void {
    this.readTag(scope);
    this.begun = true;
    this.#readOpened(parent);
  }

  /** Reads the element whose start tag was just read as a child of what a frame reads. */
  #readOpened(parent: Frame): void {
    const { nameStart, nameEnd, scope, isSelfClosing } = this;
    const name = this.name(nameStart, nameEnd);
    const colon = name.indexOf(":");
    const prefix = name.slice(0, Math.max(0, colon));
    const uri = scope.resolve(prefix);
    if (uri === undefined || prefix === "xmlns")
      this.malformed(`the prefix of <${name}> is bound to nothing`, nameStart);
    this.#checkDepth();
    const frame = parent.open(uri, name.slice(colon + 1), this.attributes());
    this.#open.push(frame);
    if (isSelfClosing) frame.close();
    else if (isPlanned(frame)) {
      this.#open.pop();
      const level = this.#enter(frame.content, scope, nameStart, nameEnd);
      level.frame = frame;
      this.#readContent(level);
      if (level.isFramed) frame.close();
      else level.flush(frame.value);
    } else {
      this.#readFramed(frame, scope, nameStart, nameEnd);
      return;
    }
    this.#open.pop();
  }

  /** Reads what is in an element, and its end tag, into its frame, which is open. */
  #readFramed(
    frame: Frame,
    scope: NamespaceScope,
    nameStart: number,
    nameEnd: number,
  ): void {
    const { bytes } = this;
    for (;;) {
      const text = this.readText();
      if (text !== "") frame.text(text);
      if (bytes[this.at + 1] === SLASH) break;
      this.#readChild(frame, scope);
    }
    this.readEndTag(nameStart, nameEnd);
    frame.close();
    this.#open.pop();
  }

  #checkDepth(): void {
    if (this.#open.length > MAX_DEPTH)
      this.fail(`The message nests deeper than ${MAX_DEPTH} elements`);
  }

  /** Begins a level. */
  #enter(
    plan: ComplexPlan,
    scope: NamespaceScope,
    nameStart: number,
    nameEnd: number,
  ): Level {
    const depth = this.#open.length;
    const level = (this.#levels[depth] ??= new Level());
    this.#open.push(level);
    level.plan = plan;
    level.scope = scope;
    level.nameStart = nameStart;
    level.nameEnd = nameEnd;
    level.frame = undefined;
    level.owner = undefined;
    level.element = undefined;
    level.isFramed = false;
    level.lastOrder = -1;
    level.count = 0;
    return level;
  }

  /** Reads what is in an element of a type with elements, and its end tag. */
  #readContent(level: Level): void {
    const { bytes } = this;
    const names = level.scope.namesOf(level.plan);
    const { entries } = names;
    const isDeepest = this.#open.length > MAX_DEPTH;
    let expected = 0;
    for (;;) {
      const { at } = this;
      const next = bytes[at + 1];
      if (bytes[at] !== LT || next === BANG || next === QUESTION) {
        this.#readLayout(level);
        continue;
      }
      if (next === SLASH) {
        this.readEndTag(level.nameStart, level.nameEnd);
        return;
      }
      if (isDeepest) this.#checkDepth();
      if (level.isFramed) {
        // The frame is there when isFramed is set.
        this.#readChild(level.frame as ContentFrame, level.scope);
        continue;
      }
      const found = names.match(bytes, at + 1, expected);
      if (found >= 0) {
        // The place is one of the array.
        const entry = entries[found] as NameEntry;
        const end = at + 1 + entry.raw.length;
        expected = entry.many ? found : found + 1;
        if (bytes[end] === GT && level.takes(entry)) {
          this.at = end + 1;
          this.nameStart = at + 1;
          this.nameEnd = end;
          if (entry.simple) {
            this.#readSimple(level, entry, entry.simple, level.scope);
            continue;
          }
          this.scope = level.scope;
          this.attributeCount = 0;
          this.isSelfClosing = false;
          const { content } = entry;
          if (content && this.#readTyped(level, entry, content)) continue;
          this.at = at;
        }
      }
      this.#readTagged(level, found < 0 ? expected : found);
      if (found < 0) {
        const index = entries.findIndex((each) => each.order > level.lastOrder);
        expected = index < 0 ? entries.length : index;
      }
    }
  }

  /** Reads white space between elements; text where none belongs goes to the frame. */
  #readLayout(level: Level): void {
    const text = this.readText();
    if (!level.isFramed && !hasInk(text)) return;
    this.#frameOf(level).text(text);
  }

  /** Reads an element whose tag has attributes, or is not the expected one. */
  #readTagged(level: Level, expected: number): void {
    this.readTag(level.scope);
    const { nameStart, nameEnd, scope } = this;
    const names = scope.namesOf(level.plan);
    const from = scope === level.scope ? expected : 0;
    const near = names.match(this.bytes, nameStart, from);
    const entry =
      near < 0
        ? names.find(this.name(nameStart, nameEnd))
        : (names.entries[near] as NameEntry);
    if (entry && level.takes(entry)) {
      const { content } = entry;
      if (content) {
        if (this.#readTyped(level, entry, content)) return;
      } else if (
        entry.simple &&
        this.attributeCount === 0 &&
        !this.isSelfClosing
      ) {
        this.#readSimple(level, entry, entry.simple, scope);
        return;
      }
    }
    this.#readOpened(this.#frameOf(level));
  }

  /** Reads an element of a complexType whose tag was read; false, and nothing done, where its tag is not regular. */
  #readTyped(level: Level, entry: NameEntry, declared: ComplexPlan): boolean {
    const { scope, nameStart, nameEnd, attributeCount, isSelfClosing } = this;
    let type = declared;
    let typeName: string | undefined;
    for (let at = 0; at < attributeCount; at++) {
      // The arrays are that long.
      const { uri, local } = this.attributeNames[at] as AttributeName;
      if (uri === "") continue;
      if (uri !== XSI || local !== "type") return false;
      const actual = scope.typeNamed(
        this.plan,
        this.attributeValues[at] as string,
      );
      if (!actual?.lineage.has(declared.index)) return false;
      type = actual;
      typeName = actual.type.typeName;
    }
    if (type.abstract || type.text !== null) return false;
    const child = this.#enter(type, scope, nameStart, nameEnd);
    child.owner = level;
    child.element = entry.element;
    if (typeName !== undefined) child.set("$type", typeName);
    for (let at = 0; at < attributeCount; at++) {
      const { uri, local } = this.attributeNames[at] as AttributeName;
      if (uri !== "") continue;
      const known = type.attributes.get(local);
      const text = this.attributeValues[at] as string;
      const value =
        known?.type.lexical === "text" ? text : known?.type.parse(text);
      if (value === undefined || value === UNSAFE || local === "__proto__") {
        this.#open.pop();
        return false;
      }
      child.set(local, value);
    }
    if (!isSelfClosing) this.#readContent(child);
    this.#leave(level, entry, child);
    return true;
  }

  /** Ends a level: its value becomes one of its owner's. */
  #leave(owner: Level, entry: NameEntry, level: Level): void {
    this.#open.pop();
    const { plan, frame, keys, values, count } = level;
    if (frame) {
      frame.close();
      owner.put(entry, frame.value);
    } else owner.put(entry, plan.shapes.create(keys, values, count));
  }

  /** The frame of a level, which takes over what comes. */
  #frameOf(level: Level): ContentFrame {
    const { plan, step } = level;
    if (level.isFramed && level.frame) return level.frame;
    level.frame ??= new ContentFrame(
      this,
      plan,
      plan.shapes.create([], [], 0),
      step,
    );
    level.flush(level.frame.value);
    level.isFramed = true;
    return level.frame;
  }

  /** Reads the text of an element without attributes, and its end tag. */
  #readSimple(
    level: Level,
    entry: NameEntry,
    simple: SimplePlan,
    scope: NamespaceScope,
  ): void {
    const { bytes, nameStart, nameEnd } = this;
    const start = this.at;
    let at = start;
    let kind = TEXT_CLASS[bytes[at] ?? 0] ?? 0;
    while (kind === PLAIN) kind = TEXT_CLASS[bytes[++at] ?? 0] ?? 0;
    const isAscii = kind !== HIGH;
    while (kind <= HIGH) kind = TEXT_CLASS[bytes[++at] ?? 0] ?? 0;
    if (bytes[at] === LT && bytes[at + 1] === SLASH) {
      const end = at + 2 + nameEnd - nameStart;
      if (bytes[end] === GT && isSameName(bytes, nameStart, nameEnd, at + 2)) {
        const value = this.#parse(simple, start, at, isAscii);
        if (value !== undefined && value !== UNSAFE) {
          this.at = end + 1;
          level.put(entry, value);
          return;
        }
      }
    }
    const text = this.readText();
    if (bytes[this.at + 1] === SLASH) {
      const value = simple.parse(text);
      if (value !== undefined && value !== UNSAFE) {
        this.readEndTag(nameStart, nameEnd);
        level.put(entry, value);
        return;
      }
    }
    const { uri, name } = entry.element;
    const frame = this.#frameOf(level).open(uri, name, []);
    this.#open.push(frame);
    if (text !== "") frame.text(text);
    this.#readFramed(frame, scope, nameStart, nameEnd);
  }

  #parse(
    simple: SimplePlan,
    start: number,
    end: number,
    isAscii: boolean,
  ): unknown {
    const { bytes } = this;
    switch (simple.lexical) {
      case "text":
        return this.slice(start, end, isAscii);
      case "boolean":
        if (isSame(TRUE, bytes, start, end)) return true;
        if (isSame(FALSE, bytes, start, end)) return false;
        break;
      case "integer":
      case "decimal": {
        const number = scanNumber(
          bytes,
          start,
          end,
          simple.lexical === "decimal",
        );
        if (number !== undefined) return number;
        break;
      }
      case "other":
    }
    return simple.parse(this.slice(start, end, isAscii));
  }
}

/** Whether the bytes from `at` are those of a name. */
function isSameName(
  bytes: Uint8Array,
  nameStart: number,
  nameEnd: number,
  at: number,
): boolean {
  const shift = at - nameStart;
  for (let place = nameEnd - 1; place >= nameStart; place--)
    if (bytes[place] !== bytes[place + shift]) return false;
  return true;
}

/** Whether a frame reads a type whose elements are known. */
function isPlanned(
  frame: Frame,
): frame is ContentFrame & { readonly content: ComplexPlan } {
  return (
    frame instanceof ContentFrame &&
    frame.content instanceof ComplexPlan &&
    frame.content.text === null
  );
}
