import type { CallOptions } from "../call/index.js";
import type { Caller, StatusDetail } from "../facades/index.js";
import type { PagingOptions } from "./search-results.js";

/** A record or a row, as decoded. */
export interface FoundItem {
  readonly $type?: string;
  readonly internalId?: string;
}

/** `SearchResult`, as the schema of every version declares it. */
export interface SearchResult {
  readonly status: {
    readonly isSuccess?: boolean;
    readonly statusDetail?: readonly StatusDetail[];
  };
  readonly totalRecords?: number;
  readonly totalPages?: number;
  readonly searchId?: string;
  readonly recordList?: { readonly record?: readonly FoundItem[] } | null;
  readonly searchRowList?: { readonly searchRow?: readonly FoundItem[] } | null;
}

/** A search and how its results are read. */
export interface SearchPlan {
  readonly caller: Caller;
  /** How users write it, for messages: `records.customer.search`. */
  readonly subject: string;
  /** The value of `searchRecord`. */
  readonly searchRecord: object;
  /** Whether rows are asked for, and not records. */
  readonly rows: boolean;
  /** The `$type` of the records that are wanted, or null for all. */
  readonly only: string | null;
  readonly call: CallOptions;
  readonly paging: PagingOptions;
}
