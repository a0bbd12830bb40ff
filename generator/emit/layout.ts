import { isIdentifier } from "./identifiers.js";

/**
 * Layout of TypeScript as prettier's defaults leave it, for the few forms that generated modules are made of. Lines
 * are broken here because running prettier over 2.7 MB takes seconds; a test compares the two.
 */

/** The column that a line may reach. */
const WIDTH = 80;

/** A string literal, in the quotes that need fewer escapes. Never holds a raw control character. */
export function quote(text: string): string {
  // Nearly all texts need no care.
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"`;
  const escaped = JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ud800-\udfff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  if (doubles <= singles) return escaped;
  return `'${escaped.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A property's name, quoted where it is no identifier. */
export function propertyName(name: string): string {
  return isIdentifier(name) ? name : quote(name);
}

/** Text that can stand in a comment: it cannot end one. */
export function commentText(text: string): string {
  return text.replaceAll("*/", "*\\/").replace(/\s+/g, " ").trim();
}

/** A comment of these lines, each of which can stand in one; empty where there are none. */
export function layoutComment(
  lines: readonly string[],
  indent: string,
): string {
  const [only = ""] = lines;
  if (lines.length === 0) return "";
  if (lines.length === 1) return `${indent}/** ${only} */`;
  return [
    `${indent}/**`,
    ...lines.map((line) => `${indent} * ${line}`),
    `${indent} */`,
  ].join("\n");
}

/** The type of a property. */
export interface PropertyType {
  /** What a value may be: one or more types. */
  readonly values: readonly string[];
  /** Whether the property holds an array of such values. */
  readonly isArray: boolean;
  /** Whether the property may hold null instead. */
  readonly isNullable: boolean;
}

/** `  name?: A | B;`, broken where it is too long. */
export function layoutProperty(head: string, type: PropertyType): string {
  const { values, isArray, isNullable } = type;
  const joined = values.join(" | ");
  const value = !isArray
    ? joined
    : values.length > 1
      ? `(${joined})[]`
      : `${joined}[]`;
  const line = `  ${head}: ${value}${isNullable ? " | null" : ""};`;
  if (line.length <= WIDTH || isUnbreakable(type)) return line;
  if (!isArray) {
    const all = isNullable ? [...values, "null"] : values;
    return `  ${head}:\n${layoutUnion(all, "    ", ";")}`;
  }
  if (!isNullable) {
    return `  ${head}: (\n${layoutUnion(values, "    ", "")}\n  )[];`;
  }
  const isLong = values.length > 1 && `    | ${value}`.length > WIDTH;
  const array = isLong
    ? `(\n${layoutUnion(values, "        ", "")}\n      )[]`
    : value;
  return `  ${head}:\n${layoutUnion([array, "null"], "    ", ";")}`;
}

/** Prettier keeps one name together, and also one with null where it is the name of a type. */
function isUnbreakable({ values, isArray, isNullable }: PropertyType): boolean {
  if (values.length > 1) return false;
  return !isNullable || (!isArray && !KEYWORDS.has(values[0] ?? ""));
}

/** TypeScript's own types that properties are printed with. */
const KEYWORDS: ReadonlySet<string> = new Set([
  "string",
  "number",
  "boolean",
  "bigint",
]);

/** `export type Name = A | B;`, broken where it is too long. */
export function layoutAlias(
  name: string,
  alternatives: readonly string[],
): string {
  const head = `export type ${name} =`;
  const line = `${head} ${alternatives.join(" | ")};`;
  if (line.length <= WIDTH) return line;
  return `${head}\n${layoutUnion(alternatives, "  ", ";")}`;
}

/** What an interface extends: `Base`, or `Omit<Base, "$type">`. */
export interface HeritageText {
  readonly name: string;
  readonly typeArguments: readonly string[];
}

/**
 * `export interface Name extends Base {`, or `… {}` where it has no members; prettier breaks such a line between type
 * arguments only.
 */
export function layoutInterfaceHead(
  name: string,
  base: HeritageText | null,
  isEmpty: boolean,
): string {
  const brace = isEmpty ? "{}" : "{";
  const head = `export interface ${name}`;
  if (base === null) return `${head} ${brace}`;
  const extended = `${head} extends ${base.name}`;
  if (base.typeArguments.length === 0) return `${extended} ${brace}`;
  const line = `${extended}<${base.typeArguments.join(", ")}> ${brace}`;
  return line.length <= WIDTH
    ? line
    : `${extended}<\n${base.typeArguments.map((each) => `  ${each}`).join(",\n")}\n> ${brace}`;
}

/** `import type { A, B } from "./c.js";`, broken where it is too long. */
export function layoutImport(
  keyword: "import type" | "import" | "export" | "export type",
  names: readonly string[],
  from: string,
): string {
  const line = `${keyword} { ${names.join(", ")} } from ${quote(from)};`;
  if (line.length <= WIDTH || names.length === 1) return line;
  return [
    `${keyword} {`,
    ...names.map((name) => `  ${name},`),
    `} from ${quote(from)};`,
  ].join("\n");
}

/** `  head: Name<A, B>;`, its type arguments on lines of their own where it is too long. */
export function layoutReference(
  head: string,
  name: string,
  typeArguments: readonly string[],
): string {
  const line = `  ${head}: ${name}<${typeArguments.join(", ")}>;`;
  return line.length <= WIDTH
    ? line
    : `  ${head}: ${name}<\n${typeArguments.map((each) => `    ${each}`).join(",\n")}\n  >;`;
}

/** A declaration `head(a, b)tail`, broken where `room` more characters after it would be too long. */
export function layoutParameters(
  head: string,
  parameters: readonly string[],
  tail: string,
  indent: string,
  room: number,
): string {
  const line = `${indent}${head}(${parameters.join(", ")})${tail}`;
  if (line.length + room <= WIDTH) return line;
  return [
    `${indent}${head}(`,
    ...parameters.map((each) => `${indent}  ${each},`),
    `${indent})${tail}`,
  ].join("\n");
}

/** A union as one of several type arguments that are on lines of their own. */
export function layoutTypeArgument(alternatives: readonly string[]): string {
  return layoutUnion(alternatives, "  ", "");
}

/** Alternatives on a line of their own, or one on each line where that would be too long. */
function layoutUnion(
  alternatives: readonly string[],
  indent: string,
  end: string,
): string {
  const line = `${indent}${alternatives.join(" | ")}${end}`;
  const fits = line.length <= WIDTH && !line.includes("\n");
  return fits || alternatives.length === 1
    ? line
    : `${alternatives.map((each) => `${indent}| ${each}`).join("\n")}${end}`;
}
