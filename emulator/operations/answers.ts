import type { Properties } from "../schema/properties.js";

/** What a seed says of operations whose answers do not come from records alone. */
export interface Answers {
  /**
   * What fields can be set to, by record type and field: `customer.salesRep`, `salesOrder.itemList.item`. Fields that are
   * not here have what the records and enumerations give.
   */
  readonly selectValues?: Readonly<Record<string, SelectValues>>;
  /** Values of `ItemAvailability`: an item that is here has these in place of what its `locationsList` says. */
  readonly itemAvailability?: readonly Properties[];
  /** Values of `BudgetExchangeRate`. */
  readonly budgetExchangeRates?: readonly Properties[];
  /** Values of `ConsolidatedExchangeRate`, which endpoints had an operation for until 2017.1. */
  readonly consolidatedExchangeRates?: readonly Properties[];
  /** What was posted, beside the lines of journal entries: values of `PostingTransactionSummary`. */
  readonly postings?: readonly Properties[];
}

/** The values of a field: all, or those for each value of the field that it depends on. */
export type SelectValues =
  | readonly SelectOption[]
  | {
      /** The field that `filterByValueList` must name, such as `entity`. */
      readonly dependsOn: string;
      /** By the internal id that it has there. */
      readonly values: Readonly<Record<string, readonly SelectOption[]>>;
    };

/** One value that a field can be set to. */
export interface SelectOption {
  readonly internalId: string;
  readonly name: string;
}
