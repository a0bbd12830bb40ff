import type { NamespaceDescriptor } from "../codegen-v1/index.js";
import { isNCName } from "./xml-text.js";

const RESERVED = /^(?:soapenv|xsi|xml.*|ns\d+)$/i;

/** The prefix that encoded messages use for each namespace: the schema's own, made unique where it would clash. */
export function assignPrefixes(
  namespaces: readonly NamespaceDescriptor[],
): string[] {
  const taken = new Set<string>();
  return namespaces.map(({ prefix }) => {
    let unique = isNCName(prefix) ? prefix : "n";
    while (RESERVED.test(unique) || taken.has(unique)) unique = `_${unique}`;
    taken.add(unique);
    return unique;
  });
}
