import { findForbiddenCharacter } from "../xml-text.js";

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/**
 * The character that a reference stands for, by what is between its `&` and `;`: one of XML's five entities, or a number
 * such as `#10` and `#x1F511`. Undefined where it stands for nothing, or for a character that XML cannot carry.
 */
export function readReference(name: string): string | undefined {
  return ENTITIES.get(name) ?? readNumber(name);
}

function readNumber(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
  if (!digits) return undefined;
  const [, hexadecimal, decimal] = digits;
  const code =
    hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16);
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return findForbiddenCharacter(character) === undefined
    ? character
    : undefined;
}
