import type { Properties } from "../schema/properties.js";

/** The status of something that was done. */
export const SUCCESS: Properties = { isSuccess: true };

/** What is said of one record or list: the `status` of a response. */
export class StatusError extends Error {
  override readonly name = "StatusError";
  /** A value of StatusDetailCodeType. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The status of something that was refused. */
export function failure(code: string, message: string): Properties {
  return {
    isSuccess: false,
    statusDetail: [{ type: "ERROR", code, message }],
  };
}

/** The status of something that was done, with warnings. */
export function warning(...messages: readonly string[]): Properties {
  return {
    isSuccess: true,
    statusDetail: messages.map((message) => ({
      type: "WARN",
      code: "WARNING",
      message,
    })),
  };
}

/** Gives what `work` gives, or the status of the {@link StatusError} that it throws. */
export function statusOf<T>(
  work: () => T,
  refuse: (status: Properties) => T,
): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return refuse(failure(error.code, error.message));
  }
}
