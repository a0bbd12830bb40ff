import { parseAccount } from "nsgen-runtime";
import { fail, pass, warn, type Check } from "../check.js";

const COMPANY = "Setup > Company > Company Information, Account ID";

/** Account ids that NetSuite gives: production, sandbox, Release Preview, and test drives. */
const USUAL = /^(?:\d+|[A-Z]+\d+)(?:_(?:SB\d+|RP\d*))?$/;

/** Whether the account id can be one, in any spelling. */
export const account: Check = {
  id: "account",
  title: "Account",
  needs: [],
  run({ configured: { accountProblems, options, nameOf } }) {
    if (accountProblems.length > 0)
      return fail("it cannot be an account id", {
        cause: accountProblems.join("\n"),
        where: COMPANY,
      });
    const given = options["account"];
    if (typeof given !== "string" || given.trim() === "")
      return fail(`${nameOf("account")} is not given`, { where: COMPANY });
    const { passport, host } = parseAccount(given);
    if (USUAL.test(passport))
      return pass(
        given.trim() === passport
          ? passport
          : `${passport} in signatures, ${host} in host names`,
      );
    const [, id, suffix] = /^(\d+)(SB\d+|RP\d*)$/.exec(passport) ?? [];
    return warn(`${passport} is spelt unlike NetSuite's account ids`, {
      cause:
        id === undefined
          ? "An id is a number such as 1234567; those of sandboxes end in _SB1, _SB2 …, that of Release Preview in _RP."
          : `The underscore is missing: this may be ${id}_${suffix ?? ""}.`,
      fix: `Compare ${nameOf("account")} with what NetSuite shows while you are logged in to that account.`,
      where: COMPANY,
    });
  },
};
