import type { FaultElement } from "../faults/soap-fault.js";

/** Which requests a rule is for, and which of them it strikes. What is left out matches everything. */
export interface RuleMatch {
  /** Name of an operation, or of any of several. */
  readonly operation?: string | readonly string[];
  /** A value of RecordType that the request has a record or reference of, or searches for. */
  readonly recordType?: string;
  /** Endpoint version, such as `2025_2`. */
  readonly version?: string;
  /** The first of the matching requests that is struck, from 1. Default 1. */
  readonly nth?: number;
  /** How many requests are struck. Default: one where `nth` is given, else all. */
  readonly times?: number;
  /** How likely each matching request is struck, from 0 to 1. Default 1. */
  readonly probability?: number;
  /** What the probability's random numbers come from, so that a run can be repeated. Default 1. */
  readonly seed?: number;
}

/** Whether something goes wrong with a request that is not carried out, or after it was. Default `beforeCommit`. */
export type When = "beforeCommit" | "afterCommit";

/**
 * What goes wrong.
 *
 * - `fault`: a SOAP fault of this code. Its element and message are those that NetSuite gives with the code, unless the
 *   rule says otherwise: `UNEXPECTED_ERROR` was seen inside `invalidCredentialsFault`
 * - `wrongDataCenter`: the fault of a host that another data center serves
 * - `unavailable`: an HTML page, as in maintenance; `status` is 503 unless given
 * - `delay`: the request takes longer; another rule may strike it besides
 * - `reset`: the connection breaks without an answer
 * - `silence`: no answer comes: a write that takes longer than 15 minutes is carried out, and its outcome never told
 * - `truncate`: the request is carried out, and the answer ends in the middle, as if it were whole
 * - `cut`: the same, but the connection breaks there
 * - `unfinished`: a list's time is up: its first `done` records are done; the next `unknown`, which are done or not by
 *   turns, come back as of unknown status; the others as not processed
 * - `shortPage`: a page of a search holds `keep` results only, and may be empty; the totals stay as they are
 * - `loseSearchId`: a search id has expired
 * - `warn`: each record is saved with a warning
 * - `afterSubmitFailed`: each record is saved, and reported as failed after that
 */
export type Mishap =
  | {
      readonly effect: "fault";
      readonly code: string;
      readonly element?: FaultElement;
      readonly message?: string;
      readonly when?: When;
    }
  | { readonly effect: "wrongDataCenter" }
  | {
      readonly effect: "unavailable";
      readonly status?: number;
      readonly when?: When;
    }
  | { readonly effect: "delay"; readonly ms: number }
  | { readonly effect: "reset"; readonly when?: When }
  | { readonly effect: "silence"; readonly when?: When }
  | { readonly effect: "truncate" }
  | { readonly effect: "cut" }
  | {
      readonly effect: "unfinished";
      readonly done: number;
      readonly unknown?: number;
    }
  | { readonly effect: "shortPage"; readonly keep: number }
  | { readonly effect: "loseSearchId" }
  | { readonly effect: "warn"; readonly message?: string }
  | { readonly effect: "afterSubmitFailed" };

/**
 * Something that goes wrong, and with which requests. Rules are plain JSON.
 *
 * @example
 * { "operation": "add", "recordType": "customer", "nth": 3, "effect": "reset", "when": "afterCommit" }
 */
export type FaultRule = RuleMatch & Mishap;
