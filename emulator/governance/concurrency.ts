import type { Login } from "../auth/credentials.js";
import { SoapFault } from "../faults/soap-fault.js";

/** Lets go of a place. */
export type Leave = () => void;

/** The requests that an account works on: not more at a time than its limit. */
export class Concurrency {
  #working = 0;
  readonly #busyUsers = new Set<Login>();

  /** How many requests are being worked on. */
  get working(): number {
    return this.#working;
  }

  /**
   * Takes a place for a request, until the function that is given back is called. Requests with user credentials have
   * one place for each user besides, those of tokens have none of their own.
   *
   * @throws SoapFault where there is no place
   */
  enter(login: Login, limit: number): Leave {
    if (login.kind === "user" && this.#busyUsers.has(login))
      throw new SoapFault(
        "exceededRequestLimitFault",
        "WS_CONCUR_SESSION_DISALLWD",
        "Only one request may be made against a session at a time",
      );
    if (this.#working >= limit) throw limitFault(login);
    this.#working += 1;
    if (login.kind === "user") this.#busyUsers.add(login);
    let isGone = false;
    return () => {
      if (isGone) return;
      isGone = true;
      this.#working -= 1;
      this.#busyUsers.delete(login);
    };
  }
}

function limitFault(login: Login): SoapFault {
  return login.kind === "token"
    ? new SoapFault(
        "exceededConcurrentRequestLimitFault",
        "WS_REQUEST_BLOCKED",
        "SuiteTalk concurrent request limit exceeded. Request blocked.",
      )
    : new SoapFault(
        "exceededRequestLimitFault",
        "WS_CONCUR_SESSION_DISALLWD",
        "Only one request may be made against a session at a time",
      );
}
