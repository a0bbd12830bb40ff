import { fail, pass, skip, type Advice, type Check } from "../check.js";

const ROLE =
  "Setup > Users/Roles > Manage Roles > the token's role > Permissions > Setup";

/** What the codes of a refused role mean. */
const REFUSALS: ReadonlyMap<string, Advice> = new Map<string, Advice>([
  [
    "WS_PERMISSION_REQD",
    {
      cause: "The role has no permission SOAP Web Services.",
      fix: "Add it, with level Full.",
      where: ROLE,
    },
  ],
  [
    "WS_FEATURE_REQD",
    {
      cause: "SOAP Web Services are off in the account.",
      fix: "Tick SOAP Web Services.",
      where:
        "Setup > Company > Enable Features > SuiteCloud > SuiteTalk (Web Services)",
    },
  ],
  [
    "ROLE_REQUIRED",
    {
      cause: "The user has no role that could be used.",
      fix: "Create the token for a role of the user's.",
      where: "Setup > Users/Roles > Access Tokens > New",
    },
  ],
]);

/** Whether the token's role may use SOAP at all. */
export const role: Check = {
  id: "role",
  title: "Role",
  needs: ["authentication"],
  async run({ login }) {
    const { operation, error } = await login();
    if (operation === null) return skip("nobody logged in");
    if (error === null)
      return pass(
        "it has the permissions SOAP Web Services and Log in using Access Tokens",
      );
    const code = error.netsuiteCode ?? "";
    return fail(
      `NetSuite took the keys, and refused the role (${code || "no code"})`,
      REFUSALS.get(code) ?? {
        cause: error.message,
        fix: "The role needs the permissions SOAP Web Services and Log in using Access Tokens.",
        where: ROLE,
      },
    );
  },
};
