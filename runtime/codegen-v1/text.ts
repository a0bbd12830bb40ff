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
  readonly types: readonly NamespaceLines[];
  readonly elements: readonly NamespaceLines[];
  readonly names: readonly string[];
  readonly documentation: readonly string[];
}

/** Lines of a section that belong to one namespace. */
export interface NamespaceLines {
  /** Index of the namespace. */
  readonly namespace: number;
  /** The lines, each after an LF. */
  readonly text: string;
  readonly lines: readonly string[];
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

/**
 * Takes a descriptor apart into its sections, each of which is split into its lines when it is first asked for; throws
 * where the text is no descriptor of this format.
 */
export function readSections(text: string): Sections {
  const [header = "", facts = ""] = text.split("\n", 2);
  if (header !== DESCRIPTOR_HEADER) {
    throw new Error(
      `This package's descriptor begins with ${JSON.stringify(header.slice(0, 40))}, not with "${DESCRIPTOR_HEADER}". Generate the package again, or install the nsgen-runtime that its package.json asks for.`,
    );
  }
  let parts: Map<string, string> | undefined;
  const find = (name: string): string =>
    (parts ??= splitSections(text)).get(name) ?? "";
  const read = new Map<string, readonly string[]>();
  const section = (name: string): readonly string[] => {
    let lines = read.get(name);
    if (!lines) read.set(name, (lines = splitLines(find(name))));
    return lines;
  };
  return {
    facts,
    get namespaces() {
      return section("namespaces");
    },
    get members() {
      return section("members");
    },
    get types() {
      return splitNamespaces(find("types"));
    },
    get elements() {
      return splitNamespaces(find("elements"));
    },
    get names() {
      return section("names");
    },
    get documentation() {
      return section("documentation");
    },
  };
}

/** The text of each section by its name, each line after an LF. */
function splitSections(text: string): Map<string, string> {
  const whole = text.endsWith("\n") ? text.slice(0, -1) : text;
  const sections = new Map<string, string>();
  // No token begins with #.
  for (const each of whole.split("\n#").slice(1)) {
    const end = each.indexOf("\n");
    if (end === -1) sections.set(each, "");
    else sections.set(each.slice(0, end), each.slice(end));
  }
  return sections;
}

function splitLines(section: string): readonly string[] {
  return section === "" ? [] : section.slice(1).split("\n");
}

/** The lines of each namespace: `@n` heads them. */
function splitNamespaces(section: string): readonly NamespaceLines[] {
  // No token begins with @.
  return section
    .split("\n@")
    .slice(1)
    .map((each) => {
      const end = each.indexOf("\n");
      const text = end === -1 ? "" : each.slice(end);
      const namespace = Number(end === -1 ? each : each.slice(0, end));
      return { namespace, text, lines: splitLines(text) };
    });
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
