import type {
  BatchOptions,
  Inputs,
  BatchReadOutcome,
  BatchWriteOutcome,
} from "../batches/index.js";
import type { StatusDetail, Untyped } from "../facades/index.js";
import type { SearchOptions, SearchResults } from "../paging/index.js";

/**
 * What a record is found by: its internal id, or a reference with an internal or external id. References to custom
 * records need their type besides, and so are never a text.
 */
export type RecordId<Ref> =
  Ref | Untyped<Ref> | (Ref extends { typeId?: unknown } ? never : string);

/** The options of a write: those of its call, and where warnings go. */
export type WriteOptions<Options> = Options & {
  /** Is told of the warnings of a write that succeeded. */
  readonly onWarning?:
    ((warnings: readonly StatusDetail[]) => void) | undefined;
};

/** Why records are deleted, where the account asks for it; since 2015.2. */
export interface DeletionOptions {
  readonly deletionReason?:
    | {
        readonly deletionReasonCode: {
          readonly internalId?: string;
          readonly externalId?: string;
        };
        readonly deletionReasonMemo?: string;
      }
    | undefined;
}

/**
 * What can be done with every record.
 *
 * The methods for one record throw `NetSuiteStatusError` when its status is not success; where the record was saved all
 * the same, its `outcome` is `done` and its `ref` the reference. Those for many, whose names end in `All`, yield one
 * outcome for each input, in order, and throw only what concerns them all.
 */
export interface RecordMethods<Found, Fields, Ref, Options> {
  /** Reads a record whole, sublists included. */
  get(id: RecordId<Ref>, options?: Options): Promise<Found>;
  /** Reads records, 1,000 in a list. */
  getAll(
    ids: Inputs<RecordId<Ref>>,
    options?: BatchOptions<Options>,
  ): AsyncIterable<BatchReadOutcome<RecordId<Ref>, Found>>;
  /** Creates a record, and gives its reference. It is never sent twice, unless NetSuite surely did not process it. */
  add(fields: Fields, options?: WriteOptions<Options>): Promise<Ref>;
  /** Creates records, 200 in a list. */
  addAll<Input extends Fields>(
    inputs: Inputs<Input>,
    options?: BatchOptions<Options>,
  ): AsyncIterable<BatchWriteOutcome<Input, Ref>>;
  /** Changes the fields that are given of the record that `internalId` or `externalId` names. */
  update(fields: Fields, options?: WriteOptions<Options>): Promise<Ref>;
  /** Changes records, 100 in a list. */
  updateAll<Input extends Fields>(
    inputs: Inputs<Input>,
    options?: BatchOptions<Options>,
  ): AsyncIterable<BatchWriteOutcome<Input, Ref>>;
  /** Creates the record of this `externalId`, or changes it where it is there. NetSuite takes no `internalId` here. */
  upsert(fields: Fields, options?: WriteOptions<Options>): Promise<Ref>;
  /** Creates or changes records by `externalId`, 100 in a list. */
  upsertAll<Input extends Fields>(
    inputs: Inputs<Input>,
    options?: BatchOptions<Options>,
  ): AsyncIterable<BatchWriteOutcome<Input, Ref>>;
  /** Deletes a record, and gives its reference. */
  delete(
    id: RecordId<Ref>,
    options?: WriteOptions<Options> & DeletionOptions,
  ): Promise<Ref>;
  /** Deletes records, 200 in a list. */
  deleteAll(
    ids: Inputs<RecordId<Ref>>,
    options?: BatchOptions<Options> & DeletionOptions,
  ): AsyncIterable<BatchWriteOutcome<RecordId<Ref>, Ref>>;
}

/** What can be done besides with a record that has a search. */
export interface RecordFinder<Found, Search, Options> {
  /**
   * Finds records of this type. Where the search finds others too, as that of transactions does, the criteria for the
   * type are filled in, and others left out; totals are then NetSuite's, and may be higher.
   *
   * @throws NetSuiteConfigurationError when `search` asks for another type of record
   */
  search(
    search: Untyped<Search>,
    options?: SearchOptions<Options>,
  ): SearchResults<Found>;
}

/** What can be done besides with a record that others can be turned into. */
export interface RecordTransformer<Found, Source, Ref, Options> {
  /**
   * Creates a record from another one, such as an invoice from a sales order: NetSuite fills in a draft, `change`
   * changes it or gives another one, and the result is added, fields that are read-only ignored.
   *
   * @param sources the record that it is made from; several where NetSuite allows it
   * @throws NetSuiteStatusError when NetSuite makes no draft, or refuses the result
   * @example
   * await client.records.invoice.transformFrom(
   *   { type: "salesOrder", internalId: "5" },
   *   (draft) => { draft.memo = "By month"; },
   * );
   */
  transformFrom(
    sources: Source | readonly Source[],
    // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- who changes the draft itself returns nothing
    change: (draft: Found) => Found | void | Promise<Found | void>,
    options?: WriteOptions<Options>,
  ): Promise<Ref>;
}
