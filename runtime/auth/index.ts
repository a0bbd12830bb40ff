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
export {
  createTokenPassport,
  type TokenCredentials,
  type TokenKeys,
  type TokenPassport,
} from "./token-passport.js";
export type { UserCredentials } from "./user-credentials.js";
