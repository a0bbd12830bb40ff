import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import type { Account } from "../../account/account.js";
import { readIds } from "../../records/record-id.js";
import { mayReferTo } from "../../records/reference-targets.js";
import {
  isProperties,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import {
  findCustomField,
  findElementField,
  findField,
  type Field,
} from "../fields/find-field.js";
import { bucketsOf, recordsOf } from "../records-of.js";
import { findSearchedTypes, type SearchedType } from "../searched-types.js";
import type { Subject } from "../subject.js";
import {
  BACKWARD_NAMES,
  DEEP_NAMES,
  FORWARD_NAMES,
  TO_NOBODY,
} from "./join-names.js";
import { referencesIn } from "./references-in.js";

/** What a join leads to: a record, or a subrecord such as an address. */
export interface Joined {
  readonly value: Properties;
  readonly searched: SearchedType;
}

/** A join from records of one type. */
export interface Join {
  /** Whether it goes through a field of a transaction's lines. */
  readonly isOfLine: boolean;
  find(subject: Subject): readonly Joined[];
}

/** Where a join begins, and what it leads to. */
export interface JoinPlace {
  readonly account: Account;
  readonly schema: NetSuiteSchema;
  /** That of the search which has the join, such as `Customer`. */
  readonly stem: string;
  readonly searched: SearchedType;
  /** That of the joined search, such as `Contact`. */
  readonly joinedStem: string;
}

/**
 * A join such as `salesRepJoin`: to what the reference of its name is to; where records of the type have no such
 * reference, to the joined records that refer to them.
 *
 * @param name without `Join`
 */
export function findJoin(place: JoinPlace, name: string): Join {
  if (TO_NOBODY.has(name)) return { isOfLine: false, find: () => [] };
  const backward = BACKWARD_NAMES.get(name);
  if (backward) return createBackward(place, backward);
  const { schema, stem, searched } = place;
  const deep = DEEP_NAMES.get(name);
  const field =
    deep === undefined
      ? [name, ...(FORWARD_NAMES.get(name) ?? [])]
          .map((each) => findElementField(schema, stem, searched.type, [each]))
          .find((each) => each !== null)
      : findField(schema, stem, searched, deep);
  return field ? createForward(place, field) : createBackward(place, null);
}

/** A join through a custom field: to what it is to, and to the joined records whose custom field of that id is to the record. */
export function findCustomJoin(place: JoinPlace, id: string): Join {
  const forward = createForward(place, findCustomField(place.stem, id));
  const backward = createBackward(place, [id]);
  return {
    isOfLine: forward.isOfLine,
    find: (subject) => [...forward.find(subject), ...backward.find(subject)],
  };
}

function createForward(
  { account, schema, joinedStem }: JoinPlace,
  field: Field,
): Join {
  const types = findSearchedTypes(schema, joinedStem);
  const part = schema.typeOf(joinedStem);
  const subrecord: SearchedType | null = part
    ? { recordType: joinedStem, type: part, filter: {} }
    : null;
  return {
    isOfLine: field.isOfLine,
    find: (subject) =>
      field.read(subject).flatMap((value): readonly Joined[] => {
        const reference = isProperties(value)
          ? value
          : { internalId: String(value) };
        const { internalId, externalId } = readIds(reference);
        if (internalId === undefined && externalId === undefined)
          return subrecord ? [{ value: reference, searched: subrecord }] : [];
        return findReferred(account, reference, types);
      }),
  };
}

function findReferred(
  account: Account,
  reference: Properties,
  types: readonly SearchedType[],
): readonly Joined[] {
  const ids = readIds(reference);
  const recordType = textIn(reference, "type");
  for (const searched of types) {
    if (recordType !== undefined && recordType !== searched.recordType)
      continue;
    for (const bucket of bucketsOf(account, searched)) {
      const found = account.records.find({ bucket, ...ids });
      if (found) return [{ value: found.value, searched }];
    }
  }
  return [];
}

/** @param names the elements or custom fields that may refer back; null for any */
function createBackward(
  place: JoinPlace,
  names: readonly string[] | null,
): Join {
  let known: ReadonlyMap<string, readonly Joined[]> | undefined;
  return {
    isOfLine: false,
    find: ({ value }) => {
      known ??= findReferrers(place, names);
      return known.get(textIn(value, "internalId") ?? "") ?? [];
    },
  };
}

/** The joined records that refer to records of the type, by the internal id that they refer to. */
function findReferrers(
  { account, schema, searched, joinedStem }: JoinPlace,
  names: readonly string[] | null,
): ReadonlyMap<string, readonly Joined[]> {
  const { recordType, type } = searched;
  const wanted = names && new Set(names.map((name) => name.toLowerCase()));
  const referrers = new Map<string, Joined[]>();
  for (const joined of findSearchedTypes(schema, joinedStem))
    for (const { value } of recordsOf(account, joined)) {
      const ids = new Set<string>();
      for (const { name, reference } of referencesIn(
        schema,
        joined.type,
        value,
      )) {
        const id = textIn(reference, "internalId");
        const to = textIn(reference, "type");
        if (id === undefined) continue;
        if (wanted && !wanted.has(name.toLowerCase())) continue;
        const fits =
          to === undefined
            ? [...account.records.withInternalId(id)].length === 1 ||
              mayReferTo(name, type.name, joined.type.name)
            : to === recordType;
        if (fits) ids.add(id);
      }
      for (const id of ids) {
        const same = referrers.get(id);
        if (same) same.push({ value, searched: joined });
        else referrers.set(id, [{ value, searched: joined }]);
      }
    }
  return referrers;
}
