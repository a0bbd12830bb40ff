import type {
  ComplexDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import type { Account } from "../account/account.js";
import { membersOf } from "../schema/members.js";
import { asList, propertiesIn, type Properties } from "../schema/properties.js";
import type { Table } from "../state/state.js";
import type { StoredRecord } from "./stored-record.js";

/** A record that was attached to another: a file, or a contact with its role. */
export interface Attachment {
  readonly to: RecordKey;
  readonly attached: RecordKey;
  /** Internal id of the contact's role, or null. */
  readonly contactRole: string | null;
}

/** A stored record, by what it keeps as long as it is there. */
export type RecordKey = Pick<StoredRecord, "bucket" | "internalId">;

/** Attaches a record, again with another role where it is attached already. */
export function attach(account: Account, attachment: Attachment): void {
  const { to, attached } = attachment;
  tableOf(account).put(keyOf(to, attached), attachment);
}

/** Takes an attached record off; false where it was not attached. */
export function detach(
  account: Account,
  from: RecordKey,
  attached: RecordKey,
): boolean {
  const table = tableOf(account);
  const key = keyOf(from, attached);
  const isAttached = table.get(key) !== undefined;
  if (isAttached) table.delete(key);
  return isAttached;
}

/** The records that are attached to a record, in the order of attaching; those deleted since are left out. */
export function attachedTo(
  account: Account,
  { bucket, internalId }: RecordKey,
): readonly StoredRecord[] {
  const table = tableOf(account);
  if (table.size === 0) return [];
  const found: StoredRecord[] = [];
  for (const [, { to, attached }] of table.entries()) {
    if (to.bucket !== bucket || to.internalId !== internalId) continue;
    const record = account.records.find(attached);
    if (record) found.push(record);
  }
  return found;
}

/** Sublists that show a record's contacts, by the element of the record. */
const CONTACT_LISTS = ["contactRolesList", "contactList"] as const;

/** The sublists of a record that show attached contacts, where its type has one; contacts that it holds itself stay. */
export function contactLines(
  account: Account,
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  record: StoredRecord,
): Properties {
  const { elements } = membersOf(schema, type);
  const name = CONTACT_LISTS.find((each) => elements.has(each));
  if (name === undefined) return {};
  const list = schema.type(elements.get(name)?.type ?? 0);
  const line =
    list.kind === "complex" ? membersOf(schema, list).line?.name : undefined;
  const contacts = attachedTo(account, record).filter(
    ({ bucket }) => bucket === "Contact",
  );
  if (line === undefined || contacts.length === 0) return {};
  const own = asList(propertiesIn(record.value, name)?.[line]);
  const held = own.map((each) => propertiesIn(each, "contact")?.["internalId"]);
  const added = contacts
    .filter(({ internalId }) => !held.includes(internalId))
    .map(({ internalId }) => ({ contact: { internalId } }));
  return { [name]: { [line]: [...own, ...added] } };
}

function tableOf({ state }: Account): Table<Attachment> {
  return state.table("attachments");
}

function keyOf(to: RecordKey, attached: RecordKey): string {
  return [to.bucket, to.internalId, attached.bucket, attached.internalId].join(
    "/",
  );
}
