/** What a Visual Studio web reference recorded: the file that each URL was saved to. */
export interface ReferenceMap {
  readonly fileOf: ReadonlyMap<string, string>;
  readonly urlOf: ReadonlyMap<string, string>;
}

/**
 * Parses a `Reference.map`: entries `DiscoveryClientResult` with `url` and `filename`. Null where the text is not one; the files can
 * still be found by their namespaces then.
 */
export async function parseReferenceMap(
  text: string,
): Promise<ReferenceMap | null> {
  // Importing it takes about 0.1 s, and few sources have such a file.
  const { XMLParser } = await import("fast-xml-parser");
  if (text.includes("<!DOCTYPE")) return null;
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    processEntities: true,
    parseAttributeValue: false,
    isArray: (name) => name === "DiscoveryClientResult",
  });
  const document: unknown = parser.parse(text);
  const results = property(
    property(property(document, "DiscoveryClientResultsFile"), "Results"),
    "DiscoveryClientResult",
  );
  if (!Array.isArray(results)) return null;
  const fileOf = new Map<string, string>();
  const urlOf = new Map<string, string>();
  for (const each of results) {
    const url = property(each, "url");
    const file = property(each, "filename");
    if (typeof url !== "string" || typeof file !== "string") continue;
    fileOf.set(url, file);
    urlOf.set(file, url);
  }
  return { fileOf, urlOf };
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
