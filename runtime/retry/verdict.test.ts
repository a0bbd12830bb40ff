import { expect, test } from "vitest";
import type { FailureKind } from "./failure-kind.js";
import { operationClass } from "./operation-class.js";
import { judgeRetry, type FailedAttempt, type Verdict } from "./verdict.js";

const failed: FailedAttempt = {
  operation: "get",
  operationClass: "read",
  isIdempotent: false,
  failure: "lost",
  retries: 0,
  timestampErrorMs: 0,
};
const judge = (some: Partial<FailedAttempt>): Verdict =>
  judgeRetry({ ...failed, ...some });

test.each<
  [FailureKind, read: string, add: string, update: string, upsert: string]
>([
  ["concurrency", "short", "short", "short", "short"],
  ["session", "short", "short", "short", "short"],
  ["notSent", "short", "short", "short", "short"],
  ["unavailable", "long", "long", "long", "long"],
  ["lost", "short", "no", "no", "short"],
  ["unexpected", "short", "no", "no", "short"],
  ["login", "no", "no", "no", "no"],
  ["refused", "no", "no", "no", "no"],
])("%s: get %s, add %s, update %s, upsert %s", (failure, ...want) => {
  const found = ["get", "add", "update", "upsert"].map((operation) => {
    const verdict = judge({
      failure,
      operation,
      operationClass: operationClass(operation),
    });
    return verdict.kind === "retry" ? verdict.wait : "no";
  });
  expect(found).toEqual(want);
});

test.each<[FailureKind, number, boolean]>([
  ["lost", 9, true],
  ["unexpected", 1, true],
  ["unexpected", 2, false],
])(
  "%s after %i retries of an add that may be done twice",
  (failure, retries, again) => {
    const verdict = judge({
      failure,
      retries,
      operation: "add",
      operationClass: "add",
      isIdempotent: true,
    });
    expect(verdict.kind === "retry").toBe(again);
  },
);

test.each([
  [239_000, 0, "giveUp"],
  [240_000, 0, "giveUp"],
  [240_001, 0, "retry"],
  [600_000, 1, "giveUp"],
])(
  "a failed login with a timestamp %i ms off, after %i retries: %s",
  (timestampErrorMs, retries, want) => {
    expect(judge({ failure: "login", timestampErrorMs, retries }).kind).toBe(
      want,
    );
  },
);

test.each<[string, string]>([
  [
    "asyncAddList",
    "asyncAddList is not repeated by itself, since that could make a second record: look whether the record is there, or use upsert with an externalId, which is repeated, or give the option idempotent where carrying it out twice does no harm.",
  ],
  [
    "updateList",
    "updateList is not repeated by itself, since sublist lines could be added twice: read the record back, or give the option idempotent where carrying it out twice does no harm.",
  ],
  [
    "attach",
    "attach is not repeated by itself, since it could be carried out twice: look whether it was, or give the option idempotent where twice does no harm.",
  ],
])("the advice for %s", (operation, advice) => {
  expect(
    judge({ operation, operationClass: operationClass(operation) }),
  ).toEqual({ kind: "giveUp", advice });
});
