import { propertiesIn, textIn, type Properties } from "../schema/properties.js";
import type { UserLogin } from "./credentials.js";
import { LoginFailure } from "./login-failure.js";

/** What a user's passport is held against. */
export interface UserRules {
  /** The account's id, as NetSuite writes it. */
  readonly account: string;
  readonly users: readonly UserLogin[];
  readonly isLocked: (login: UserLogin) => boolean;
}

const MESSAGE =
  "You have entered an invalid email address or password. Please try again.";

/**
 * The user whose passport it is.
 *
 * @param applicationId of the header `applicationInfo`, or undefined
 * @throws LoginFailure
 */
export function verifyUser(
  passport: Properties,
  applicationId: string | undefined,
  { account, users, isLocked }: UserRules,
): UserLogin {
  const email = textIn(passport, "email")?.trim().toLowerCase();
  const login = users.find((each) => each.email.toLowerCase() === email);
  const fail = (detail: string): never => {
    throw new LoginFailure("WrongUserCredentials", detail, login, MESSAGE);
  };
  if (!login) return fail("The account has no user with this email address.");
  if (isLocked(login))
    throw new LoginFailure(
      "temporary_locked",
      `${login.name} failed five times in a row, and is locked for 30 minutes.`,
      login,
      MESSAGE,
    );
  if (textIn(passport, "password") !== login.password)
    return fail("The password is not that of the user.");
  const given = textIn(passport, "account")?.trim() ?? "";
  if (given.toUpperCase() !== account)
    return fail(`The passport is for another account than ${account}.`);
  const role = textIn(propertiesIn(passport, "role"), "internalId");
  if (role !== undefined && role !== login.role.id)
    return fail(
      `The user does not have the role ${role}: it has ${login.role.id}.`,
    );
  if (
    login.applicationId !== undefined &&
    applicationId !== login.applicationId
  )
    return fail(
      "The header applicationInfo has not the application id of the user's integration record.",
    );
  return login;
}
