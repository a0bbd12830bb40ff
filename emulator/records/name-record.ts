import type {
  ComplexDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import { membersOf } from "../schema/members.js";
import { textIn, type Properties } from "../schema/properties.js";

/** Elements that NetSuite fills where a new record has none: its number or the name it goes by. */
const AUTOMATIC = ["entityId", "tranId", "itemId"] as const;

/** A new record with the name that NetSuite gives it: an entity that of its company or person, all others their id. */
export function nameRecord(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  record: Properties,
): Properties {
  const { elements } = membersOf(schema, type);
  const name = AUTOMATIC.find((each) => elements.has(each));
  if (name === undefined || textIn(record, name)) return record;
  const person = [textIn(record, "firstName"), textIn(record, "lastName")]
    .filter(Boolean)
    .join(" ");
  const given =
    name === "entityId" ? textIn(record, "companyName") || person : "";
  return { ...record, [name]: given || textIn(record, "internalId") };
}
