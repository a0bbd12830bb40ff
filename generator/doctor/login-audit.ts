/** Where NetSuite says why a login failed: clients are told only that it did. */
export const LOGIN_AUDIT_TRAIL =
  "Setup > Users/Roles > User Management > View Login Audit Trail: choose Use Advanced Search, add the column Detail to the results, and look at the last failed login.";

/** What the words in its Detail column mean. */
export const LOGIN_AUDIT_WORDS: ReadonlyMap<string, string> = new Map([
  [
    "InvalidSignature",
    "a secret is wrong, or keys of two integrations or accounts are mixed",
  ],
  [
    "token_rejected",
    "the token id is unknown here, revoked, or of another integration or account",
  ],
  ["consumer_key_unknown", "no integration record has this consumer key"],
  [
    "consumer_key_refused",
    "the integration record is blocked, or token-based authentication is off in it",
  ],
  ["InvalidTimestamp", "the clock is more than 5 minutes off"],
  ["NonceUsed", "a request was sent twice with one signature"],
  [
    "permission_denied",
    "the role lacks Log in using Access Tokens, or the user the role",
  ],
  [
    "temporary_locked",
    "five failures locked the user; wait 30 minutes, and change nothing meanwhile",
  ],
  ["FeatureDisabled", "token-based authentication is off in the account"],
  ["UnknownAlgorithm", "the signature is not HMAC-SHA256"],
  [
    "MissingTokenPassportRequiredFields",
    "the request lost part of its header on the way",
  ],
]);
