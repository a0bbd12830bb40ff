import type { NetSuiteError } from "../errors/index.js";
import type { StatusDetail } from "../facades/index.js";

/** What became of one input of a batch that writes. */
export type BatchWriteOutcome<Input, Ref> =
  | {
      /** The input's place among all, from 0. */
      readonly index: number;
      readonly input: Input;
      readonly ok: true;
      /** The record's reference, or null where NetSuite gave none. */
      readonly ref: Ref | null;
      readonly warnings: readonly StatusDetail[];
      /** The record was saved, and a script failed after that; `warnings` say how. Sending it again would duplicate it. */
      readonly afterSubmitFailed: boolean;
    }
  | BatchFailure<Input>;

/** What became of one input of a batch that reads. */
export type BatchReadOutcome<Input, Found> =
  | {
      /** The input's place among all, from 0. */
      readonly index: number;
      readonly input: Input;
      readonly ok: true;
      readonly record: Found;
      readonly warnings: readonly StatusDetail[];
    }
  | BatchFailure<Input>;

/** An input that was not carried out, or nobody can tell. */
export interface BatchFailure<Input> {
  /** The input's place among all, from 0. */
  readonly index: number;
  readonly input: Input;
  readonly ok: false;
  /**
   * - `failed`: it was refused, and would be again
   * - `notProcessed`: it was not carried out; it may be sent again
   * - `unknown`: it may have been carried out: read back before sending it again
   */
  readonly kind: "failed" | "notProcessed" | "unknown";
  /** A `NetSuiteStatusError` about this input, or the error of the call that its list was sent with. */
  readonly error: NetSuiteError;
}
