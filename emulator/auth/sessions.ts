import { randomBytes } from "node:crypto";
import type { UserLogin } from "./credentials.js";

/** How long a session lives unused, and at most: NetSuite's 20 and 60 minutes. */
const IDLE_MS = 20 * 60 * 1000;
const LIFETIME_MS = 60 * 60 * 1000;

interface Session {
  readonly login: UserLogin;
  readonly beganMs: number;
  usedMs: number;
}

/** The sessions that `login` began, by their ids. Times are in milliseconds since 1970. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  /** Begins a session, and gives its id. */
  begin(login: UserLogin, nowMs: number): string {
    const id = randomBytes(24).toString("base64url");
    this.#sessions.set(id, { login, beganMs: nowMs, usedMs: nowMs });
    return id;
  }

  /** The user of a session that has not ended; undefined for any other id. */
  find(id: string, nowMs: number): UserLogin | undefined {
    const session = this.#sessions.get(id);
    if (!session) return undefined;
    if (
      nowMs - session.usedMs > IDLE_MS ||
      nowMs - session.beganMs > LIFETIME_MS
    ) {
      this.#sessions.delete(id);
      return undefined;
    }
    session.usedMs = nowMs;
    return session.login;
  }

  end(id: string): void {
    this.#sessions.delete(id);
  }

  clear(): void {
    this.#sessions.clear();
  }
}

/** The session id in a request's Cookie header, or undefined. */
export function readSessionId(cookie: string | undefined): string | undefined {
  return /(?:^|;)\s*JSESSIONID=([^;\s]+)/.exec(cookie ?? "")?.[1];
}
