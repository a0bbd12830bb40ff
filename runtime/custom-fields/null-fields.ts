import type { CustomFieldId } from "./field-types.js";

/** A record: its `nullFieldList` names what NetSuite shall empty. */
export interface HasNullFields {
  nullFieldList?: { name?: string[] } | null;
}

/** What a custom field is called in a `nullFieldList`. */
export function nullName(id: CustomFieldId): string {
  return typeof id === "string" ? id : id.internalId;
}

/** Takes a custom field out of a record's `nullFieldList`, where it has one. */
export function dropNull(record: object, id: CustomFieldId): void {
  // Whatever has a `nullFieldList` is a record.
  const { nullFieldList } = record as HasNullFields;
  const name = nullName(id);
  if (!nullFieldList?.name?.includes(name)) return;
  Object.assign(record, {
    nullFieldList: {
      ...nullFieldList,
      name: nullFieldList.name.filter((each) => each !== name),
    },
  });
}
