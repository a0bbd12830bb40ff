import { toDate } from "nsgen-runtime";
import { SUCCESS } from "../../faults/status.js";
import { nameOf } from "../../records/name-of.js";
import { recordTypeIn } from "../../records/record-id.js";
import { recordsNamed } from "../../records/references.js";
import type { StoredRecord } from "../../records/stored-record.js";
import {
  asList,
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { fitResult } from "../fit-result.js";
import type { Call, Operation } from "../operation.js";
import { isSameRecord } from "../reference.js";

/** `getItemAvailability`: the quantities of items at each location, of the seed or of the items' `locationsList`. */
export const getItemAvailability: Operation = (call) => {
  const filter = propertiesIn(call.request, "itemAvailabilityFilter");
  const since = textIn(filter, "lastQtyAvailableChange");
  const itemAvailability = asList(propertiesIn(filter, "item")?.["recordRef"])
    .flatMap((item) => findAvailability(call, item))
    .filter((each) => since === undefined || hasChanged(each, since));
  return {
    getItemAvailabilityResult: fitResult(
      call.schema,
      "GetItemAvailabilityResult",
      {
        status: SUCCESS,
        ...(itemAvailability.length > 0 && {
          itemAvailabilityList: { itemAvailability },
        }),
      },
    ),
  };
};

function findAvailability({ account }: Call, item: Properties): Properties[] {
  const seeded = (account.seed.itemAvailability ?? []).filter((each) =>
    isSameRecord(item, propertiesIn(each, "item") ?? {}),
  );
  if (seeded.length > 0) return seeded;
  return recordsNamed(account, item)
    .filter(({ bucket }) => bucket.endsWith("Item"))
    .flatMap(readLocations);
}

/** The lines of an item's `locationsList`. */
function readLocations({ bucket, value: item }: StoredRecord): Properties[] {
  const ref = {
    internalId: textIn(item, "internalId"),
    type: recordTypeIn(bucket),
    name: nameOf(item) ?? undefined,
  };
  return asList(propertiesIn(item, "locationsList")?.["locations"]).map(
    (line) => ({
      ...line,
      $type: undefined,
      item: ref,
      lastQtyAvailableChange: item["lastModifiedDate"],
    }),
  );
}

function hasChanged(availability: Properties, since: string): boolean {
  const changed = textIn(availability, "lastQtyAvailableChange");
  return changed !== undefined && toDate(changed) >= toDate(since);
}
