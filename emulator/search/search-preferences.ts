import { StatusError } from "../faults/status.js";
import {
  numberIn,
  propertiesIn,
  type Properties,
} from "../schema/properties.js";

/** How results are given: `searchPreferences` of the SOAP header. */
export interface SearchPreferences {
  /** Whether records come without their sublists. */
  readonly bodyFieldsOnly: boolean;
  /** Whether an advanced search gives rows, and not records. */
  readonly returnSearchColumns: boolean;
  readonly pageSize: number;
}

/** The largest page, and a company's default. */
const LARGEST_PAGE = 1000;
const LARGEST_ASYNC_PAGE = 2000;
const SMALLEST_PAGE = 5;

/**
 * Reads the search preferences of a request's header; what it does not give is NetSuite's default.
 *
 * @param isAsync whether the results are those of a job, whose pages may be larger
 * @throws StatusError for a page size that there cannot be
 */
export function readSearchPreferences(
  header: Properties,
  isAsync: boolean,
): SearchPreferences {
  const given = propertiesIn(header, "searchPreferences");
  const pageSize = numberIn(given, "pageSize") ?? LARGEST_PAGE;
  const most = isAsync ? LARGEST_ASYNC_PAGE : LARGEST_PAGE;
  if (pageSize < SMALLEST_PAGE || pageSize > most)
    throw new StatusError(
      "INVALID_SEARCH_PAGE_SIZE",
      `The page size ${pageSize} is not valid: it is ${SMALLEST_PAGE} to ${most}.`,
    );
  return {
    bodyFieldsOnly: given?.["bodyFieldsOnly"] !== false,
    returnSearchColumns: given?.["returnSearchColumns"] !== false,
    pageSize,
  };
}
