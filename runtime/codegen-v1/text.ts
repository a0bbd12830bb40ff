/** The line that begins a descriptor of this format. */
export const DESCRIPTOR_HEADER = "nsgen-descriptor 1";

/**
 * The descriptor's text, format 1.
 *
 * Lines end in LF. The first is `nsgen-descriptor 1`, the second a JSON object (`Facts`), then come sections, each
 * headed by `#name`. Numbers are in base 36 but for namespace indices. A token holds no white space: whatever is not
 * a name is percent-encoded, so the text can stand in a raw template literal.
 *
 * - `#namespaces`: `uri prefix`, the URI as a token but for `:` and `/`, with `*` for the version token.
 * - `#members`: `name type occurs [default] [documentation]`, each different declaration once. `occurs` is `?`, `1`,
 *   `*`, `+` or `min-max` for elements, `@` and `@!` for optional and required attributes. A name `&n` refers to
 *   global element n.
 * - `#types`: `@n` sets the namespace; then `Name base members…`, `!Name …` for abstract types, where base is `-`, a
 *   type, or `=type` for the text of simpleContent; `~Name base values…` for enumerations.
 * - `#elements`: `@n`, then `name type [documentation]`.
 * - `#names`: `type name` where the TypeScript name is not the schema's.
 * - `#documentation`: `type text`.
 */
export interface Sections {
  readonly facts: string;
  readonly namespaces: readonly string[];
  readonly members: readonly string[];
  readonly types: readonly string[];
  readonly elements: readonly string[];
  readonly names: readonly string[];
  readonly documentation: readonly string[];
}

/**
 * XML Schema's own types that a WSDL may use. A type's index counts these first, then the declared types: the list
 * only ever grows at its end within one format, and 36 places are kept for it.
 */
export const BUILT_INS = [
  "string",
  "boolean",
  "int",
  "long",
  "double",
  "dateTime",
  "base64Binary",
  "float",
  "short",
  "byte",
  "date",
  "time",
  "normalizedString",
  "token",
  "anyURI",
  "language",
] as const;

export type BuiltIn = (typeof BUILT_INS)[number];

/** The index of the first declared type. */
export const FIRST_DECLARED = 36;

/** Takes a descriptor apart into its sections; throws where the text is no descriptor of this format. */
export function readSections(text: string): Sections {
  const lines = text.split("\n");
  if (lines[0] !== DESCRIPTOR_HEADER) {
    throw new Error(
      `This package's descriptor begins with ${JSON.stringify(lines[0]?.slice(0, 40))}, not with "${DESCRIPTOR_HEADER}". Generate the package again, or install the nsgen-runtime that its package.json asks for.`,
    );
  }
  const sections = new Map<string, string[]>();
  let current: string[] = [];
  for (let at = 2; at < lines.length; at++) {
    // at < lines.length, so the line is there.
    const line = lines[at] as string;
    if (line.startsWith("#")) {
      current = [];
      sections.set(line.slice(1), current);
    } else if (line !== "") current.push(line);
  }
  const section = (name: string): string[] => sections.get(name) ?? [];
  return {
    facts: lines[1] ?? "",
    namespaces: section("namespaces"),
    members: section("members"),
    types: section("types"),
    elements: section("elements"),
    names: section("names"),
    documentation: section("documentation"),
  };
}

/** Makes a token of any text. */
export function escapeToken(text: string): string {
  if (text === "") return "%";
  const escaped = encodeURIComponent(text);
  return /^[A-Za-z0-9_%.]/.test(escaped)
    ? escaped
    : `%${escaped.charCodeAt(0).toString(16).toUpperCase()}${escaped.slice(1)}`;
}

/** The text of a token. */
export function unescapeToken(token: string): string {
  if (!token.includes("%")) return token;
  return token === "%" ? "" : decodeURIComponent(token);
}

/** Makes a namespace's token: `*` stands for `_` and the version where the URI has them first. */
export function escapeUri(uri: string, version: string): string {
  const [before = "", ...after] = uri.split(`_${version}`);
  const escape = (text: string): string =>
    encodeURIComponent(text)
      .replaceAll("*", "%2A")
      .replaceAll("%3A", ":")
      .replaceAll("%2F", "/");
  return after.length === 0
    ? escape(before)
    : `${escape(before)}*${escape(after.join(`_${version}`))}`;
}

/** The namespace of a token that {@link escapeUri} made. */
export function unescapeUri(token: string, version: string): string {
  return token.split("*").map(decodeURIComponent).join(`_${version}`);
}
