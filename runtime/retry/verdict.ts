import type { FailureKind } from "./failure-kind.js";
import type { OperationClass } from "./operation-class.js";

/** Whether a failed request is sent again: how long to wait first, or why not, where the caller can do something about it. */
export type Verdict =
  | { readonly kind: "retry"; readonly wait: "short" | "long" }
  | { readonly kind: "giveUp"; readonly advice: string | null };

/** What a verdict goes by. */
export interface FailedAttempt {
  /** Its name in the WSDL. */
  readonly operation: string;
  readonly operationClass: OperationClass;
  /** Whether the caller says that the request may be carried out twice. */
  readonly isIdempotent: boolean;
  readonly failure: FailureKind;
  /** Retries so far, 0 after the first attempt. */
  readonly retries: number;
  /** How far the attempt's timestamp was from the server's clock, in milliseconds. */
  readonly timestampErrorMs: number;
}

/** NetSuite allows five minutes; the Date header knows seconds, and the request is under way for some. */
const BAD_TIMESTAMP_MS = 240_000;

/** Broken processing mostly breaks again. */
const MAX_UNEXPECTED_RETRIES = 2;

/** Decides about outcome × operation. How many retries there may be in all is for the caller to count. */
export function judgeRetry(failed: FailedAttempt): Verdict {
  const { failure, retries } = failed;
  switch (failure) {
    case "concurrency":
    case "session":
    case "notSent":
      return { kind: "retry", wait: "short" };
    case "unavailable":
      return { kind: "retry", wait: "long" };
    case "lost":
      return isRepeatable(failed)
        ? { kind: "retry", wait: "short" }
        : giveUp(adviceFor(failed));
    case "unexpected":
      if (!isRepeatable(failed)) return giveUp(adviceFor(failed));
      return retries < MAX_UNEXPECTED_RETRIES
        ? { kind: "retry", wait: "short" }
        : giveUp(null);
    case "login":
      // Five failures lock the user, so only the one cause that is mended by now counts, and only once.
      return retries === 0 && failed.timestampErrorMs > BAD_TIMESTAMP_MS
        ? { kind: "retry", wait: "short" }
        : giveUp(null);
    case "refused":
      return giveUp(null);
    default:
      return failure satisfies never;
  }
}

function isRepeatable({
  operationClass,
  isIdempotent,
}: FailedAttempt): boolean {
  return (
    isIdempotent ||
    operationClass === "read" ||
    operationClass === "idempotentWrite"
  );
}

function giveUp(advice: string | null): Verdict {
  return { kind: "giveUp", advice };
}

function adviceFor({ operation, operationClass }: FailedAttempt): string {
  if (operationClass === "update")
    return `${operation} is not repeated by itself, since sublist lines could be added twice: read the record back, or give the option idempotent where carrying it out twice does no harm.`;
  return /add(List)?$/i.test(operation)
    ? `${operation} is not repeated by itself, since that could make a second record: look whether the record is there, or use upsert with an externalId, which is repeated, or give the option idempotent where carrying it out twice does no harm.`
    : `${operation} is not repeated by itself, since it could be carried out twice: look whether it was, or give the option idempotent where twice does no harm.`;
}
