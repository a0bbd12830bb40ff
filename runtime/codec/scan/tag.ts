import { XML, XMLNS } from "../soap.js";
import type { XmlAttribute } from "../xml-attribute.js";
import {
  AMP,
  COLON,
  ENDS_NAME,
  EQUALS,
  GT,
  isSame,
  LT,
  SLASH,
  WHITE,
} from "./characters.js";
import {
  createDocumentScope,
  type AttributeName,
  type NamespaceScope,
} from "./namespace-scope.js";
import { TextReader } from "./text-reader.js";

/** How many attributes or declarations are compared one by one. */
const FEW = 16;

const XMLNS_BYTES = new TextEncoder().encode("xmlns");
const NO_ATTRIBUTES: readonly XmlAttribute[] = [];

/** Reads tags: their names by their place, their attributes, and the scope in which both are to be understood. */
export class TagReader extends TextReader {
  /** The scope of the tag that was read last. */
  scope: NamespaceScope = createDocumentScope();
  /** Where the name of the tag that was read last stands. */
  nameStart = 0;
  nameEnd = 0;
  isSelfClosing = false;
  /** How many attributes it had that declare no namespace, and what they are. */
  attributeCount = 0;
  readonly attributeNames: AttributeName[] = [];
  readonly attributeValues: string[] = [];
  #declarationCount = 0;
  #parent: NamespaceScope = this.scope;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** Reads a start tag, from its `<`, in the scope of its parent. */
  readTag(parent: NamespaceScope): void {
    const { bytes } = this;
    this.nameStart = this.at + 1;
    this.nameEnd = this.endOfName(this.nameStart);
    this.scope = parent;
    this.#parent = parent;
    this.attributeCount = 0;
    this.#declarationCount = 0;
    this.isSelfClosing = false;
    let at = this.nameEnd;
    if (ENDS_NAME[bytes[at] ?? 0] !== 1 || at === this.nameStart)
      this.malformed(
        "a tag has no name, or a character that names cannot have",
        at,
      );
    for (;;) {
      const isApart = WHITE[bytes[at] ?? 0] === 1;
      while (WHITE[bytes[at] ?? 0] === 1) at++;
      const byte = bytes[at];
      if (byte === GT) break;
      if (byte === SLASH) {
        if (bytes[at + 1] !== GT)
          this.malformed('a tag has a "/" that no ">" follows', at + 1);
        this.isSelfClosing = true;
        at++;
        break;
      }
      if (!isApart)
        this.malformed("there is no white space between attributes", at);
      at = this.#readAttribute(at);
    }
    this.at = at + 1;
    if (this.attributeCount > 0) this.#resolveAttributes();
  }

  /** Reads an end tag, from its `</`: it must have the name of the start tag. */
  readEndTag(nameStart: number, nameEnd: number): void {
    const { bytes } = this;
    let at = this.at + 2;
    for (let name = nameStart; name < nameEnd; name++, at++)
      if (bytes[at] !== bytes[name]) this.#mismatch(nameStart, nameEnd, at);
    while (WHITE[bytes[at] ?? 0] === 1) at++;
    if (bytes[at] !== GT) this.#mismatch(nameStart, nameEnd, at);
    this.at = at + 1;
  }

  #mismatch(nameStart: number, nameEnd: number, at: number): never {
    const name = this.bytes.toString("utf8", nameStart, nameEnd);
    return this.malformed(`the tag <${name}> is not closed by </${name}>`, at);
  }

  /** The attributes of the tag that was read last; refuses those whose prefix is bound to nothing. */
  attributes(): readonly XmlAttribute[] {
    if (this.attributeCount === 0) return NO_ATTRIBUTES;
    const attributes: XmlAttribute[] = [];
    for (let index = 0; index < this.attributeCount; index++) {
      // The arrays are that long.
      const { uri, local, text } = this.attributeNames[index] as AttributeName;
      const value = this.attributeValues[index] as string;
      if (uri === undefined)
        this.malformed(
          `the prefix of the attribute ${text} is bound to nothing`,
          this.#starts[index],
        );
      attributes.push({ uri, local, value });
    }
    return attributes;
  }

  /** Reads an attribute, and gives the place after its closing quote. */
  #readAttribute(start: number): number {
    const { bytes } = this;
    const end = this.endOfName(start);
    let at = end;
    while (WHITE[bytes[at] ?? 0] === 1) at++;
    if (bytes[at] !== EQUALS || end === start)
      this.malformed("an attribute has no name or no value", at);
    at++;
    while (WHITE[bytes[at] ?? 0] === 1) at++;
    const quote = bytes[at];
    if (quote !== 0x22 && quote !== 0x27)
      this.malformed("an attribute's value is not quoted", at);
    const declares =
      end - start >= 5 &&
      isSame(XMLNS_BYTES, bytes, start, start + 5) &&
      (end - start === 5 || bytes[start + 5] === COLON);
    this.at = at + 1;
    if (declares) this.#declare(start, end, quote);
    else {
      const index = this.attributeCount++;
      this.#starts[index] = start;
      this.#ends[index] = end;
      this.attributeValues[index] = this.#readPlainValue(quote);
    }
    return this.at;
  }

  /** Reads a value that is ASCII without references or white space but spaces at once; any other with care. */
  #readPlainValue(quote: number): string {
    const { bytes, at: start } = this;
    let at = start;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte === quote) break;
      if (byte < 0x20 || byte >= 0x80 || byte === AMP || byte === LT)
        return this.readValue(quote);
      at++;
    }
    this.at = at + 1;
    return this.slice(start, at, true);
  }

  /** Reads the value of a namespace declaration, and goes on in the scope that it gives. */
  #declare(start: number, end: number, quote: number): void {
    const { bytes, scope } = this;
    const closing = bytes.indexOf(quote, this.at);
    if (closing < 0) this.truncated();
    const isOneOfMany = ++this.#declarationCount > FEW;
    const known = isOneOfMany ? undefined : scope.recall(bytes, start, closing);
    if (known) {
      this.#checkNew(known.prefix, start);
      this.at = closing + 1;
      this.scope = known;
      return;
    }
    const prefix = end - start === 5 ? "" : this.name(start, end).slice(6);
    const uri = this.readValue(quote).trim();
    this.#checkDeclaration(prefix, uri, start);
    this.#checkNew(prefix, start);
    if (isOneOfMany) {
      if (!scope.add(prefix, uri)) this.scope = scope.widen(prefix, uri);
      return;
    }
    this.scope = scope.declare(prefix, uri);
    scope.remember(bytes, start, closing, this.scope);
  }

  #checkNew(prefix: string, at: number): void {
    if (this.scope.declares(prefix, this.#parent))
      this.malformed(
        `${prefix === "" ? "xmlns" : `xmlns:${prefix}`} is there twice`,
        at,
      );
  }

  #checkDeclaration(prefix: string, uri: string, at: number): void {
    const isReserved =
      uri === XMLNS ||
      prefix === "xmlns" ||
      (uri === XML) !== (prefix === "xml");
    if (isReserved)
      this.malformed(
        `the prefix ${prefix === "" ? "of the default namespace" : prefix} cannot be bound to ${uri}`,
        at,
      );
    if (uri === "" && prefix !== "")
      this.malformed(`the prefix ${prefix} is bound to nothing`, at);
  }

  #resolveAttributes(): void {
    const { attributeCount, attributeNames } = this;
    for (let index = 0; index < attributeCount; index++) {
      // The arrays are that long.
      const start = this.#starts[index] as number;
      const name = this.#resolveAttribute(start, this.#ends[index] as number);
      attributeNames[index] = name;
      for (let other = Math.max(0, index - FEW); other < index; other++)
        if (isSameName(name, attributeNames[other] as AttributeName))
          this.#refuseRepeated(name, start);
    }
    if (attributeCount <= FEW) return;
    const seen = new Set<string>();
    for (let index = 0; index < attributeCount; index++) {
      const name = attributeNames[index] as AttributeName;
      const key = `{${name.uri ?? ""}}${name.local}`;
      if (seen.has(key)) this.#refuseRepeated(name, this.#starts[index]);
      seen.add(key);
    }
  }

  #refuseRepeated({ text }: AttributeName, at: number | undefined): never {
    return this.malformed(`the attribute ${text} is there twice`, at);
  }

  #resolveAttribute(start: number, end: number): AttributeName {
    const { bytes, scope } = this;
    return (
      scope.recallAttribute(bytes, start, end) ??
      scope.attribute(this.name(start, end), bytes, start, end)
    );
  }
}

function isSameName(one: AttributeName, other: AttributeName): boolean {
  if (one === other) return true;
  return one.uri === other.uri && one.local === other.local;
}
