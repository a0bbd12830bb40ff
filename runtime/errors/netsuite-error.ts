/** What kind of failure a {@link NetSuiteError} is: one subclass for each. */
export type NetSuiteErrorCode =
  | "transport"
  | "http"
  | "timeout"
  | "aborted"
  | "fault"
  | "status"
  | "decode"
  | "encode"
  | "configuration";

/** Whether NetSuite carried the request out: `unknown` when it may have, and nobody can tell from here. */
export type Outcome = "notDone" | "done" | "unknown";

/** One sending of a call's request. */
export interface Attempt {
  /** Where it was sent. */
  readonly url: string;
  /** How long it had waited before: since the attempt before it failed, or since the call began; for its turn also. In milliseconds. */
  readonly waitedMs: number;
  /** When it began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** How long it took, until the body of the response was read. */
  readonly durationMs: number;
  /** How it ended, such as `ok` or the message of its error. */
  readonly outcome: string;
  /** The HTTP status of the response, or null where none came. */
  readonly httpStatus: number | null;
}

/** What a call knows about itself, and its errors carry. */
export interface CallContext {
  /** The WSDL operation, such as `addList`. */
  readonly operation: string;
  /** All attempts so far, the last one included. */
  readonly attempts: readonly Attempt[];
  /** NetSuite's own id of the request (`documentInfo/nsId`), or null where the response gave none. */
  readonly nsId: string | null;
}

/** What every error may be made with; all have defaults. */
export interface NetSuiteErrorOptions extends Partial<CallContext> {
  readonly netsuiteCode?: string | null;
  readonly retryable?: boolean;
  readonly outcome?: Outcome;
  readonly ref?: unknown;
  readonly cause?: unknown;
}

const BRAND = Symbol.for("nsgen-runtime/NetSuiteError");

/**
 * Whatever goes wrong in a call is a `NetSuiteError`; `code` and the subclass say what.
 *
 * `instanceof` holds across two copies of the runtime in one process, for this class and for its subclasses.
 */
export abstract class NetSuiteError extends Error {
  abstract readonly code: NetSuiteErrorCode;
  /** NetSuite's own code, such as `WS_REQUEST_BLOCKED`. Open: new ones appear, and unknown ones are kept. */
  readonly netsuiteCode: string | null;
  /** The WSDL operation that was called, or null outside a call. */
  readonly operation: string | null;
  /** Every attempt that was made, oldest first. */
  readonly attempts: readonly Attempt[];
  /** Whether the same request may succeed when it is sent later. Whether that is safe, `outcome` says. */
  readonly retryable: boolean;
  readonly outcome: Outcome;
  /** The reference of the record where it was saved all the same, or null. */
  readonly ref: unknown;
  /** NetSuite's id of the request, which its support asks for, or null. */
  readonly nsId: string | null;

  constructor(message: string, options: NetSuiteErrorOptions = {}) {
    super(
      message,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.netsuiteCode = options.netsuiteCode ?? null;
    this.operation = options.operation ?? null;
    this.attempts = options.attempts ?? [];
    this.retryable = options.retryable ?? false;
    this.outcome = options.outcome ?? "unknown";
    this.ref = options.ref ?? null;
    this.nsId = options.nsId ?? null;
  }

  /** The error as plain data for a log: all its fields; of the cause the name, message and code only. */
  toJSON(): Record<string, unknown> {
    const { name, message, cause } = this;
    return {
      name,
      message,
      ...Object.fromEntries(Object.entries(this)),
      ...(cause instanceof Error && { cause: describeCause(cause) }),
    };
  }

  get [BRAND](): NetSuiteErrorCode {
    return this.code;
  }

  static readonly [BRAND]: NetSuiteErrorCode | "any" = "any";

  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class that an application derives has no brand of its own, and works as classes do.
    if (!Object.hasOwn(this, BRAND))
      return Function.prototype[Symbol.hasInstance].call(this, value);
    if (typeof value !== "object" || value === null || !(BRAND in value))
      return false;
    return this[BRAND] === "any" || value[BRAND] === this[BRAND];
  }
}

/** The key of a subclass's static brand, whose value is its code. */
export const brand: typeof BRAND = BRAND;

/** Fills in what only the call knows, and returns the same error with its stack. */
export function withCallContext<E extends NetSuiteError>(
  error: E,
  context: Partial<CallContext & { readonly outcome: Outcome }>,
): E {
  return Object.assign(error, context);
}

/** Appends a sentence to an error's message and stack, and returns the same error. */
export function appendToMessage<E extends NetSuiteError>(
  error: E,
  sentence: string,
): E {
  const { message, stack } = error;
  const stop = /[.!?…]$/.test(message) ? "" : ".";
  error.message = `${message}${stop} ${sentence}`;
  if (stack !== undefined)
    error.stack = stack.replace(message, () => error.message);
  return error;
}

function describeCause(cause: Error): Record<string, unknown> {
  const { name, message } = cause;
  return "code" in cause
    ? { name, message, code: cause.code }
    : { name, message };
}
