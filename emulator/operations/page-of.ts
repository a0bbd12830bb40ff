import { StatusError } from "../faults/status.js";
import { numberIn, propertiesIn } from "../schema/properties.js";
import type { Call } from "./operation.js";

/** Some of all results, as the results of operations describe them. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly totalRecords: number;
  readonly pageSize: number;
  readonly totalPages: number;
  readonly pageIndex: number;
}

/** The sizes that a page may have. */
export interface PageSizes {
  readonly least: number;
  readonly most: number;
}

/**
 * The page that a request's `pageIndex` asks for, of the size in `searchPreferences`; default the largest.
 *
 * @throws StatusError for a size or page that there cannot be
 */
export function pageOf<T>(
  { request, header }: Call,
  all: readonly T[],
  { least, most }: PageSizes,
): Page<T> {
  const pageSize =
    numberIn(propertiesIn(header, "searchPreferences"), "pageSize") ?? most;
  if (pageSize < least || pageSize > most)
    throw new StatusError(
      "INVALID_SEARCH_PAGE_SIZE",
      `The page size ${pageSize} is not valid: it is ${least} to ${most}.`,
    );
  const totalPages = Math.ceil(all.length / pageSize);
  const pageIndex = numberIn(request, "pageIndex") ?? 1;
  if (pageIndex < 1 || pageIndex > Math.max(1, totalPages))
    throw new StatusError(
      "INVALID_PAGE_INDEX",
      `There is no page ${pageIndex}: the pages are 1 to ${Math.max(1, totalPages)}.`,
    );
  const from = (pageIndex - 1) * pageSize;
  return {
    items: all.slice(from, from + pageSize),
    totalRecords: all.length,
    pageSize,
    totalPages,
    pageIndex,
  };
}
