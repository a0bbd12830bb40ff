export { findHostAccount, parseAccount, type Account } from "./account.js";
export type {
  Authentication,
  SignedHeaders,
  Signer,
} from "./authentication.js";
export {
  chooseAuthentication,
  findAuthenticationProblems,
  type AuthenticationHeaders,
  type AuthenticationOptions,
} from "./choose-authentication.js";
export type {
  CredentialsProvider,
  ProvidedCredentials,
} from "./credentials-provider.js";
export { createNonce } from "./nonce.js";
// What makes it is loaded for the first signature.
export type {
  TokenCredentials,
  TokenKeys,
  TokenPassport,
} from "./token-passport.js";
export type { UserCredentials } from "./user-credentials.js";
