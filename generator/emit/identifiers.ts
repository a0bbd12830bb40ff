/** Words that cannot name a type or a variable in TypeScript. */
export const RESERVED_WORDS: readonly string[] = (
  "abstract any arguments as asserts async await bigint boolean break case catch class const constructor continue " +
  "debugger declare default delete do else enum eval export extends false finally for from function get global if " +
  "implements import in infer instanceof interface is keyof let module namespace never new null number object of " +
  "package private protected public readonly require return set static string super switch symbol this throw true " +
  "try type typeof undefined unique unknown using var void while with yield"
).split(" ");

/** The text as an identifier: what cannot stand in one becomes `_`. */
export function toIdentifier(text: string): string {
  const replaced = text.replace(/[^\p{ID_Continue}$]/gu, "_");
  return /^[\p{ID_Start}$_]/u.test(replaced) ? replaced : `_${replaced}`;
}

/** Whether the text can stand as a property or method name without quotes. */
export function isIdentifier(text: string): boolean {
  // Letters of other alphabets are rare, and their tables slow.
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text) || toIdentifier(text) === text;
}
