import { capitalize } from "nsgen-runtime/codegen-v1";
import type { Account } from "../account/account.js";
import { StatusError } from "../faults/status.js";
import { textIn, type Properties } from "../schema/properties.js";
import { readIds } from "./record-id.js";
import { mayReferTo } from "./reference-targets.js";
import type { StoredRecord } from "./stored-record.js";

/** Where a reference stands. */
export interface ReferencePlace {
  /** The element that holds it. */
  readonly element: string;
  /** Name of the complexType of the record that has it. */
  readonly holder: string;
}

/**
 * The stored record that a reference is to; undefined where there is none, or where its element does not tell the kind of
 * record and it has no type of its own.
 */
export function findTarget(
  account: Account,
  reference: Properties,
  { element, holder }: ReferencePlace,
): StoredRecord | undefined {
  const type = textIn(reference, "type");
  const typeId = textIn(reference, "typeId");
  const buckets =
    typeId !== undefined
      ? [`CustomRecord/${typeId}`]
      : type !== undefined
        ? [capitalize(type)]
        : null;
  return recordsNamed(account, reference).find(({ bucket }) =>
    buckets ? buckets.includes(bucket) : mayReferTo(element, bucket, holder),
  );
}

/**
 * A reference as it is stored: with the internal id of the record that its external id names.
 *
 * @throws StatusError where the place is one that the rules check, and the record is not there
 */
export function resolveReference(
  account: Account,
  reference: Properties,
  place: ReferencePlace,
): Properties {
  const { internalId, externalId } = readIds(reference);
  const isChecked =
    account.seed.rules?.checkedReferences?.includes(place.element) ?? false;
  if (!isChecked && (internalId !== undefined || externalId === undefined))
    return reference;
  const target = findTarget(account, reference, place);
  if (!target && isChecked)
    throw new StatusError(
      "INVALID_KEY_OR_REF",
      `Invalid ${place.element} reference key ${internalId ?? externalId ?? ""}.`,
    );
  return target ? { ...reference, internalId: target.internalId } : reference;
}

/** The records of any type that have a reference's internal id, or else its external id. */
export function recordsNamed(
  { records }: Account,
  reference: Properties,
): readonly StoredRecord[] {
  const { internalId, externalId } = readIds(reference);
  if (internalId !== undefined) return [...records.withInternalId(internalId)];
  if (externalId === undefined) return [];
  return [...records.buckets].flatMap(
    (bucket) => records.find({ bucket, externalId }) ?? [],
  );
}
