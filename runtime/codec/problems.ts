import { NetSuiteEncodeError } from "../errors/index.js";

const LIMIT = 10;

/** The place of a value that is in no array. */
export const ALONE = -1;

interface Problem {
  readonly path: string;
  readonly message: string;
}

/** What is wrong with the values of one envelope, and the path of where the encoder stands. */
export class Problems {
  readonly #found: Problem[] = [];
  /** Names of members, and the place in an array after each, or {@link ALONE}. */
  readonly #path: (string | number)[] = [];
  #steps = 0;

  /** Goes to a member, or to a place in the array that it holds. */
  enter(member: string, at = ALONE): void {
    this.#path[this.#steps] = member;
    this.#path[this.#steps + 1] = at;
    this.#steps += 2;
  }

  leave(): void {
    this.#steps -= 2;
  }

  /** Notes a problem of a member of where the encoder stands, or of that itself; the tenth throws all. */
  report(message: string, member?: string, at = ALONE): void {
    const steps = member === undefined ? [] : [member, at];
    this.#found.push({
      path: formatPath([...this.#path.slice(0, this.#steps), ...steps]),
      message,
    });
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

function formatPath(steps: readonly (string | number)[]): string {
  return steps
    .map((step, at) => {
      if (step === ALONE) return "";
      return typeof step === "number"
        ? `[${step}]`
        : `${at === 0 ? "" : "."}${step}`;
    })
    .join("");
}
