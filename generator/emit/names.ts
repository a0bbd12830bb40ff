import { capitalize } from "../../runtime/codegen-v1/index.js";
import {
  parseNamespaceWords,
  type Id,
  type Namespace,
  type Schema,
  type Type,
} from "../model/index.js";
import {
  IMPORTED_NAMES,
  PACKAGE_NAMES,
  RUNTIME_TYPES,
  RUNTIME_VALUES,
} from "./exports.js";
import { RESERVED_WORDS, toIdentifier } from "./identifiers.js";

/**
 * Names that generated modules use for something else: TypeScript's own types and words, and what the package declares
 * or imports beside the schema's types. A schema type of that name gets `NetSuite` before it, as `NetSuiteRecord`.
 */
export const TAKEN_NAMES: ReadonlySet<string> = new Set([
  ...RUNTIME_VALUES,
  ...RUNTIME_TYPES,
  ...PACKAGE_NAMES,
  ...IMPORTED_NAMES,
  ..."Array ArrayBuffer Boolean Date Error Extract Exclude Function Map Number Object Omit".split(
    " ",
  ),
  ..."Partial Pick Promise Readonly Record Required Set String Symbol Uint8Array".split(
    " ",
  ),
  ...RESERVED_WORDS,
]);

/** A type with the namespace that declares it. */
interface Declared {
  readonly type: Type;
  readonly namespace: Namespace;
}

/** A type with the names that it may get, the most wanted first. */
interface Candidate {
  readonly id: Id;
  readonly names: readonly string[];
}

/**
 * The TypeScript name of every type of a schema, all different.
 *
 * A name is the schema's own wherever it can be. Where two namespaces declare one name, both are qualified by the
 * first word of their namespace (`AccountingSiteCategory`, `WebsiteSiteCategory`); an enumeration that has the name of
 * a complexType ends in `Enum`. A name so made gives way to the schema's own names, and no name depends on the order
 * of the input.
 */
export function createTypeNames(schema: Schema): ReadonlyMap<Id, string> {
  const declared = schema.namespaces.flatMap((namespace) =>
    namespace.types.map((type): Declared => ({ type, namespace })),
  );
  const names = new Map<Id, string>();
  const taken = new Set(TAKEN_NAMES);
  const made: Candidate[] = [];
  for (const [local, same] of groupBy(declared, ({ type }) => type.name)) {
    const complex = same.filter(({ type }) => type.kind === "complexType");
    const simple = same.filter(({ type }) => type.kind === "simpleType");
    const [first = simple, second = []] = [complex, simple].filter(
      (each) => each.length > 0,
    );
    const isFree = toIdentifier(local) === local && !TAKEN_NAMES.has(local);
    const own = isFree ? local : makeName(local);
    const [only] = first;
    if (isFree && only && first.length === 1) {
      names.set(only.type.id, local);
      taken.add(local);
    } else made.push(...candidates(first, own));
    made.push(...candidates(second, `${own}Enum`));
  }
  settle(made, taken, names);
  return names;
}

function makeName(local: string): string {
  const name = toIdentifier(local);
  return TAKEN_NAMES.has(name) ? `NetSuite${name}` : name;
}

/** The names for types that would all have one name, which only a type that is alone may get. */
function candidates(
  alike: readonly Declared[],
  name: string,
): readonly Candidate[] {
  const isAlone = alike.length === 1;
  return alike.map(({ type, namespace }) => {
    const { topic, group } = parseNamespaceWords(namespace.name);
    const qualified = `${capitalize(topic)}${capitalize(name)}`;
    return {
      id: type.id,
      names: [
        ...(isAlone ? [name] : []),
        qualified,
        `${capitalize(group)}${qualified}`,
        `${namespace.name}_${name}`,
      ].map(toIdentifier),
    };
  });
}

/** Gives each type the first of its names that no other type wants or has. */
function settle(
  made: readonly Candidate[],
  taken: Set<string>,
  names: Map<Id, string>,
): void {
  let pending = made;
  for (let at = 0; pending.some((each) => at < each.names.length); at++) {
    const wanted = groupBy(pending, (each) => each.names[at] ?? "");
    const next: Candidate[] = [];
    for (const [name, wanting] of wanted) {
      const [only] = wanting;
      if (only && wanting.length === 1 && name !== "" && !taken.has(name)) {
        names.set(only.id, name);
      } else next.push(...wanting);
    }
    for (const name of wanted.keys()) taken.add(name);
    pending = next;
  }
  // Left are names of one namespace that differ only in what an identifier cannot hold.
  for (const { id, names: wanted } of [...pending].sort(byId)) {
    names.set(id, makeFree(wanted[0] ?? "", taken));
  }
}

/** The name, with as many `_` after it as it takes to be free; it is then taken. */
export function makeFree(name: string, taken: Set<string>): string {
  let free = name;
  while (taken.has(free)) free += "_";
  taken.add(free);
  return free;
}

function byId(a: Candidate, b: Candidate): number {
  return a.id < b.id ? -1 : 1;
}

function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
