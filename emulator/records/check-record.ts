import type { ComplexDescriptor } from "nsgen-runtime/codegen-v1";
import { StatusError } from "../faults/status.js";
import { membersOf } from "../schema/members.js";
import { textIn, type Properties } from "../schema/properties.js";
import { customFieldsOf, isCustomField } from "./custom-fields.js";
import { recordTypeIn } from "./record-id.js";
import type { SaveContext } from "./save-record.js";

/** A record as it would be stored. */
export interface CheckedRecord {
  readonly bucket: string;
  readonly type: ComplexDescriptor;
  readonly value: Properties;
  readonly internalId: string;
}

/**
 * Holds a record to the account's rules: fields that it needs, names that may stand once only.
 *
 * @throws StatusError where it breaks one
 */
export function checkRecord(context: SaveContext, record: CheckedRecord): void {
  checkRequired(context, record);
  checkName(context, record);
}

function checkRequired(
  { account, schema, preferences }: SaveContext,
  { bucket, type, value }: CheckedRecord,
): void {
  const rules = account.seed.rules?.requiredFields ?? {};
  const required = rules[recordTypeIn(bucket)] ?? [];
  if (required.length === 0) return;
  const custom = customFieldsOf(value);
  const { elements } = membersOf(schema, type);
  const isCustomChecked =
    preferences?.["disableMandatoryCustomFieldValidation"] !== true;
  const missing = required.filter((name) => {
    if (/^cust/.test(name) && name !== "customForm" && !elements.has(name))
      return (
        isCustomChecked && !custom.some((field) => isCustomField(field, name))
      );
    // What the version of the request does not have cannot be asked of it.
    return elements.has(name) && (value[name] ?? "") === "";
  });
  if (missing.length > 0)
    throw new StatusError(
      "USER_ERROR",
      `Please enter value(s) for: ${missing.map(labelOf).join(", ")}`,
    );
}

/** `Company Name` for `companyName`: what stands beside the field on the form. */
function labelOf(field: string): string {
  return field
    .replace(/^cust[a-z]+_/, "")
    .split(/_|(?<=[a-z])(?=[A-Z])/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/** Elements whose values name an entity or item, with what is said of one that is taken. */
const UNIQUE = [
  ["entityId", "DUP_ENTITY", "This entity already exists."],
  ["companyName", "DUP_ENTITY", "This entity already exists."],
  ["itemId", "DUP_ITEM", "This item already exists."],
] as const;

function checkName(
  { account }: SaveContext,
  { bucket, value, internalId }: CheckedRecord,
): void {
  if (!account.seed.rules?.uniqueNames?.includes(recordTypeIn(bucket))) return;
  for (const [name, code, message] of UNIQUE) {
    const own = textIn(value, name);
    if (!own) continue;
    for (const other of account.records.withText(bucket, name, own))
      if (other.internalId !== internalId) throw new StatusError(code, message);
  }
}
