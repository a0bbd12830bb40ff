import type { Account } from "./account.js";

/** A user's own credentials, which NetSuite takes at old endpoints only. */
export interface UserCredentials {
  readonly email: string;
  readonly password: string;
  /** Internal id of the role. Default: the user's default role. */
  readonly role?: string | undefined;
  /** Application id of the integration record, which newer ones of these endpoints want. */
  readonly applicationId?: string | undefined;
}

/** Makes the `passport` header, and `applicationInfo` where there is an application id. */
export function createPassportHeaders(
  account: Account,
  { email, password, role, applicationId }: UserCredentials,
): Record<string, unknown> {
  return {
    passport: {
      email,
      password,
      account: account.passport,
      ...(role !== undefined && { role: { internalId: role } }),
    },
    ...(applicationId !== undefined && { applicationInfo: { applicationId } }),
  };
}
