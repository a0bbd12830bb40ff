import type {
  CustomFieldId,
  CustomFieldLike,
  HasCustomFields,
} from "./field-types.js";

/** The first custom field of that id, or undefined. */
export function findCustomField<Field extends CustomFieldLike>(
  from: HasCustomFields<Field> | null | undefined,
  id: CustomFieldId,
): Field | undefined {
  return from?.customFieldList?.customField?.find((field) =>
    isNamed(field, id),
  );
}

/**
 * Whether a custom field has that id.
 *
 * A script id is compared with `internalId` as well: before 2013.2 it stood there, and since then that attribute is
 * a number, which no script id is.
 */
export function isNamed(
  { scriptId, internalId }: CustomFieldLike,
  id: CustomFieldId,
): boolean {
  return typeof id === "string"
    ? scriptId === id || internalId === id
    : internalId === id.internalId;
}
