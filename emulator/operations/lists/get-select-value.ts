import {
  statusOf,
  StatusError,
  SUCCESS,
  warning,
} from "../../faults/status.js";
import {
  asList,
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import type { SelectOption, SelectValues } from "../answers.js";
import { deriveOptions } from "./derive-options.js";
import { fitResult } from "../fit-result.js";
import type { Call, Operation } from "../operation.js";
import { pageOf } from "../page-of.js";

/** `getSelectValue`: what a field can be set to, of the seed, or of the records and enumerations that it can name. */
export const getSelectValue: Operation = (call) => ({
  getSelectValueResult: statusOf<Properties>(
    () => listOptions(call),
    (status) => ({ status }),
  ),
});

function listOptions(call: Call): Properties {
  const { account, schema } = call;
  const description = propertiesIn(call.request, "fieldDescription") ?? {};
  const seeded = account.seed.selectValues?.[keyOf(description)];
  const options = seeded
    ? chooseOptions(seeded, description)
    : deriveOptions(call, description);
  if (typeof options === "string")
    return {
      status: warning(
        `Results are incomplete. You must provide a value for field ${options}.`,
      ),
      totalRecords: 0,
      totalPages: 0,
    };
  const matches = createFilter(description);
  const found = options.filter(({ name }) => matches(name));
  // More than ten and fewer than a thousand, says the documentation; without a preference a thousand.
  const page = pageOf(call, found, { least: 11, most: 1000 });
  return fitResult(schema, "GetSelectValueResult", {
    status: SUCCESS,
    totalRecords: page.totalRecords,
    totalPages: page.totalPages,
    ...(page.items.length > 0 && {
      baseRefList: {
        baseRef: page.items.map((each) => ({ $type: "RecordRef", ...each })),
      },
    }),
  });
}

/** The key of `selectValues`: `salesOrder.itemList.item`, or `17.custrecord_size` for custom record type 17. */
function keyOf(description: Properties): string {
  const owner =
    textIn(description, "recordType") ??
    textIn(propertiesIn(description, "customRecordType"), "internalId") ??
    textIn(propertiesIn(description, "customTransactionType"), "internalId");
  return [owner, textIn(description, "sublist"), textIn(description, "field")]
    .filter((each) => each !== undefined)
    .join(".");
}

/** The options of a seed, or the name of the field whose value is missing for that. */
function chooseOptions(
  given: SelectValues,
  description: Properties,
): readonly SelectOption[] | string {
  if (!("dependsOn" in given)) return given;
  const filter = asList(
    propertiesIn(description, "filterByValueList")?.["filterBy"],
  ).find((each) => each["field"] === given.dependsOn);
  if (!filter) return given.dependsOn;
  return given.values[textIn(filter, "internalId") ?? ""] ?? [];
}

/** How options are filtered by their names, without regard to case. */
const OPERATORS: ReadonlyMap<
  string,
  (name: string, wanted: string) => boolean
> = new Map([
  ["contains", (name, wanted) => name.includes(wanted)],
  ["is", (name, wanted) => name === wanted],
  ["startsWith", (name, wanted) => name.startsWith(wanted)],
]);

function createFilter(description: Properties): (name: string) => boolean {
  const filter = propertiesIn(description, "filter");
  if (!filter) return () => true;
  const given = textIn(filter, "operator") ?? "";
  const compare = OPERATORS.get(given);
  if (!compare)
    throw new StatusError(
      "INVALID_SEARCH_OPERATOR",
      `The operator ${given} is not valid for select values.`,
    );
  const wanted = (textIn(filter, "filterValue") ?? "").toLowerCase();
  return (name) => compare(name.toLowerCase(), wanted);
}
