export { parseAccount, type Account } from "./account.js";
export { createNonce } from "./nonce.js";
export {
  createTokenPassport,
  type TokenCredentials,
  type TokenPassport,
} from "./token-passport.js";
