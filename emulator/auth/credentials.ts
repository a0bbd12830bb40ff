import type { Permission, Role } from "../operations/operation.js";

/** What a role may do. */
export interface RoleOptions {
  /** Internal id. Default: `3`, the administrator's, or `1000` where {@link isAdministrator} is false. */
  readonly id?: string;
  /** Default true. */
  readonly isAdministrator?: boolean;
  /** Values of RecordType that it may not read or write, such as `customer`. Default: none. */
  readonly forbiddenRecords?: readonly string[];
  /** Permissions that it was not given. Default: none. */
  readonly lacks?: readonly Permission[];
}

/** An access token with the integration record that it was made for. */
export interface TokenOptions {
  /** What logs call it. Default: `token 1`, and so on. */
  readonly name?: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
  /** Default: the administrator. */
  readonly role?: RoleOptions;
  /** Whether the token was revoked. Default false. */
  readonly isRevoked?: boolean;
  /** Whether the integration record is blocked. Default false. */
  readonly isBlocked?: boolean;
}

/** A user who logs in with a password, at endpoints whose WSDL declares the `passport` header. */
export interface UserOptions {
  readonly email: string;
  readonly password: string;
  /** Internal id of the user. Default: `-5`, the first user of an account. */
  readonly userId?: string;
  /** Default: the administrator. */
  readonly role?: RoleOptions;
  /** The application id that must come along. Default: any, and none. */
  readonly applicationId?: string;
}

/** A token or user as requests are held against. */
export type Login = TokenLogin | UserLogin;

/** A {@link TokenOptions} with what was left out. */
export interface TokenLogin extends Omit<TokenOptions, "role"> {
  readonly kind: "token";
  readonly name: string;
  readonly role: Role;
}

/** A {@link UserOptions} with what was left out. */
export interface UserLogin extends Omit<UserOptions, "role"> {
  readonly kind: "user";
  readonly name: string;
  readonly userId: string;
  readonly role: Role;
}

/** The one token of an emulator that was given none. */
export const DEFAULT_TOKEN = {
  consumerKey: "emulator-consumer-key",
  consumerSecret: "emulator-consumer-secret",
  tokenId: "emulator-token-id",
  tokenSecret: "emulator-token-secret",
} as const satisfies TokenOptions;

/** The token of options. `index` counts from 0, for its name. */
export function createTokenLogin(
  options: TokenOptions,
  index: number,
): TokenLogin {
  return {
    ...options,
    kind: "token",
    name: options.name ?? `token ${index + 1}`,
    role: createRole(options.role),
  };
}

/** The user of options. */
export function createUserLogin(options: UserOptions): UserLogin {
  return {
    ...options,
    kind: "user",
    name: options.email,
    userId: options.userId ?? "-5",
    role: createRole(options.role),
  };
}

/** The role of options. */
export function createRole({
  isAdministrator = true,
  id = isAdministrator ? "3" : "1000",
  forbiddenRecords = [],
  lacks = [],
}: RoleOptions = {}): Role {
  return {
    id,
    isAdministrator,
    forbiddenRecords: new Set(forbiddenRecords),
    lacks: new Set(lacks),
  };
}
