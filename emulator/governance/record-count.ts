import type { RecordLimits } from "../account/settings.js";
import { SoapFault } from "../faults/soap-fault.js";
import { asList, propertiesIn, type Properties } from "../schema/properties.js";

/** Operations on one record or a list of them, and their asynchronous forms. */
const WRITE_OR_READ =
  /^(async)?(add|update|upsert|delete|get|Add|Update|Upsert|Delete|Get)List$/;

/**
 * Refuses a request that holds more records than one may; asynchronous ones may hold twice as many.
 *
 * @throws SoapFault
 */
export function checkRecordCount(
  operation: string,
  request: Properties,
  limits: RecordLimits,
): void {
  const found = findLimit(operation, limits);
  if (!found || countRecords(request) <= found.limit) return;
  throw new SoapFault(
    "exceededRecordCountFault",
    "MAX_RCRDS_EXCEEDED",
    `The maximum number (${found.limit}) of records allowed for a ${found.name.toUpperCase()} operation has been exceeded.`,
  );
}

function findLimit(
  operation: string,
  limits: RecordLimits,
): { readonly name: string; readonly limit: number } | undefined {
  if (operation === "getItemAvailability")
    return { name: operation, limit: limits.getItemAvailability };
  const [, async, verb] = WRITE_OR_READ.exec(operation) ?? [];
  if (verb === undefined) return undefined;
  // The pattern takes these five only.
  const name = verb.toLowerCase() as keyof RecordLimits;
  return { name, limit: limits[name] * (async === undefined ? 1 : 2) };
}

function countRecords(request: Properties): number {
  const items = propertiesIn(
    propertiesIn(request, "itemAvailabilityFilter"),
    "item",
  );
  return [request["record"], request["baseRef"], items?.["recordRef"]]
    .map((each) => asList(each).length)
    .reduce((sum, each) => sum + each, 0);
}
