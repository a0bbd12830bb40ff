import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import type { Account } from "../account/account.js";
import { StatusError } from "../faults/status.js";
import { bucketOf } from "../records/record-id.js";
import { membersOf } from "../schema/members.js";
import {
  asList,
  isProperties,
  propertiesIn,
  textIn,
  type Properties,
} from "../schema/properties.js";
import { findCustomField, findField, type Field } from "./fields/find-field.js";
import type { SearchedType } from "./searched-types.js";
import type { Subject } from "./subject.js";
import {
  createRefTest,
  createTest,
  type Test,
} from "./operators/create-test.js";
import { createPeriodTest } from "./operators/create-period-test.js";

/** What is asked of records of one type. */
export interface Criteria {
  /** Whether a field of a transaction's lines is among them. */
  readonly areOfLines: boolean;
  test(subject: Subject): boolean;
}

/** What criteria are made for. */
export interface SearchPlace {
  readonly account: Account;
  readonly schema: NetSuiteSchema;
  /** That of the search, such as `Customer`. */
  readonly stem: string;
  readonly searched: SearchedType;
}

/** Criteria of which all must be fulfilled. */
export function allOf(criteria: readonly Criteria[]): Criteria {
  return {
    areOfLines: criteria.some((each) => each.areOfLines),
    test: (subject) => criteria.every((each) => each.test(subject)),
  };
}

/**
 * The criteria of an XSearchBasic.
 *
 * @throws StatusError where one is not valid
 */
export function createCriteria(
  place: SearchPlace,
  basic: Properties,
): Criteria {
  const { schema, stem } = place;
  const type = schema.typeOf(`${stem}SearchBasic`);
  if (!type) return allOf([]);
  const { elements } = membersOf(schema, type);
  return allOf(
    Object.entries(basic).flatMap(([name, value]) => {
      const element = elements.get(name);
      const kind = element && schema.type(element.type);
      if (!kind || value === undefined || value === null) return [];
      if (typeof value === "string")
        return [createPeriodCriterion(place, name, value)];
      if (kind.kind === "simple" || !isProperties(value)) return [];
      if (kind.name === "SearchCustomFieldList")
        return asList(value["customField"]).map((field) =>
          createCustomCriterion(place, textIn(field, "$type") ?? "", field),
        );
      if (/CustomField$/.test(kind.name))
        return [createCustomCriterion(place, kind.name, value)];
      if (membersOf(schema, kind).isReference)
        return [createReferenceCriterion(place, name, value)];
      const test = createTest(kind.name, value, name, place.account);
      return [ask(fieldOf(place, name), test)];
    }),
  );
}

function createPeriodCriterion(
  place: SearchPlace,
  name: string,
  value: string,
): Criteria {
  const field = fieldOf(place, name.replace(/Relative$/, ""));
  return ask(field, createPeriodTest(value, place.account));
}

function createCustomCriterion(
  { stem, account }: SearchPlace,
  kind: string,
  value: Properties,
): Criteria {
  const id = textIn(value, "scriptId") ?? textIn(value, "internalId");
  if (id === undefined)
    throw new StatusError(
      "INVALID_SRCH_CSTM_FLD",
      "A custom search field needs a scriptId or an internalId.",
    );
  return ask(findCustomField(stem, id), createTest(kind, value, id, account));
}

function createReferenceCriterion(
  place: SearchPlace,
  name: string,
  wanted: Properties,
): Criteria {
  const { account, schema, searched } = place;
  if (name !== "recType")
    return ask(fieldOf(place, name), createRefTest(wanted, account));
  const $type = searched.type.typeName;
  const bucket = bucketOf(account, schema, { $type, recType: wanted });
  return {
    areOfLines: false,
    test: ({ value }) =>
      bucketOf(account, schema, {
        $type,
        recType: propertiesIn(value, name) ?? wanted,
      }) === bucket,
  };
}

const EMPTY: Field = { isOfLine: false, read: () => [] };

function fieldOf({ schema, stem, searched }: SearchPlace, name: string): Field {
  return findField(schema, stem, searched, name) ?? EMPTY;
}

function ask(field: Field, test: Test): Criteria {
  return {
    areOfLines: field.isOfLine,
    test: (subject) => test(field.read(subject)),
  };
}
