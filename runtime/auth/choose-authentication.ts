import type { Account } from "./account.js";
import {
  createProvidedAuthentication,
  createTokenAuthentication,
  createUserAuthentication,
  type Authentication,
} from "./authentication.js";
import type { CredentialsProvider } from "./credentials-provider.js";
import type { TokenKeys } from "./token-passport.js";
import type { UserCredentials } from "./user-credentials.js";

/** The options that say who calls. All that are given have passed their checks: the right type, and no empty text. */
export type AuthenticationOptions = Partial<TokenKeys & UserCredentials> & {
  readonly credentials?: CredentialsProvider | undefined;
};

/** What the version that a client was generated for can do. */
export interface AuthenticationHeaders {
  /** Such as `2022_1`. */
  readonly version: string;
  /** Whether its WSDL declares a SOAP header, such as `passport`. */
  readonly declares: (header: string) => boolean;
}

const TOKENS = {
  consumerKey: "the consumer key of the integration record",
  consumerSecret: "the consumer secret of the integration record",
  tokenId: "the id of the access token",
  tokenSecret: "the secret of the access token",
} as const;

const USER = {
  email: "the email address that the user logs in with",
  password: "the user's password",
} as const;

const WAYS: readonly (readonly [string, readonly string[]])[] = [
  ["tokens", Object.keys(TOKENS)],
  ["a provider", ["credentials"]],
  ["user credentials", [...Object.keys(USER), "role", "applicationId"]],
];

/**
 * Lists what is wrong with the options that say who calls: none or two ways of authenticating, a missing half, a way
 * that the version does not know.
 */
export function findAuthenticationProblems(
  options: Readonly<Record<string, unknown>>,
  { version, declares }: AuthenticationHeaders,
): string[] {
  const isGiven = (name: string): boolean => options[name] !== undefined;
  const given = WAYS.flatMap(([way, names]) => {
    const those = names.filter(isGiven);
    return those.length === 0 ? [] : [{ way, names: those }];
  });
  if (given.length > 1)
    return [
      `${given.map(({ way, names }) => `${way} (${names.join(", ")})`).join(" and ")} are given, and NetSuite refuses two ways of authenticating in one request. Give one of them.`,
    ];
  const way = given[0]?.way ?? "tokens";
  if (way === "user credentials")
    return declares("passport")
      ? [
          ...findMissing(USER, isGiven),
          ...(isGiven("applicationId") && !declares("applicationInfo")
            ? [
                `applicationId is given, and the WSDL of ${version} has no applicationInfo header. Leave it out.`,
              ]
            : []),
        ]
      : [
          `${given[0]?.names.join(", ") ?? ""} cannot be used: this client was generated for ${version}, whose WSDL has no passport header, since NetSuite ended logging in by email and password with 2020.2. Give consumerKey, consumerSecret, tokenId and tokenSecret instead.`,
        ];
  const problems = way === "tokens" ? findMissing(TOKENS, isGiven) : [];
  if (!declares("tokenPassport"))
    return [
      `This client was generated for ${version}, whose WSDL has no tokenPassport header: token-based authentication needs 2015.2 or later. Generate the client from a later WSDL${declares("passport") ? ", or give email and password" : ""}.`,
    ];
  return problems;
}

/**
 * Makes the authentication that the options name.
 *
 * @param options in which {@link findAuthenticationProblems} finds none
 * @param now the clock, in milliseconds since 1970
 */
export function chooseAuthentication(
  account: Account,
  options: AuthenticationOptions,
  now: () => number,
): Authentication {
  const { credentials, email, password, role, applicationId } = options;
  if (credentials)
    return createProvidedAuthentication(account, credentials, now);
  if (email !== undefined && password !== undefined)
    return createUserAuthentication(account, {
      email,
      password,
      role,
      applicationId,
    });
  const {
    consumerKey = "",
    consumerSecret = "",
    tokenId = "",
    tokenSecret = "",
  } = options;
  return createTokenAuthentication(account, {
    consumerKey,
    consumerSecret,
    tokenId,
    tokenSecret,
  });
}

function findMissing(
  required: Readonly<Record<string, string>>,
  isGiven: (name: string) => boolean,
): string[] {
  return Object.entries(required)
    .filter(([name]) => !isGiven(name))
    .map(([name, what]) => `${name} is missing; give ${what}.`);
}
