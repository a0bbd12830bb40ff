import type { RecordStatus } from "../status/index.js";

/** `WriteResponse`, as the schema of every version declares it. */
export interface WriteResponse {
  readonly status: RecordStatus;
  readonly baseRef?: unknown;
}

/** `ReadResponse`, as the schema of every version declares it. */
export interface ReadResponse {
  readonly status: RecordStatus;
  readonly record?: object;
}

/** The output element of an operation on one record. */
export interface SingleResponse {
  readonly writeResponse: WriteResponse;
}

/** The output element of an operation on a list. */
export interface ListResponse {
  readonly writeResponseList?: {
    readonly status?: RecordStatus;
    readonly writeResponse?: readonly WriteResponse[];
  };
  readonly readResponseList?: {
    readonly status?: RecordStatus;
    readonly readResponse?: readonly ReadResponse[];
  };
}
