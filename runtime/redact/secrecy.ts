/** What an application counts as secret besides passwords, tokens, and the numbers of cards, bank accounts and persons. */
export interface RedactOptions {
  /** Names of elements, without prefix and in any case, such as `birthDate`. All that is in them is left out. */
  readonly elements?: readonly string[] | undefined;
  /** Script ids of custom fields, in any case, such as `custentity_pin`. Their values are left out. */
  readonly customFields?: readonly string[] | undefined;
}

/** Which parts of a message are secret. Names are those of the schema, without namespace. */
export interface Secrecy {
  /** Whether all that is in an element is secret. */
  readonly isSecretElement: (name: string, parent: string | null) => boolean;
  /** Whether a custom field is secret; given are its attributes `scriptId` and `internalId`, of which versions before 2013.2 have the latter only. */
  readonly isSecretCustomField: (...ids: readonly unknown[]) => boolean;
}

/** Elements of whichever version whose text lets somebody log in, pay, or pass as somebody else. */
const SECRET_ELEMENTS: readonly string[] = [
  // platform.core: sign-on
  "authenticationToken",
  "consumerKey",
  "consumerSecret",
  "tokenSecret",
  "nonce",
  "signature",
  // cards and their tokens
  "ccNumber",
  "ccSecurityCode",
  "cardNumber",
  "paymentCardCsc",
  "gcoCreditcardNumber",
  "token",
  // bank accounts
  "accountNumber",
  "bankAccountNumber",
  "bankRoutingNumber",
  "bankNumber",
  "bankId",
  // persons
  "socialSecurityNumber",
  "ssnOrTin",
  "taxIdNum",
  // codes that are worth money to whoever has them
  "authCode",
  "giftCertAuthCode",
  "licenseCode",
];

/** `password`, `password2`, `currentPassword`, `newPassword2` …; not `changePasswordResponse`. */
const PASSWORD = /pass(word|wd|phrase)\d*$/i;

/**
 * Makes the rules of what is secret.
 *
 * Secret are passwords, card, bank account, social security and tax numbers, codes of gift certificates and licences,
 * and every child of `tokenPassport` but the account; and what the options name.
 */
export function createSecrecy(options: RedactOptions = {}): Secrecy {
  const elements = lowerCase([...SECRET_ELEMENTS, ...(options.elements ?? [])]);
  const customFields = lowerCase(options.customFields ?? []);
  return {
    isSecretElement: (name, parent) =>
      elements.has(name.toLowerCase()) ||
      PASSWORD.test(name) ||
      (parent === "tokenPassport" && name !== "account"),
    isSecretCustomField: (...ids) =>
      customFields.size > 0 &&
      ids.some(
        (id) => typeof id === "string" && customFields.has(id.toLowerCase()),
      ),
  };
}

function lowerCase(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}
