import { SoapFault } from "../faults/soap-fault.js";
import type { Login } from "./credentials.js";
import type { LoginCause } from "./login-audit.js";

/** A login that is refused: the caller learns that it was, the login audit why. */
export class LoginFailure extends SoapFault {
  readonly reason: LoginCause;
  readonly detail: string;
  /** Who it was for, where that is known: counted against them. */
  readonly login: Login | null;

  constructor(
    reason: LoginCause,
    detail: string,
    login: Login | null = null,
    message = "Invalid login attempt.",
  ) {
    super("invalidCredentialsFault", "INVALID_LOGIN_CREDENTIALS", message);
    this.reason = reason;
    this.detail = detail;
    this.login = login;
  }
}
