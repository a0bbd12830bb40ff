import type {
  ComplexDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import type { Account } from "../account/account.js";
import { membersOf } from "../schema/members.js";
import type { Properties } from "../schema/properties.js";
import { findRecordType } from "../schema/record-types.js";
import { contactLines } from "./attachments.js";
import { fitValue } from "./fit-value.js";
import { nameOf } from "./name-of.js";
import { recordTypeIn } from "./record-id.js";
import { findTarget } from "./references.js";
import type { StoredRecord } from "./stored-record.js";
import { hasScriptIds } from "./to-stored.js";

/**
 * What a reader of a schema sees of a record, whatever version wrote it: elements, types and enumeration values that the
 * schema lacks are left out, and references have the name of the record that they are to, where it is in the account.
 * Undefined where the schema has no such record.
 */
export function readView(
  account: Account,
  schema: NetSuiteSchema,
  record: StoredRecord,
): Properties | undefined {
  const type = findRecordType(schema, recordTypeIn(record.bucket));
  if (!type) return undefined;
  const value = {
    ...record.value,
    ...contactLines(account, schema, type, record),
  };
  return fitValue(schema, type, value, {
    before: (actual, each, element) =>
      element === "customField" && !hasScriptIds(schema, actual)
        ? { ...each, internalId: each["scriptId"] ?? each["internalId"] }
        : each,
    after(actual, each, element) {
      const { isReference, elements } = membersOf(schema, actual);
      if (!isReference || !elements.has("name")) return each;
      const target = findTarget(account, each, { element, holder: type.name });
      const name = target && nameOf(target.value);
      return name ? { ...each, name } : each;
    },
  });
}

/** A record without its sublists: what `bodyFieldsOnly` of the search preferences leaves. */
export function bodyFieldsOnly(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  value: Properties,
): Properties {
  const { elements } = membersOf(schema, type);
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => {
      const element = elements.get(name);
      const held = element && schema.type(element.type);
      return held?.kind !== "complex" || !membersOf(schema, held).line;
    }),
  );
}
