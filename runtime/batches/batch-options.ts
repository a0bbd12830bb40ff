/** Where a batch stands. Store it to resume after a crash. */
export interface BatchCheckpoint {
  /** The outcomes of all inputs before this index have been taken. */
  readonly reported: number;
  /** Inputs before this index have been or are being sent. What lies between the two may have been carried out. */
  readonly sent: number;
}

/** How a batch is sent. */
export interface BatchSettings {
  /**
   * Inputs in one list, at most and by default as many as NetSuite takes: 200 for add and delete, 100 for update and
   * upsert, 1,000 for get. Oracle found about 20 transactions, 50 entities or items, 100 custom records the fastest.
   */
  readonly chunkSize?: number | undefined;
  /** How large a list may be, in bytes. Default 90,000,000: NetSuite takes 100 MB. An input that is larger goes alone. */
  readonly maxListBytes?: number | undefined;
  /** How many lists are under way at a time. Default 2. No more inputs are taken than these lists hold. */
  readonly listsInFlight?: number | undefined;
  /** Index of the first input that is sent: those before it are taken and left out. Default 0. */
  readonly startAt?: number | undefined;
  /** Is told, and waited for, before each list is sent and after all outcomes of one have been taken. */
  readonly checkpoint?:
    ((checkpoint: BatchCheckpoint) => void | Promise<void>) | undefined;
}

/** The options of a batch: those of its calls, and how it is sent. */
export type BatchOptions<Options> = Options & BatchSettings;

/** What a batch takes its inputs from. */
export type Inputs<Input> = Iterable<Input> | AsyncIterable<Input>;
