import type { Advice } from "../check.js";
import type { Context } from "../context.js";
import { findSunset, LAST_VERSION } from "../sunset.js";

/** What to do about a version that is, or will be, switched off. */
export const CHANGE =
  "Generate the client from a later WSDL: nsgen --wsdl 2025_2 --out <folder>.";

/** What to do where Oracle plans no later version. */
export const LAST = "It is the last: plan the move to REST with OAuth 2.0.";

/** An emulator's own addition to the words of Axis. */
const SERVED = /\[this emulator serves ([\d_]+(?:, [\d_]+)*)\]/;

/**
 * Why a server may not have the endpoint of the schema's version, and what to do.
 *
 * @param answer the text of the server's answer: an emulator names what it serves
 */
export function adviseMissingVersion(
  { schema: { version }, now }: Pick<Context, "schema" | "now">,
  answer: string,
): Advice {
  const served = SERVED.exec(answer)?.[1]?.split(", ");
  if (served) {
    const [first = version] = served.slice(-1);
    return {
      cause: `This is an emulator, and it serves ${served.map(nameOf).join(", ")}.`,
      fix: `Generate the client for a version that is served: nsgen --wsdl ${first} --out <folder>. Or serve this one: nsgen emulate --wsdl ${version}.`,
    };
  }
  const other = "Or the host is another's than the account's.";
  const { state, goneFrom } = findSunset(version, now());
  if (state === "gone") {
    const since = goneFrom === null ? "" : ` with release ${goneFrom}`;
    return {
      cause: `Oracle has switched it off${since}. ${other}`,
      fix: version < LAST_VERSION ? CHANGE : LAST,
    };
  }
  const earlier = versionBefore(version);
  const newer = `Generate the client from an earlier WSDL, such as the one before: nsgen --wsdl ${earlier} --out <folder>.`;
  if (version >= LAST_VERSION)
    return {
      cause: `It may be newer than the account's release. ${other}`,
      fix: newer,
    };
  return {
    cause: `It may be older than the account's oldest endpoint, or newer than its release. ${other}`,
    fix: `Where it is older: ${lowerFirst(CHANGE)}\nWhere it is newer: ${lowerFirst(newer)}`,
  };
}

/** The version half a year before, and never one after the last. */
function versionBefore(version: string): string {
  if (version > LAST_VERSION) return LAST_VERSION;
  const [year = "", half] = version.split("_");
  return half === "2" ? `${year}_1` : `${Number(year) - 1}_2`;
}

/** As people write a version: `2025.2`. */
function nameOf(version: string): string {
  return version.replace("_", ".");
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
