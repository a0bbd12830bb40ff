import { asList, textIn, type Properties } from "../schema/properties.js";

/** The custom fields of a record or a line. */
export function customFieldsOf(
  value: Properties | undefined,
): readonly Properties[] {
  const list = value?.["customFieldList"];
  return typeof list === "object" && list !== null && "customField" in list
    ? asList(list.customField)
    : [];
}

/** Whether a custom field has a script id, or an internal one: names as `nullFieldList` and rules give them. */
export function isCustomField(field: Properties, name: string): boolean {
  return (
    textIn(field, "scriptId")?.toLowerCase() === name.toLowerCase() ||
    textIn(field, "internalId") === name
  );
}

/** A CustomFieldList in which given fields stand in place of those with their script or internal id, or behind all. */
export function mergeCustomFields(
  before: Properties | undefined,
  given: Properties,
): Properties {
  const merged = [...asList(before?.["customField"])];
  for (const field of asList(given["customField"])) {
    const name = textIn(field, "scriptId") ?? textIn(field, "internalId");
    const at = merged.findIndex(
      (each) => name !== undefined && isCustomField(each, name),
    );
    if (at < 0) merged.push(field);
    else merged[at] = { ...merged[at], ...field };
  }
  return { customField: merged };
}
