import { StatusError } from "../faults/status.js";
import { textIn, type Properties } from "../schema/properties.js";

/** A saved search of an account, as it stands in its seed. */
export interface SavedSearch {
  readonly internalId: string;
  /** Such as `customsearch_open_orders`. */
  readonly scriptId: string;
  readonly name: string;
  /** A value of SearchRecordType: `customer`, `transaction`. */
  readonly searchType: string;
  /** The `criteria` of an XSearchAdvanced; default: none. Typed loosely, since each generated package has types of its own. */
  readonly criteria?: object;
  /** The `columns` of an XSearchAdvanced; default: internal ids. */
  readonly columns?: object;
  /** Whether it sums up its results, so that web services cannot run it. */
  readonly isSummary?: boolean;
}

/**
 * The saved search that an XSearchAdvanced names; undefined where it names none.
 *
 * @param searchType that of the XSearchAdvanced, such as `customer`
 * @throws StatusError where there is no such search of that type, or it cannot be run
 */
export function findSavedSearch(
  searches: readonly SavedSearch[],
  advanced: Properties,
  searchType: string,
): SavedSearch | undefined {
  const internalId = textIn(advanced, "savedSearchId")?.trim();
  const scriptId = textIn(advanced, "savedSearchScriptId")?.trim();
  if (!internalId && !scriptId) return undefined;
  const found = searches.find(
    (each) =>
      each.searchType === searchType &&
      (internalId
        ? each.internalId === internalId
        : each.scriptId.toLowerCase() === scriptId?.toLowerCase()),
  );
  if (!found)
    throw new StatusError(
      "SSS_INVALID_SRCH_ID",
      `That search or mass update does not exist: there is no ${searchType} search ${internalId ?? scriptId ?? ""}.`,
    );
  if (found.isSummary)
    throw new StatusError(
      "INVALID_SUMMARY_SRCH",
      `The saved search ${found.internalId} is a summary search, which web services cannot run.`,
    );
  return found;
}
