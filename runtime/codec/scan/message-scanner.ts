import { NetSuiteDecodeError } from "../../errors/index.js";
import { ComplexPlan } from "../complex-plan.js";
import { ContentFrame } from "../content-frame.js";
import { DocumentFrame, type EnvelopeParts } from "../envelope-frame.js";
import type { Frame } from "../frame.js";
import { isRedundant } from "../open-element.js";
import { UNSAFE, type SimplePlan } from "../simple-plan.js";
import { MAX_DEPTH, XSI } from "../soap.js";
import { hasInk } from "../unknown-frame.js";
import { BANG, GT, LT, QUESTION, SLASH } from "./characters.js";
import { ContextReader } from "./context-reader.js";
import { Level } from "./level.js";
import type { NameEntry } from "./name-table.js";
import type { AttributeName, NamespaceScope } from "./namespace-scope.js";

/**
 * Reads a message in UTF-8, led by the schema.
 *
 * Where a value's type is known, each tag is compared with the names that the schema lets come next, and texts are read
 * from their bytes. Anything else goes to frames, tag by tag: what is unknown, there too often, or not of its type.
 */
export class MessageScanner extends ContextReader {
  readonly #levels: Level[] = [];

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
    this.open.push(document);
    if (this.at >= this.bytes.length) this.truncated();
    this.#readChild(document, this.scope);
    this.skipMisc();
    if (this.at < this.bytes.length)
      this.malformed("there is more than one root element");
    return document.parts;
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
    this.checkDepth();
    const frame = parent.open(uri, name.slice(colon + 1), this.attributes());
    this.open.push(frame);
    if (isSelfClosing) frame.close();
    else if (isPlanned(frame)) {
      this.open.pop();
      const level = this.#enter(frame.content, scope, nameStart, nameEnd);
      level.frame = frame;
      this.#readContent(level);
      if (level.isFramed) frame.close();
      else level.flush(frame.value);
    } else {
      this.#readFramed(frame, scope, nameStart, nameEnd);
      return;
    }
    this.open.pop();
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
    this.open.pop();
  }

  /** Begins a level. */
  #enter(
    plan: ComplexPlan,
    scope: NamespaceScope,
    nameStart: number,
    nameEnd: number,
  ): Level {
    const depth = this.open.length;
    const level = (this.#levels[depth] ??= new Level());
    this.open.push(level);
    level.begin(plan, scope, nameStart, nameEnd);
    return level;
  }

  /**
   * Reads what is in an element of a type with elements, and its end tag.
   *
   * V8 compiles this once, as it is too long to become part of those that call it: were it cut into pieces, a cold
   * process would compile each of them again and again while its first message waits.
   */
  #readContent(level: Level): void {
    const { bytes } = this;
    const names = level.scope.namesOf(level.plan);
    const { entries } = names;
    const isDeepest = this.open.length > MAX_DEPTH;
    /** The place among the names of what is expected next. */
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
      if (isDeepest) this.checkDepth();
      if (level.isFramed) {
        // The frame is there when isFramed is set.
        this.#readChild(level.frame as ContentFrame, level.scope);
        continue;
      }
      const found = names.match(bytes, at + 1, expected);
      if (found < 0) {
        expected = names.placeOf(this.#readTagged(level, expected));
        continue;
      }
      // The place is one of the array.
      const entry = entries[found] as NameEntry;
      expected = entry.many ? found : found + 1;
      const end = at + 1 + entry.raw.length;
      if (bytes[end] !== GT || !level.takes(entry)) {
        this.#readTagged(level, found);
        continue;
      }
      this.at = end + 1;
      this.nameStart = at + 1;
      this.nameEnd = end;
      this.scope = level.scope;
      this.attributeCount = 0;
      this.isSelfClosing = false;
      const { simple, content } = entry;
      if (simple) this.#readSimple(level, entry, simple);
      else if (!content || !this.#readTyped(level, entry, content)) {
        this.at = at;
        this.#readTagged(level, found);
      }
    }
  }

  /** Reads white space between elements; text where none belongs goes to the frame. */
  #readLayout(level: Level): void {
    const text = this.readText();
    if (!level.isFramed && !hasInk(text)) return;
    this.#frameOf(level).text(text);
  }

  /** Reads an element whose tag has attributes, or is not the expected one; gives the order of what may follow it. */
  #readTagged(level: Level, expected: number): number {
    this.readTag(level.scope);
    const { nameStart, nameEnd, scope } = this;
    const names = scope.namesOf(level.plan);
    const from = scope === level.scope ? expected : 0;
    const near = names.match(this.bytes, nameStart, from);
    const entry =
      near < 0
        ? names.find(this.name(nameStart, nameEnd))
        : names.entries[near];
    if (entry && level.takes(entry)) {
      const { simple, content, many, order } = entry;
      const isRead = simple
        ? this.#readSimple(level, entry, simple)
        : content !== undefined && this.#readTyped(level, entry, content);
      if (isRead) return many ? order : order + 1;
    }
    this.#readOpened(this.#frameOf(level));
    return 0;
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
    child.entry = entry;
    if (typeName !== undefined) child.set("$type", typeName);
    for (let at = 0; at < attributeCount; at++) {
      const { uri, local } = this.attributeNames[at] as AttributeName;
      if (uri !== "") continue;
      const known = type.attributes.get(local);
      const text = this.attributeValues[at] as string;
      const value =
        known?.type.lexical === "text" ? text : known?.type.parse(text);
      if (value === undefined || value === UNSAFE || local === "__proto__") {
        this.open.pop();
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
    this.open.pop();
    const { plan, frame, keys, values, count } = level;
    if (frame) {
      frame.close();
      owner.put(entry, frame.value);
    } else owner.put(entry, plan.shapes.create(keys, values, count));
  }

  /** The frame of a level, which takes over what comes. */
  #frameOf(level: Level): ContentFrame {
    if (level.isFramed && level.frame) return level.frame;
    level.frame ??= new ContentFrame(this, level.plan, {}, level.step);
    level.flush(level.frame.value);
    level.isFramed = true;
    return level.frame;
  }

  /** Whether the attributes of the tag that was read say no more than the schema does. */
  #hasRedundant(simple: SimplePlan): boolean {
    return this.attributes().every((each) => isRedundant(this, simple, each));
  }

  /** As #readTyped, of a simple type. */
  #readSimple(level: Level, entry: NameEntry, simple: SimplePlan): boolean {
    if (this.attributeCount > 0 && !this.#hasRedundant(simple)) return false;
    if (this.isSelfClosing) {
      const value = simple.parse("");
      if (value !== undefined) level.put(entry, value);
      return value !== undefined;
    }
    const { nameStart, nameEnd, scope } = this;
    const value = this.readSimple(simple);
    if (value !== undefined) {
      level.put(entry, value);
      return true;
    }
    const { uri, name } = entry.element;
    const frame = this.#frameOf(level).open(uri, name, this.attributes());
    this.open.push(frame);
    if (this.text !== "") frame.text(this.text);
    this.#readFramed(frame, scope, nameStart, nameEnd);
    return true;
  }
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
