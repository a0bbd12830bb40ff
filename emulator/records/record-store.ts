import { textIn } from "../schema/properties.js";
import type { State, Table } from "../state/state.js";
import type { DeletedRecord, RecordId, StoredRecord } from "./stored-record.js";

/**
 * The records of an account, by their ids.
 *
 * Internal ids are unique in the whole account, so that a reference without a type still names one record. A seed may
 * give the same id in two buckets.
 */
export class RecordStore {
  readonly #records: Table<StoredRecord>;
  readonly #deleted: Table<DeletedRecord>;
  readonly #state: State;
  readonly #buckets = new Map<string, Map<string, StoredRecord>>();
  readonly #byExternalId = new Map<string, StoredRecord>();
  readonly #byInternalId = new Map<string, Set<StoredRecord>>();
  /** By element and text, of those elements of a bucket's records that were ever looked up. */
  readonly #byText = new Map<string, Map<string, TextIndex>>();

  constructor(state: State) {
    this.#state = state;
    this.#records = state.table("records");
    this.#deleted = state.table("deleted");
    for (const [, record] of this.#records.entries()) this.#index(record);
  }

  /** The record of an id, or undefined. Of several ids the internal one counts, then the external one, as in NetSuite. */
  find(id: RecordId): StoredRecord | undefined {
    const { bucket, internalId, externalId, scriptId } = id;
    if (internalId !== undefined)
      return this.#buckets.get(bucket)?.get(internalId);
    if (externalId !== undefined)
      return this.#byExternalId.get(externalKey(bucket, externalId));
    if (scriptId === undefined) return undefined;
    const [first] = this.withText(bucket, "scriptId", scriptId);
    return first;
  }

  /** The records of a bucket that have a text in an element, without regard to case. */
  withText(
    bucket: string,
    element: string,
    text: string,
  ): Iterable<StoredRecord> {
    let elements = this.#byText.get(bucket);
    if (!elements)
      this.#byText.set(bucket, (elements = new Map<string, TextIndex>()));
    let index = elements.get(element);
    if (!index) {
      elements.set(element, (index = new Map<string, Set<StoredRecord>>()));
      for (const each of this.inBucket(bucket)) addText(index, element, each);
    }
    return index.get(text.toLowerCase()) ?? [];
  }

  /** The records of a bucket, in the order of their creation. */
  inBucket(bucket: string): Iterable<StoredRecord> {
    return this.#buckets.get(bucket)?.values() ?? [];
  }

  /** The names of the buckets that hold, or held, records. */
  get buckets(): Iterable<string> {
    return this.#buckets.keys();
  }

  /** The records of an internal id, in any bucket: one, but for ids that a seed gave twice. */
  withInternalId(internalId: string): Iterable<StoredRecord> {
    return this.#byInternalId.get(internalId) ?? [];
  }

  /** Writes a record: a new one, or in place of the one with its bucket and internal id. */
  put(record: StoredRecord): void {
    const { bucket, internalId } = record;
    const before = this.find({ bucket, internalId });
    if (before) this.#forget(before);
    this.#records.put(`${bucket}/${internalId}`, record);
    this.#index(record);
  }

  /** Takes a record out, and remembers that it was there. */
  remove(record: StoredRecord, entry: DeletedRecord): void {
    const { bucket, internalId } = record;
    this.#records.delete(`${bucket}/${internalId}`);
    this.#buckets.get(bucket)?.delete(internalId);
    this.#forget(record);
    this.#deleted.put(
      String(this.#state.nextNumber()).padStart(16, "0"),
      entry,
    );
  }

  /** What was deleted, in the order of deletion. */
  *deleted(): Iterable<DeletedRecord> {
    const entries = [...this.#deleted.entries()];
    for (const [, entry] of entries.sort(([a], [b]) => (a < b ? -1 : 1)))
      yield entry;
  }

  /** An internal id that no record has had. */
  nextInternalId(): string {
    let id: string;
    do id = String(this.#state.nextNumber());
    while (this.#byInternalId.has(id));
    return id;
  }

  #index(record: StoredRecord): void {
    const { bucket, internalId, externalId } = record;
    const records = this.#buckets.get(bucket);
    if (records) records.set(internalId, record);
    else this.#buckets.set(bucket, new Map([[internalId, record]]));
    if (externalId !== null)
      this.#byExternalId.set(externalKey(bucket, externalId), record);
    const same = this.#byInternalId.get(internalId);
    if (same) same.add(record);
    else this.#byInternalId.set(internalId, new Set([record]));
    for (const [element, index] of this.#byText.get(bucket) ?? [])
      addText(index, element, record);
  }

  #forget(record: StoredRecord): void {
    const { bucket, internalId, externalId, value } = record;
    for (const [element, index] of this.#byText.get(bucket) ?? [])
      index.get(textIn(value, element)?.toLowerCase() ?? "")?.delete(record);
    if (externalId !== null)
      this.#byExternalId.delete(externalKey(bucket, externalId));
    const same = this.#byInternalId.get(internalId);
    for (const each of same ?? [])
      if (each.bucket === bucket) same?.delete(each);
  }
}

type TextIndex = Map<string, Set<StoredRecord>>;

function addText(
  index: TextIndex,
  element: string,
  record: StoredRecord,
): void {
  const text = textIn(record.value, element)?.toLowerCase() ?? "";
  const same = index.get(text);
  if (same) same.add(record);
  else index.set(text, new Set([record]));
}

/** External ids are compared without regard to case. */
function externalKey(bucket: string, externalId: string): string {
  return `${bucket}/${externalId.toLowerCase()}`;
}
