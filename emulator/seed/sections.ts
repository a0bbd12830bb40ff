import type { Rules } from "../records/rules.js";
import { savedSearch } from "../search/saved-search-shape.js";
import type { Seed } from "./seed.js";
import {
  listOf,
  mapOf,
  objectOf,
  recordType,
  text,
  valueOf,
  type Shape,
} from "./shape.js";

const fieldsByRecordType = mapOf(listOf(text), recordType);

const selectOptions = listOf(objectOf({ internalId: text, name: text }));

const selectValues: Shape = (check, path, value) => {
  const shape = Array.isArray(value)
    ? selectOptions
    : objectOf({ dependsOn: text, values: mapOf(selectOptions) });
  shape(check, path, value);
};

/** A shape for each property of an object, all of which may be missing. */
type ShapeOf<T> = {
  readonly [Name in keyof T & string as `${Name}?`]-?: Shape;
};

/** The shape of each section of a seed but its records. */
export const SECTIONS: ShapeOf<Omit<Seed, "records">> = {
  "rules?": objectOf({
    "requiredFields?": fieldsByRecordType,
    "readOnlyFields?": fieldsByRecordType,
    "uniqueNames?": listOf(recordType),
    "checkedReferences?": listOf(text),
    "warnings?": fieldsByRecordType,
    "afterSubmitFailed?": listOf(recordType),
  } satisfies ShapeOf<Rules>),
  "selectValues?": mapOf(selectValues),
  "itemAvailability?": listOf(valueOf("ItemAvailability")),
  "budgetExchangeRates?": listOf(valueOf("BudgetExchangeRate")),
  "consolidatedExchangeRates?": listOf(valueOf("ConsolidatedExchangeRate")),
  "savedSearches?": listOf(savedSearch),
  "postings?": listOf(valueOf("PostingTransactionSummary")),
};
