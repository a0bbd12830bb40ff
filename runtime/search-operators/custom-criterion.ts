import {
  idAttribute,
  type CustomFieldId,
  type CustomFieldIdAttribute,
} from "../custom-fields/index.js";
import type {
  BooleanCriterion,
  PeriodCriterion,
  PresenceCriterion,
  RangeCriterion,
  ValueCriterion,
} from "./criterion.js";
import type * as date from "./date.js";
import type * as number from "./number.js";
import type * as presence from "./presence.js";
import type * as select from "./select.js";
import type * as text from "./text.js";

type Presence = PresenceCriterion<keyof typeof presence>;
type Interval = "between" | "notBetween";
type Period = "notWithin" | "within";

type TextCriterion = Presence | ValueCriterion<keyof typeof text, string>;

type NumberCriterion<Value> =
  | Presence
  | RangeCriterion<Interval, Value>
  | ValueCriterion<Exclude<keyof typeof number, Interval>, Value>;

type DateCriterion =
  | PeriodCriterion<keyof typeof date, string>
  | Presence
  | RangeCriterion<Period, string>
  | ValueCriterion<Exclude<keyof typeof date, Period>, string>;

type SelectCriterion<Value> = ValueCriterion<
  keyof typeof select,
  readonly Value[]
>;

/** What the custom fields of each kind can be searched by. `SearchMultiSelectCustomField` is for `select` fields too. */
export interface CustomCriteria {
  boolean: BooleanCriterion;
  date: DateCriterion;
  double: NumberCriterion<number>;
  enumMultiSelect: SelectCriterion<string>;
  long: NumberCriterion<bigint | number>;
  multiSelect: SelectCriterion<select.Reference>;
  string: TextCriterion;
}

/** A criterion on a custom field, as a search's `customFieldList.customField` takes it. */
export type CustomCriterion<
  Kind extends keyof CustomCriteria,
  Id extends CustomFieldId,
  Criterion,
> = Criterion &
  CustomFieldIdAttribute<Id> & {
    $type: `Search${Capitalize<Kind>}CustomField`;
  };

/**
 * Makes a criterion on a custom field.
 *
 * @example
 * { basic: { customFieldList: { customField: [
 *   customCriterion("custentity_tier", "string", startsWith("gold")),
 *   customCriterion("custentity_region", "multiSelect", anyOf({ internalId: "3" })),
 * ] } } }
 *
 * @param id script id; `{ internalId }` where the schema has none, before 2013.2
 * @param kind of the field; `multiSelect` for fields with one choice and with several
 */
export function customCriterion<
  const Id extends CustomFieldId,
  Kind extends keyof CustomCriteria,
  const Criterion extends CustomCriteria[Kind],
>(
  id: Id,
  kind: Kind,
  criterion: Criterion,
): CustomCriterion<Kind, Id, Criterion> {
  const $type = `Search${kind.charAt(0).toUpperCase()}${kind.slice(1)}CustomField`;
  // `$type` is the kind's, and a string's id is its script id: what the type says, which templates cannot show.
  return {
    $type,
    ...idAttribute(id),
    ...criterion,
  } as unknown as CustomCriterion<Kind, Id, Criterion>;
}
