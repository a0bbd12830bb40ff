import type { FaultRule } from "../../emulator/index.js";

/** What goes wrong, and with how many of a thousand requests. */
const MISHAPS: readonly (readonly [number, FaultRule])[] = [
  [15, { effect: "reset" }],
  [15, { effect: "reset", when: "afterCommit" }],
  [10, { effect: "unavailable" }],
  [10, { effect: "unavailable", when: "afterCommit" }],
  [10, { effect: "fault", code: "SESSION_TIMED_OUT" }],
  [5, { effect: "fault", code: "ACCT_TEMP_UNAVAILABLE" }],
  [5, { effect: "fault", code: "UNEXPECTED_ERROR" }],
  [
    5,
    {
      effect: "fault",
      code: "UNEXPECTED_ERROR",
      element: "invalidCredentialsFault",
      when: "afterCommit",
    },
  ],
  [5, { effect: "fault", code: "USER_ERROR" }],
  [10, { effect: "truncate" }],
  [10, { effect: "cut" }],
  [2, { effect: "silence" }],
  [2, { effect: "silence", when: "afterCommit" }],
  [50, { operation: "addList", effect: "unfinished", done: 1, unknown: 2 }],
  [20, { effect: "warn" }],
  [20, { effect: "afterSubmitFailed" }],
  [50, { effect: "delay", ms: 30 }],
];

/** The fault rules of a soak; `seed` determines which requests they strike. */
export function createFaultRules(seed: number): FaultRule[] {
  return MISHAPS.map(([share, rule], at) => ({
    ...rule,
    probability: share / 1000,
    seed: seed * MISHAPS.length + at,
  }));
}
