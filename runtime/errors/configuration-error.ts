import {
  brand,
  NetSuiteError,
  type NetSuiteErrorOptions,
} from "./netsuite-error.js";

/** Options that cannot work. All that is wrong is told at once; nothing was sent. */
export class NetSuiteConfigurationError extends NetSuiteError {
  static override readonly [brand] = "configuration";
  override readonly code = "configuration";
  /** Each thing that is wrong, with its remedy. */
  readonly problems: readonly string[];

  /** @param problems one sentence or two for each; the message is made of them */
  constructor(problems: readonly string[], options: NetSuiteErrorOptions = {}) {
    super(
      problems.length === 1
        ? problems.join("")
        : `${problems.length} problems:\n${problems.map((each) => `- ${each}`).join("\n")}`,
      { outcome: "notDone", ...options },
    );
    this.problems = problems;
  }

  override get name(): string {
    return "NetSuiteConfigurationError";
  }
}
