import type {
  GlobalElementDescriptor,
  NamespaceDescriptor,
} from "./descriptor.js";
import { createSearch, findGroup, placeLines } from "./line-groups.js";
import { unescapeToken, type NamespaceLines } from "./text.js";

/** Look-up of global elements, each of which is read from its line on first use. */
export interface ElementTable {
  readonly count: number;
  /** The element of an index, or undefined. */
  at(index: number): GlobalElementDescriptor | undefined;
  /** The elements of a local name, in any namespace. */
  named(local: string): readonly GlobalElementDescriptor[];
}

/** Makes the look-up from a descriptor's section; no element is read yet. */
export function createElements(
  section: readonly NamespaceLines[],
  namespaces: readonly NamespaceDescriptor[],
): ElementTable {
  const groups = placeLines(section, namespaces, 0);
  const last = groups.at(-1);
  const read: (GlobalElementDescriptor | undefined)[] = [];
  const byName = new Map<string, readonly GlobalElementDescriptor[]>();
  const search = createSearch(groups, [""]);

  function at(index: number): GlobalElementDescriptor | undefined {
    return (read[index] ??= describe(index));
  }

  function describe(index: number): GlobalElementDescriptor | undefined {
    const group = findGroup(groups, index);
    const line = group?.lines[index - group.first];
    if (!group || line === undefined) return undefined;
    const [name = "", type = "", documentation] = line.split(" ");
    return {
      index,
      name: unescapeToken(name),
      namespace: group.namespace,
      type: parseInt(type, 36),
      documentation:
        documentation === undefined ? null : unescapeToken(documentation),
    };
  }

  return {
    count: last ? last.first + last.lines.length : 0,
    at,
    named(local) {
      const known = byName.get(local);
      if (known) return known;
      const found = search(local).flatMap((index) => at(index) ?? []);
      // A message may have any number of names that no element has.
      if (found.length > 0) byName.set(local, found);
      return found;
    },
  };
}
