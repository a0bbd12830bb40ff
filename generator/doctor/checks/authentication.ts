import { NetSuiteFaultError, type NetSuiteError } from "nsgen-runtime";
import { classifyFailure } from "../../../runtime/retry/index.js";
import { fail, pass, skip, type Check, type Finding } from "../check.js";
import type { Context } from "../context.js";
import { LOGIN_AUDIT_TRAIL, LOGIN_AUDIT_WORDS } from "../login-audit.js";
import { isLoginRefused } from "../login.js";

/** Whether NetSuite takes the keys. They are tried once. */
export const authentication: Check = {
  id: "authentication",
  title: "Authentication",
  needs: ["configuration", "clock", "version", "dataCenter"],
  async run(context) {
    const { operation, error } = await context.login();
    if (operation === null)
      return skip(
        "this schema has no operation that could tell without doing anything",
        {
          fix: "Give --wsdl, or generate the client with --operations getServerTime besides others.",
        },
      );
    if (error === null) return pass(`${operation} was answered`);
    if (isLoginRefused(error)) return judgeRefusal(context, error);
    // Who was refused for what a role may do was let in.
    return error instanceof NetSuiteFaultError &&
      classifyFailure(error) === "refused"
      ? pass("the keys were taken")
      : fail(`${operation} was not answered`, {
          cause: error.message,
          ...(error.retryable && {
            fix: "Nothing is known of the keys yet. Try again in some minutes.",
          }),
        });
  },
};

function judgeRefusal(context: Context, error: NetSuiteError): Finding {
  const words = [...LOGIN_AUDIT_WORDS].map(
    ([word, meaning]) => `  ${word}: ${meaning}`,
  );
  return fail(`NetSuite refused the login (${describe(error)})`, {
    cause: ["The likeliest first:", ...listCauses(context)].join("\n"),
    fix: "Look the cause up before you try again: the fifth failure in a row locks the user for 30 minutes. This was one.",
    where: [LOGIN_AUDIT_TRAIL, ...words].join("\n"),
  });
}

function describe(error: NetSuiteError): string {
  const { netsuiteCode } = error;
  return netsuiteCode ?? "Invalid login attempt";
}

/** What may be wrong, by what was found before. */
function listCauses({
  configured: { destination, nameOf },
}: Context): string[] {
  const account = destination?.account.passport ?? "";
  const [key, secret, id, tokenSecret] = [
    "consumerKey",
    "consumerSecret",
    "tokenId",
    "tokenSecret",
  ].map(nameOf);
  const isSandbox = /_(?:SB\d+|RP\d*)$/.test(account);
  return [
    ...(isSandbox
      ? [
          `- ${account} was refreshed from production since the token was made: that deletes all its tokens, and those of production are not valid in it. Create one there.`,
        ]
      : []),
    `- ${secret} or ${tokenSecret} is not the one that belongs to its key, or ${key} and ${secret} were swapped with ${id} and ${tokenSecret}.`,
    `- The token was revoked, or was made for another integration or account than ${key} and ${account}.`,
    "- The integration record is blocked, or Token-Based Authentication is not ticked in it; resetting its credentials gave it others.",
    "- The token's role lacks Log in using Access Tokens, or was taken from the user.",
    "- The user is locked by earlier failures, for 30 minutes.",
    "- Token-Based Authentication is off: Setup > Company > Enable Features > SuiteCloud.",
  ];
}
