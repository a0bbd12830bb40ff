import type { ComplexPlan } from "../complex-plan.js";
import type { SchemaPlan } from "../schema-plan.js";
import { XML, XMLNS } from "../soap.js";
import { isSame } from "./characters.js";
import { NameTable } from "./name-table.js";

/** How many declarations, and how many attributes, a scope finds again by their bytes; a hostile message has millions. */
const REMEMBERED = 32;

/** The name of an attribute as a scope resolves it. */
export interface AttributeName {
  /** As it was written. */
  readonly text: string;
  /** Empty where it has no namespace; undefined where its prefix is bound to nothing. */
  readonly uri: string | undefined;
  readonly local: string;
}

/** Something that is found again by the bytes that gave it. */
interface Memory<T> {
  readonly raw: Uint8Array;
  readonly value: T;
}

/**
 * The namespaces in force where an element stands.
 *
 * The same declaration in the same scope gives the same scope again, so that what is learned of its names serves for each
 * record of a list that repeats its declarations.
 */
export class NamespaceScope {
  readonly #parent: NamespaceScope | null;
  /** The prefix that it declares beside those of its parent. */
  readonly prefix: string;
  readonly #uri: string;
  /** Further declarations of a wide scope. */
  #more: Map<string, string> | undefined;
  /** What was found in the scopes around it, which may be thousands. */
  #inherited: Map<string, string> | undefined;
  readonly #children: Memory<NamespaceScope>[] = [];
  readonly #attributes: Memory<AttributeName>[] = [];
  #types: Map<string, ComplexPlan> | undefined;
  #names: Map<ComplexPlan, NameTable> | undefined;
  #lastTable: NameTable | undefined;

  constructor(parent: NamespaceScope | null, prefix: string, uri: string) {
    this.#parent = parent;
    this.prefix = prefix;
    this.#uri = uri;
  }

  /** The namespace of a prefix, `""` for the default one; undefined where it is bound to nothing. */
  resolve(prefix: string): string | undefined {
    const own = this.#own(prefix) ?? this.#inherited?.get(prefix);
    if (own !== undefined) return own;
    let outer = this.#parent;
    while (outer) {
      const uri = outer.#own(prefix) ?? outer.#inherited?.get(prefix);
      if (uri !== undefined) {
        (this.#inherited ??= new Map()).set(prefix, uri);
        return uri;
      }
      outer = outer.#parent;
    }
    return undefined;
  }

  /** Whether a prefix is declared here or in a scope between here and an outer one. */
  declares(prefix: string, outer: NamespaceScope): boolean {
    if (outer === this) return false;
    if (this.#own(prefix) !== undefined) return true;
    return this.#parent?.declares(prefix, outer) === true;
  }

  #own(prefix: string): string | undefined {
    return prefix === this.prefix ? this.#uri : this.#more?.get(prefix);
  }

  /** The scope with one more declaration. */
  declare(prefix: string, uri: string): NamespaceScope {
    return new NamespaceScope(this, prefix, uri);
  }

  /** A scope with one more declaration that takes further ones with {@link add}: for an element that has very many. */
  widen(prefix: string, uri: string): NamespaceScope {
    const wide = this.declare(prefix, uri);
    wide.#more = new Map();
    return wide;
  }

  /** Takes one more declaration; false where this is no wide scope. */
  add(prefix: string, uri: string): boolean {
    this.#more?.set(prefix, uri);
    return this.#more !== undefined;
  }

  /** The scope that a declaration in these bytes gave before, or undefined. */
  recall(
    bytes: Uint8Array,
    start: number,
    end: number,
  ): NamespaceScope | undefined {
    return recall(this.#children, bytes, start, end);
  }

  /** Keeps the scope that a declaration in these bytes gives, unless there are many others already. */
  remember(
    bytes: Uint8Array,
    start: number,
    end: number,
    scope: NamespaceScope,
  ): void {
    remember(this.#children, bytes, start, end, scope);
  }

  /** The name of an attribute that was kept for these bytes, or undefined. */
  recallAttribute(
    bytes: Uint8Array,
    start: number,
    end: number,
  ): AttributeName | undefined {
    return recall(this.#attributes, bytes, start, end);
  }

  /** Resolves the name of an attribute, whose text stands in these bytes. */
  attribute(
    text: string,
    bytes: Uint8Array,
    start: number,
    end: number,
  ): AttributeName {
    const colon = text.indexOf(":");
    const name: AttributeName = {
      text,
      uri: colon < 0 ? "" : this.resolve(text.slice(0, colon)),
      local: text.slice(colon + 1),
    };
    remember(this.#attributes, bytes, start, end, name);
    return name;
  }

  /** The concrete complexType that an xsi:type names here, or undefined. */
  typeNamed(plan: SchemaPlan, qname: string): ComplexPlan | undefined {
    const known = this.#types?.get(qname);
    if (known) return known;
    const colon = qname.indexOf(":");
    const uri = this.resolve(qname.slice(0, Math.max(0, colon)));
    if (uri === undefined) return undefined;
    const type = plan.schema.typeNamed(uri, qname.slice(colon + 1));
    if (type?.kind !== "complex" || type.abstract) return undefined;
    const found = plan.complex(type.index);
    (this.#types ??= new Map()).set(qname, found);
    return found;
  }

  /** The names of a type's elements as they are written in this scope. */
  namesOf(plan: ComplexPlan): NameTable {
    if (this.#lastTable?.plan === plan) return this.#lastTable;
    this.#names ??= new Map();
    let table = this.#names.get(plan);
    if (!table) {
      table = new NameTable(plan, this);
      this.#names.set(plan, table);
    }
    this.#lastTable = table;
    return table;
  }
}

function recall<T>(
  memories: readonly Memory<T>[],
  bytes: Uint8Array,
  start: number,
  end: number,
): T | undefined {
  const length = end - start;
  for (let at = 0; at < memories.length; at++) {
    // The place is one of the array.
    const { raw, value } = memories[at] as Memory<T>;
    if (raw.length === length && isSame(raw, bytes, start, end)) return value;
  }
  return undefined;
}

function remember<T>(
  memories: Memory<T>[],
  bytes: Uint8Array,
  start: number,
  end: number,
  value: T,
): void {
  // A copy: a Buffer's own slice would be a view of the message.
  if (memories.length < REMEMBERED)
    memories.push({ raw: Uint8Array.from(bytes.subarray(start, end)), value });
}

/** The scope of a document: the two prefixes that XML itself binds, and no default namespace. */
export function createDocumentScope(): NamespaceScope {
  const xml = new NamespaceScope(null, "xml", XML);
  const xmlns = new NamespaceScope(xml, "xmlns", XMLNS);
  return new NamespaceScope(xmlns, "", "");
}
