import { StatusError } from "../faults/status.js";
import type { Properties } from "../schema/properties.js";
import { customFieldsOf, isCustomField } from "./custom-fields.js";
import { recordTypeIn } from "./record-id.js";
import type { SaveContext } from "./save-record.js";

/**
 * A request's record without the fields that it may not set; they keep their values.
 *
 * @throws StatusError where it has one, and the preference `ignoreReadOnlyFields` is not set
 */
export function omitReadOnly(
  { account, preferences }: SaveContext,
  bucket: string,
  given: Properties,
): Properties {
  const rules = account.seed.rules?.readOnlyFields ?? {};
  const names = rules[recordTypeIn(bucket)] ?? [];
  const custom = customFieldsOf(given);
  const isReadOnly = (field: Properties): boolean =>
    names.some((name) => isCustomField(field, name));
  const found = names.find(
    (name) =>
      given[name] !== undefined ||
      custom.some((field) => isCustomField(field, name)),
  );
  if (found === undefined) return given;
  if (preferences?.["ignoreReadOnlyFields"] !== true)
    throw new StatusError(
      "INSUFFICIENT_PERMISSION",
      `You do not have permissions to set a value for element ${found} due to one of the following reasons: 1) The field is read-only; 2) An associated feature is disabled; 3) The field is available either when a record is created or updated, but not in both cases.`,
    );
  const { customFieldList, ...fields } = given;
  const kept = Object.entries(fields).filter(([name]) => !names.includes(name));
  return {
    ...Object.fromEntries(kept),
    ...(customFieldList !== undefined && {
      customFieldList: {
        customField: custom.filter((each) => !isReadOnly(each)),
      },
    }),
  };
}
