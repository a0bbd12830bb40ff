const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** The length that Oracle calls ideal; 6 to 64 are accepted. */
const LENGTH = 20;

/** Makes a nonce: 20 letters and digits, each equally likely, from the system's cryptographic source. */
export function createNonce(): string {
  // Loading it takes longer than making a client, so it is loaded for the first signature.
  const { randomInt } = process.getBuiltinModule("node:crypto");
  return Array.from({ length: LENGTH }, () =>
    ALPHABET.charAt(randomInt(ALPHABET.length)),
  ).join("");
}
