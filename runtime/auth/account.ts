import { NetSuiteConfigurationError } from "../errors/index.js";

/** One account in the two spellings that NetSuite wants. */
export interface Account {
  /** Upper case with an underscore, as in Company Information: `1234567_SB1`. For TokenPassports and realms. */
  readonly passport: string;
  /** Lower case with a hyphen: `1234567-sb1`. For host names. */
  readonly host: string;
}

const ACCOUNT = /^[a-z0-9]+([_-][a-z0-9]+)?$/i;

/** A DNS label holds no more characters, and the account id is one. */
const MAX_LENGTH = 63;

/**
 * Parses an account id in any of its spellings: `1234567`, `1234567_SB1`, `1234567-sb1`, `tstdrv1576318`.
 *
 * @throws NetSuiteConfigurationError for what cannot be an account id
 */
export function parseAccount(text: string): Account {
  if (!ACCOUNT.test(text) || text.length > MAX_LENGTH)
    throw new NetSuiteConfigurationError([
      `account is ${quote(text)}, which is not an account id. Give the id from Setup > Company > Company Information, such as 1234567 or 1234567_SB1.`,
    ]);
  return {
    passport: text.toUpperCase().replace("-", "_"),
    host: text.toLowerCase().replace("_", "-"),
  };
}

/** What is much longer than an account id may be a secret that was put in the wrong place. */
function quote(text: string): string {
  return text.length > 40
    ? `a text of ${text.length} characters`
    : JSON.stringify(text);
}
