import {
  after,
  anyOf,
  before,
  between,
  contains,
  customCriterion,
  doesNotContain,
  empty,
  equalTo,
  fromCalendarDate,
  greaterThan,
  is,
  noneOf,
  notEmpty,
  on,
  onOrAfter,
  startsWith,
  within,
} from "nsgen-runtime";
import type {
  CustomerSearchBasic,
  SearchDate,
  SearchRecord,
  TransactionSearchBasic,
} from "../netsuite/index.js";

const today: SearchDate = "today";
const someDay: string = fromCalendarDate("2024-01-31", {
  userTimeZone: "Europe/Berlin",
});
const ids = ["1", "2"];

export const customer: CustomerSearchBasic = {
  email: contains("@acme.com"),
  entityId: startsWith("crm-"),
  companyName: is("Acme"),
  phone: notEmpty(),
  isInactive: is(false),
  internalId: anyOf({ internalId: "5" }, { externalId: "crm-7" }),
  salesRep: anyOf(...ids.map((internalId) => ({ internalId }))),
  externalId: noneOf({ type: "customer", internalId: "2" }),
  dateCreated: within("lastMonth"),
  lastModifiedDate: after(new Date(0)),
  customFieldList: {
    customField: [
      customCriterion("custentity_a", "string", doesNotContain("x")),
      customCriterion("custentity_b", "boolean", is(true)),
      customCriterion("custentity_c", "date", within("lastMonth")),
      customCriterion("custentity_d", "date", before(someDay)),
      customCriterion("custentity_e", "double", between(1.5, 2.5)),
      customCriterion(
        "custentity_f",
        "multiSelect",
        anyOf({ internalId: "5" }),
      ),
      customCriterion("custentity_g", "enumMultiSelect", noneOf("_a")),
      customCriterion("custentity_h", "long", empty()),
    ],
  },
};

export const transaction: TransactionSearchBasic = {
  type: anyOf("_salesOrder", "_invoice"),
  tranDate: within("2024-01-01T00:00:00.000-08:00", new Date(0)),
  amount: greaterThan(100),
  tranId: is("SO-1"),
};

/** A date is a dateTime or a period, whichever it is given. */
export const dates: CustomerSearchBasic[] = [
  { dateCreated: on("today") },
  { dateCreated: on(today) },
  { dateCreated: on(someDay) },
  { dateCreated: onOrAfter("2024-01-01T00:00:00.000-08:00") },
  { dateCreated: on(new Date(0)) },
  { dateCreated: empty() },
];

/** A field whose numbers may have letters is compared with text. */
export const numbers: TransactionSearchBasic[] = [
  { amount: between(1, 2) },
  { amount: equalTo(0) },
  { otherRefNum: equalTo("PO-1") },
];

export const search: SearchRecord = {
  $type: "CustomerSearch",
  basic: customer,
  transactionJoin: transaction,
};
