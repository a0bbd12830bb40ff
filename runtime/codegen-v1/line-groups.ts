import type { NamespaceDescriptor } from "./descriptor.js";
import { escapeToken, unescapeToken, type NamespaceLines } from "./text.js";

/** Lines of a descriptor that declare types or elements of one namespace: each is read when it is first asked for. */
export interface LineGroup {
  readonly namespace: NamespaceDescriptor;
  /** Index of what the first line declares. */
  readonly first: number;
  /** The lines, each after an LF. */
  readonly text: string;
  readonly lines: readonly string[];
  /** Indices by local name, made when one is first asked for. */
  byName: Map<string, number> | undefined;
}

/** Counts the lines of all namespaces through, from the index `first` on. */
export function placeLines(
  section: readonly NamespaceLines[],
  namespaces: readonly NamespaceDescriptor[],
  first: number,
): LineGroup[] {
  const groups: LineGroup[] = [];
  for (const { namespace: at, text, lines } of section) {
    const namespace = namespaces[at];
    if (!namespace) continue;
    groups.push({ namespace, first, text, lines, byName: undefined });
    first += lines.length;
  }
  return groups;
}

/** The group whose lines an index is among, or the last where it is beyond them all; undefined where it is before them. */
export function findGroup(
  groups: readonly LineGroup[],
  index: number,
): LineGroup | undefined {
  return groups.findLast(({ first }) => first <= index);
}

/** Gives the indices of what is declared under a local name, in any namespace. */
export type FindPlaces = (local: string) => readonly number[];

/**
 * Makes the search for a local name, before which a line may have one of the marks.
 *
 * Names are read of the namespaces whose text holds what is asked for; of all once something is asked for that none
 * declares, since whoever asks for one such name may ask for many.
 */
export function createSearch(
  groups: readonly LineGroup[],
  marks: readonly string[],
): FindPlaces {
  let all: ReadonlyMap<string, readonly number[]> | undefined;
  return (local) => {
    // No name holds one, and a token cannot be made of it.
    if (/\p{Surrogate}/u.test(local)) return [];
    if (all) return all.get(local) ?? [];
    const token = escapeToken(local);
    const places = groups.flatMap((group) => {
      const isNear = marks.some((mark) =>
        group.text.includes(`\n${mark}${token} `),
      );
      return (isNear ? placesOf(group).get(local) : undefined) ?? [];
    });
    if (places.length === 0) all = listPlaces(groups);
    return places;
  };
}

function listPlaces(
  groups: readonly LineGroup[],
): ReadonlyMap<string, readonly number[]> {
  const all = new Map<string, number[]>();
  for (const group of groups) {
    for (const [name, index] of placesOf(group)) {
      const same = all.get(name);
      if (same) same.push(index);
      else all.set(name, [index]);
    }
  }
  return all;
}

/** Indices of what a group declares, by local names. */
export function placesOf(group: LineGroup): ReadonlyMap<string, number> {
  if (!group.byName) {
    group.byName = new Map();
    for (let at = 0; at < group.lines.length; at++) {
      // The place is one of the array.
      const line = group.lines[at] as string;
      const name = localName(line.slice(0, line.indexOf(" ")));
      group.byName.set(name, group.first + at);
    }
  }
  return group.byName;
}

/** The local name that heads a line. */
export function localName(head: string): string {
  const isMarked = head.startsWith("!") || head.startsWith("~");
  return unescapeToken(isMarked ? head.slice(1) : head);
}
