/** Names of elements or script ids of custom fields, by the value of RecordType. */
export type FieldsByRecordType = Readonly<Record<string, readonly string[]>>;

/**
 * How an account's records behave beyond what the schema says: the `rules` of a seed.
 *
 * Nothing is set by default: NetSuite's own answers depend on forms, features and scripts that no schema tells.
 */
export interface Rules {
  /** Fields without which a record is refused: `{ customer: ["companyName", "custentity_region"] }`. */
  readonly requiredFields?: FieldsByRecordType;
  /** Fields that a request may set only with the preference `ignoreReadOnlyFields`, which leaves them as they are. */
  readonly readOnlyFields?: FieldsByRecordType;
  /** Values of RecordType whose `entityId`, `itemId` and `companyName` may stand once only. */
  readonly uniqueNames?: readonly string[];
  /** Elements whose references must name a record that is there: `["entity", "item"]`. */
  readonly checkedReferences?: readonly string[];
  /** Warnings with which records are saved, by the value of RecordType: `{ salesOrder: ["Low on stock."] }`. */
  readonly warnings?: FieldsByRecordType;
  /** Values of RecordType whose records are saved, and reported as failed after that. */
  readonly afterSubmitFailed?: readonly string[];
}
