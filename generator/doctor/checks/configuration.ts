import { fail, pass, warn, type Check } from "../check.js";
import type { Context } from "../context.js";
import { isLoopback } from "../loopback.js";

const INTEGRATIONS =
  "Setup > Integration > Manage Integrations (consumer key and secret), Setup > Users/Roles > Access Tokens (token id and secret). Secrets are shown once, when they are made.";

const KEYS = ["consumerKey", "consumerSecret", "tokenId", "tokenSecret"];

/** Whether every key is there and can be what it should be. */
export const configuration: Check = {
  id: "configuration",
  title: "Configuration",
  needs: [],
  run(context) {
    const { otherProblems } = context.configured;
    const problems = [...otherProblems, ...findMalformed(context)];
    if (problems.length > 0)
      return fail(
        problems.length === 1
          ? "one thing is wrong with it"
          : `${problems.length} things are wrong with it`,
        { cause: problems.join("\n"), where: INTEGRATIONS },
      );
    const odd = findOdd(context);
    if (odd.length > 0)
      return warn("all keys are there, and look unlike NetSuite's", {
        cause: odd.join("\n"),
        fix: "Copy them again, whole, from where NetSuite showed them.",
        where: INTEGRATIONS,
      });
    return pass("all keys are there and well formed");
  },
};

/** The keys that are texts, with the names that the configuration has for them. */
function listKeys({
  configured: { options, nameOf },
}: Context): { readonly name: string; readonly value: string }[] {
  return KEYS.flatMap((key) => {
    const value = options[key];
    return typeof value === "string" ? [{ name: nameOf(key), value }] : [];
  });
}

/** What can be no key, as it stands after a hurried paste. */
function findMalformed(context: Context): string[] {
  const keys = listKeys(context);
  const problems = keys.flatMap(({ name, value }) => {
    const text = value.trim();
    if (/^(["'`‘“]).*["'`’”]$/s.test(text))
      return [`${name} is in quotes that are part of it; take them off.`];
    if (/^<.*>$|^(?:x+|\*+|\.+|changeme|todo)$|^your\b/i.test(text))
      return [`${name} is still a placeholder; give its value.`];
    return /[\s\p{C}]/u.test(text)
      ? [
          `${name} has white space or an invisible character in it; copy it again.`,
        ]
      : [];
  });
  const twins = keys.flatMap(({ name, value }, at) =>
    keys
      .slice(at + 1)
      .filter((other) => other.value === value)
      .map(
        (other) =>
          `${name} and ${other.name} are the same, and never are in NetSuite; one was pasted twice.`,
      ),
  );
  return [...problems, ...twins];
}

/** What no key of NetSuite's looks like. An emulator's may look as they like. */
function findOdd(context: Context): string[] {
  const { destination } = context.configured;
  if (destination && isLoopback(destination.service)) return [];
  return listKeys(context)
    .filter(({ value }) => !/^[0-9a-f]{64}$/i.test(value))
    .map(({ name, value }) =>
      value.length === 64
        ? `${name} holds other characters than 0-9 and a-f.`
        : `${name} has ${value.length} characters; those of NetSuite have 64.`,
    );
}
