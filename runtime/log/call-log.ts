import type { Attempt, NetSuiteError } from "../errors/index.js";
import { redactXml, type Redact, type Secrecy } from "../redact/index.js";
import { writeLine, type Logger } from "./logger.js";

/** What a client tells its logger. Nothing here throws. */
export interface CallLog {
  /** An attempt is over; it is the last of those given. */
  readonly attempt: (
    operation: string,
    attempts: readonly Attempt[],
    end: AttemptEnd,
  ) => void;
  /** A failed request will be sent again. */
  readonly retry: (
    operation: string,
    error: NetSuiteError,
    waitMs: number,
  ) => void;
  /** What is added to this machine's time was learnt anew. */
  readonly clock: (beforeMs: number, afterMs: number) => void;
  /** A call failed in the end. */
  readonly failure: (error: NetSuiteError) => void;
  /** A message was sent or received. */
  readonly wire: (message: WireMessage) => void;
}

/** How an attempt ended. */
export interface AttemptEnd {
  readonly error: NetSuiteError | null;
  readonly nsId: string | null;
}

/** A message as it went over the wire, its content-encoding taken off. */
export interface WireMessage {
  readonly operation: string;
  readonly direction: "request" | "response";
  readonly body: Uint8Array | string;
  readonly charset: string | undefined;
  /** Takes out what is known to be secret in this call. */
  readonly redact: Redact;
}

/** What a log is made with. */
export interface LogOptions {
  readonly logger: Logger | undefined;
  /** Whether messages are logged. */
  readonly wireLog: boolean;
  readonly secrecy: Secrecy;
}

/** Smaller changes of the clock's correction are its being learnt more exactly. */
const TELLING_CLOCK_MS = 30_000;

/** Makes the log of a client; without a logger it does nothing. */
export function createCallLog(options: LogOptions): CallLog {
  const { logger, wireLog, secrecy } = options;
  if (logger === undefined) return SILENT;
  return {
    attempt(operation, attempts, { error, nsId }) {
      const last = attempts.at(-1);
      if (last === undefined) return;
      const { durationMs, waitedMs, httpStatus } = last;
      writeLine(
        logger,
        "debug",
        {
          operation,
          attempt: attempts.length,
          durationMs,
          waitedMs,
          httpStatus,
          nsId,
          ...(error && describeFailure(error)),
        },
        `${operation}: attempt ${attempts.length} ${error ? "failed" : "ok"} after ${durationMs} ms${error ? `: ${error.message}` : ""}`,
      );
    },
    retry(operation, error, waitMs) {
      const wait = Math.round(waitMs);
      writeLine(
        logger,
        "warn",
        { operation, waitMs: wait, ...describeFailure(error) },
        `${operation}: sent again in ${wait} ms, after: ${error.message}`,
      );
    },
    clock(beforeMs, afterMs) {
      if (Math.abs(afterMs - beforeMs) < TELLING_CLOCK_MS) return;
      writeLine(
        logger,
        "warn",
        { correctionMs: afterMs },
        afterMs === 0
          ? "This machine's clock agrees with NetSuite's again."
          : `This machine's clock is ${Math.round(Math.abs(afterMs) / 1000)} s ${afterMs > 0 ? "behind" : "ahead of"} NetSuite's. Timestamps are corrected; set the clock.`,
      );
    },
    failure(error) {
      // Whoever aborted it knows.
      if (error.code === "aborted") return;
      writeLine(
        logger,
        "error",
        { err: error },
        `${error.operation ?? "A call"} failed: ${error.message}`,
      );
    },
    wire({ operation, direction, body, charset, redact }) {
      if (!wireLog) return;
      const xml = redactXml(body, { secrecy, redact, charset });
      const bytes = Buffer.byteLength(body);
      writeLine(
        logger,
        "debug",
        { operation, direction, bytes, ...(xml !== null && { xml }) },
        xml === null
          ? `${operation}: ${direction} of ${bytes} bytes that are not well-formed XML, and so not shown`
          : `${operation}: ${direction} of ${bytes} bytes`,
      );
    },
  };
}

const ignore = (): void => undefined;

const SILENT: CallLog = {
  attempt: ignore,
  retry: ignore,
  clock: ignore,
  failure: ignore,
  wire: ignore,
};

function describeFailure(error: NetSuiteError): object {
  const { code, netsuiteCode, outcome } = error;
  return { code, netsuiteCode, outcome };
}
