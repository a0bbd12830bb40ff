/** Names that integration platforms use for options, without underscores and in lower case. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["tokenkey", "tokenId"],
  ["apiurl", "endpoint"],
  ["wsdlurl", "wsdlUrl"],
]);

/** The option that a key of a configuration means, `wsdlUrl` for the WSDL's URL, or undefined. Case, `_` and `-` do not matter. */
export function findOption(
  key: string,
  options: Iterable<string>,
): string | undefined {
  const plain = key.toLowerCase().replace(/[_-]/g, "");
  const alias = ALIASES.get(plain);
  if (alias !== undefined) return alias;
  return [...options].find((option) => option.toLowerCase() === plain);
}

/** An option's name as environments spell it: `tokenId` is `TOKEN_ID`. */
export function toUpperSnakeCase(option: string): string {
  return option.replace(/[A-Z]/g, "_$&").toUpperCase();
}
