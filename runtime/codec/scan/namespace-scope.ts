import type { ComplexPlan } from "../complex-plan.js";
import type { SchemaPlan } from "../schema-plan.js";
import { XML, XMLNS } from "../soap.js";
import { isSame } from "./characters.js";
import { NameTable } from "./name-table.js";

/** How many declarations of a scope are found again by their bytes. */
const REMEMBERED = 8;

/** The name of an attribute as a scope resolves it. */
export interface AttributeName {
  /** As it was written. */
  readonly text: string;
  /** The bytes of {@link text}. */
  readonly raw: Uint8Array;
  /** Empty where it has no namespace; undefined where its prefix is bound to nothing. */
  readonly uri: string | undefined;
  readonly local: string;
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
  #more: Map<string, string> | undefined;
  readonly #children = new Map<string, NamespaceScope>();
  readonly #remembered: { raw: Uint8Array; scope: NamespaceScope }[] = [];
  readonly #attributes = new Map<string, AttributeName>();
  readonly #types = new Map<string, ComplexPlan | null>();
  readonly #names = new Map<ComplexPlan, NameTable>();
  #lastPlan: ComplexPlan | undefined;
  #lastTable: NameTable | undefined;
  /** The attributes' names met last. */
  readonly recent: AttributeName[] = [];

  constructor(parent: NamespaceScope | null, prefix: string, uri: string) {
    this.#parent = parent;
    this.prefix = prefix;
    this.#uri = uri;
  }

  /** The namespace of a prefix, `""` for the default one; undefined where it is bound to nothing. */
  resolve(prefix: string): string | undefined {
    return NamespaceScope.#find(this, prefix, null);
  }

  /** Whether a prefix is declared here or in a scope between here and an outer one. */
  declares(prefix: string, outer: NamespaceScope): boolean {
    return NamespaceScope.#find(this, prefix, outer) !== undefined;
  }

  /** What a prefix is bound to in a scope or those around it, but not in `outer`. */
  static #find(
    inner: NamespaceScope,
    prefix: string,
    outer: NamespaceScope | null,
  ): string | undefined {
    let scope: NamespaceScope | null = inner;
    while (scope && scope !== outer) {
      if (prefix === scope.prefix) return scope.#uri;
      const uri = scope.#more?.get(prefix);
      if (uri !== undefined) return uri;
      scope = scope.#parent;
    }
    return undefined;
  }

  /** A scope with one more declaration that takes further ones with {@link add}: for an element that has very many. */
  widen(prefix: string, uri: string): NamespaceScope {
    const wide = new NamespaceScope(this, prefix, uri);
    wide.#more = new Map();
    return wide;
  }

  /** Takes one more declaration; false where this is no wide scope. */
  add(prefix: string, uri: string): boolean {
    this.#more?.set(prefix, uri);
    return this.#more !== undefined;
  }

  /** The scope with one more declaration. */
  declare(prefix: string, uri: string): NamespaceScope {
    const key = `${prefix} ${uri}`;
    let child = this.#children.get(key);
    if (!child) {
      child = new NamespaceScope(this, prefix, uri);
      this.#children.set(key, child);
    }
    return child;
  }

  /** The scope that a declaration in these bytes gave before, or undefined. */
  recall(
    bytes: Uint8Array,
    start: number,
    end: number,
  ): NamespaceScope | undefined {
    for (const { raw, scope } of this.#remembered)
      if (isSame(raw, bytes, start, end)) return scope;
    return undefined;
  }

  /** Keeps what a declaration in these bytes gives. */
  remember(raw: Uint8Array, scope: NamespaceScope): void {
    if (this.#remembered.length < REMEMBERED)
      this.#remembered.push({ raw, scope });
  }

  /** The name of an attribute, by its text. */
  attribute(text: string): AttributeName {
    let name = this.#attributes.get(text);
    if (!name) {
      const colon = text.indexOf(":");
      name = {
        text,
        raw: new TextEncoder().encode(text),
        uri: colon < 0 ? "" : this.resolve(text.slice(0, colon)),
        local: text.slice(colon + 1),
      };
      this.#attributes.set(text, name);
      if (this.recent.length < REMEMBERED) this.recent.push(name);
    }
    return name;
  }

  /** The concrete complexType that an xsi:type names here, or null. */
  typeNamed(plan: SchemaPlan, qname: string): ComplexPlan | null {
    let type = this.#types.get(qname);
    if (type === undefined) {
      const colon = qname.indexOf(":");
      const uri = this.resolve(qname.slice(0, Math.max(0, colon)));
      const found =
        uri === undefined
          ? undefined
          : plan.schema.typeNamed(uri, qname.slice(colon + 1));
      type =
        found?.kind === "complex" && !found.abstract
          ? plan.complex(found.index)
          : null;
      this.#types.set(qname, type);
    }
    return type;
  }

  /** The names of a type's elements as they are written in this scope. */
  namesOf(plan: ComplexPlan): NameTable {
    if (plan === this.#lastPlan && this.#lastTable) return this.#lastTable;
    let table = this.#names.get(plan);
    if (!table) {
      table = new NameTable(plan, this);
      this.#names.set(plan, table);
    }
    this.#lastPlan = plan;
    this.#lastTable = table;
    return table;
  }
}

/** The scope of a document: the two prefixes that XML itself binds, and no default namespace. */
export function createDocumentScope(): NamespaceScope {
  const xml = new NamespaceScope(null, "xml", XML);
  const xmlns = new NamespaceScope(xml, "xmlns", XMLNS);
  return new NamespaceScope(xmlns, "", "");
}
