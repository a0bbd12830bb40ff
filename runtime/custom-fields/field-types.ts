/** Kinds of custom field: `boolean` is the kind of `BooleanCustomFieldRef`, and so on. */
export type CustomFieldKind =
  "boolean" | "date" | "double" | "long" | "multiSelect" | "select" | "string";

/**
 * Names a custom field: by its script id or, where the schema has none (before 2013.2), by the attribute `internalId`,
 * which held the script id then.
 */
export type CustomFieldId = string | { readonly internalId: string };

/** The attribute that names a custom field on the wire. */
export type CustomFieldIdAttribute<Id extends CustomFieldId> = Id extends string
  ? { scriptId: string }
  : { internalId: string };

/** What a select field holds: one entry of a list, or one record (`ListOrRecordRef`). Sent, it needs one of the ids. */
export interface SelectValue {
  internalId?: string;
  externalId?: string;
  /** Numeric id of the list or record type. */
  typeId?: string;
  /** What the account's users see. */
  name?: string;
}

/** What the schema declares for a custom field, of a record or of a search row. */
export interface CustomFieldLike {
  readonly $type: string;
  readonly internalId?: string;
  /** Since 2013.2. */
  readonly scriptId?: string;
}

/** What has custom fields: a record, a line of a sublist, a part of a search row. */
export interface HasCustomFields<Field> {
  customFieldList?: { customField?: Field[] } | null;
}

/** The kinds that a schema's custom fields have, by their `$type`. */
export type KindOf<Field extends CustomFieldLike> =
  Field["$type"] extends infer Type
    ? Type extends `SearchColumn${infer Kind}CustomField`
      ? Uncapitalize<Kind>
      : Type extends `${infer Kind}CustomFieldRef`
        ? Uncapitalize<Kind>
        : never
    : never;

/** Those of a schema's custom fields that are of a kind. */
export type FieldOfKind<
  Field extends CustomFieldLike,
  Kind extends string,
> = Extract<
  Field,
  {
    $type:
      | `${Capitalize<Kind>}CustomFieldRef`
      | `SearchColumn${Capitalize<Kind>}CustomField`;
  }
>;

/** What a custom field holds. */
export type ValueOf<Field> = Field extends { value: infer Value }
  ? Value
  : Field extends { searchValue?: infer Value }
    ? Exclude<Value, undefined>
    : never;
