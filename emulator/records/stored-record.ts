import type { Properties } from "../schema/properties.js";

/** A record as it was last written. */
export interface StoredRecord {
  /** What ids are unique in: the name of the record's complexType, such as `SalesOrder`; `CustomRecord/17` for custom records. */
  readonly bucket: string;
  readonly internalId: string;
  /** As it was given; compared without regard to case. */
  readonly externalId: string | null;
  /** The endpoint version that wrote it, such as `2025_2`. */
  readonly version: string;
  /** The whole record with `$type`, `internalId` and `externalId`; no `nullFieldList`, `replaceAll` or `$unknown`. */
  readonly value: Properties;
}

/** A record that was deleted. */
export interface DeletedRecord {
  readonly bucket: string;
  readonly internalId: string;
  readonly externalId: string | null;
  /** What the record was called. */
  readonly name: string | null;
  /** ISO 8601. */
  readonly deletedAt: string;
}

/** How a record is asked for: within a bucket by one of its ids. */
export interface RecordId {
  readonly bucket: string;
  readonly internalId?: string | undefined;
  readonly externalId?: string | undefined;
  /** Of a customization; compared without regard to case. */
  readonly scriptId?: string | undefined;
}
