import { NetSuiteConfigurationError } from "../errors/index.js";

/** One account in the spellings that NetSuite wants. */
export interface Account {
  /** Upper case with an underscore, as in Company Information: `1234567_SB1`. For TokenPassports. */
  readonly passport: string;
  /** The `realm` of OAuth 1.0 headers, which REST and RESTlets take. It is spelt as in TokenPassports. */
  readonly realm: string;
  /** Lower case with a hyphen: `1234567-sb1`. For host names. */
  readonly host: string;
}

const ACCOUNT = /^[a-z0-9]+([_-][a-z0-9]+)?$/i;

/** Hosts that hold an account: of the user interface, of web services, of RESTlets, of forms, of SuiteAnalytics Connect. */
const ACCOUNT_HOST =
  /^([a-z0-9]+(?:-[a-z0-9]+)?)\.(?:app|suitetalk\.api|restlets\.api|extforms|connect\.api)\.netsuite\.com$/i;

/** A DNS label holds no more characters, and the account id is one. */
const MAX_LENGTH = 63;

/**
 * Parses an account id in any of its spellings (`1234567`, `1234567_SB1`, `1234567-sb1`, `tstdrv1576318`), or takes it
 * from an account's own host or a URL of it, such as that of a page where somebody is logged in. Surrounding white
 * space is dropped.
 *
 * @throws NetSuiteConfigurationError for what cannot be an account id
 */
export function parseAccount(text: string): Account {
  const given = text.trim();
  const id = findHostAccount(given) ?? given;
  if (!ACCOUNT.test(id) || id.length > MAX_LENGTH)
    throw new NetSuiteConfigurationError([
      `account is ${quote(text)}, which is not an account id. Give the id from Setup > Company > Company Information, such as 1234567 or 1234567_SB1.`,
    ]);
  const passport = id.toUpperCase().replace("-", "_");
  return {
    passport,
    realm: passport,
    host: id.toLowerCase().replace("_", "-"),
  };
}

/** The account id in an account's own host, or in a URL of that host, as it is spelt there; null in other texts. */
export function findHostAccount(text: string): string | null {
  const host = URL.canParse(text) ? new URL(text).hostname : text;
  return ACCOUNT_HOST.exec(host)?.[1] ?? null;
}

/** What is much longer than an account id may be a secret that was put in the wrong place; so may a URL's query. */
function quote(text: string): string {
  if (URL.canParse(text) && new URL(text).host !== "")
    return `a URL of ${new URL(text).host}`;
  return text.length > 40
    ? `a text of ${text.length} characters`
    : JSON.stringify(text);
}
