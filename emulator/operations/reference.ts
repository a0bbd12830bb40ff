import {
  asList,
  isProperties,
  textIn,
  type Properties,
} from "../schema/properties.js";

/** Whether a reference names what another one, or a record's own value, does: by internal id, else by external id. */
export function isSameRecord(one: Properties, other: Properties): boolean {
  const id = textIn(one, "internalId");
  if (id !== undefined && textIn(other, "internalId") !== undefined)
    return id === textIn(other, "internalId");
  const externalId = textIn(one, "externalId")?.toLowerCase();
  return (
    externalId !== undefined &&
    externalId === textIn(other, "externalId")?.toLowerCase()
  );
}

/** The references in the value of a field: its own, or those of a list of references. */
export function referencesIn(value: unknown): readonly Properties[] {
  if (Array.isArray(value)) return asList(value);
  if (!isProperties(value)) return [];
  const lists = Object.values(value).filter(Array.isArray);
  return lists.length > 0 ? lists.flatMap(asList) : [value];
}
