import { NetSuiteEncodeError } from "../errors/index.js";

const LIMIT = 10;

interface Problem {
  readonly path: string;
  readonly message: string;
}

/** What is wrong with the values of one envelope, and the path of where the encoder stands. */
export class Problems {
  readonly #found: Problem[] = [];
  readonly #path: string[] = [];

  enter(step: string): void {
    this.#path.push(step);
  }

  leave(): void {
    this.#path.pop();
  }

  /** Notes a problem of a member of where the encoder stands, or of that itself; the tenth throws all. */
  report(message: string, member?: string): void {
    const steps = member === undefined ? this.#path : [...this.#path, member];
    this.#found.push({ path: steps.join("."), message });
    if (this.#found.length >= LIMIT) this.throwIfAny();
  }

  /** Throws one NetSuiteEncodeError for all problems, with the path of the first. */
  throwIfAny(): void {
    const [first] = this.#found;
    if (!first) return;
    const lines = this.#found.map(({ path, message }) =>
      path === "" ? message : `${path}: ${message}`,
    );
    const list = lines.map((line) => `\n- ${line}`).join("");
    const count =
      lines.length < LIMIT ? `${lines.length}` : `${lines.length} or more`;
    throw new NetSuiteEncodeError(
      lines.length === 1 ? lines.join("") : `${count} problems:${list}`,
      { path: first.path },
    );
  }
}
