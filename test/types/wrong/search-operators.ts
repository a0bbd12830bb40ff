import {
  after,
  anyOf,
  between,
  contains,
  customCriterion,
  empty,
  equalTo,
  greaterThan,
  is,
  on,
  startsWith,
  within,
} from "nsgen-runtime";
import type {
  CustomerSearchBasic,
  TransactionSearchBasic,
} from "../netsuite/index.js";

export const customer: CustomerSearchBasic = {
  // error: Type '"greaterThan"' is not assignable to type 'SearchStringFieldOperator
  email: greaterThan("a"),
  // error: Type '"anyOf"' is not assignable to type 'SearchStringFieldOperator
  entityId: anyOf("crm-7"),
  // error: Type 'boolean' is not assignable to type 'string'
  companyName: is(true),
  // error: Type 'string' is not assignable to type 'boolean
  isInactive: is("false"),
  // error: Type 'string' is not assignable to type 'RecordRef
  salesRep: anyOf("2"),
  // error: Type '"startsWith"' is not assignable to type 'SearchMultiSelectFieldOperator
  internalId: startsWith("2"),
  // error: Type '"contains"' is not assignable to type 'SearchDateFieldOperator
  dateCreated: contains("2024"),
  // error: Type '"lastMoon"' is not assignable to type 'SearchDate
  lastModifiedDate: within("lastMoon"),
};

export const transaction: TransactionSearchBasic = {
  // error: Type '"contains"' is not assignable to type 'SearchDoubleFieldOperator
  amount: contains("1"),
  // error: Type '"after"' is not assignable to type 'SearchStringFieldOperator
  tranId: after(new Date(0)),
  // error: Type '"yesterdy"' is not assignable to type 'SearchDate
  tranDate: on("yesterdy"),
};

export const others: TransactionSearchBasic = {
  // error: Type 'string' is not assignable to type 'number'
  amount: equalTo("1"),
  // error: Type '"between"' is not assignable to type 'SearchDateFieldOperator
  tranDate: between("2024-01-01", "2024-02-01"),
};

export const custom: CustomerSearchBasic["customFieldList"] = {
  customField: [
    // error: Type '"lastMoon"' is not assignable to type 'SearchDate
    customCriterion("custentity_a", "date", within("lastMoon")),
  ],
};

// error: is not assignable to parameter of type 'NumberCriterion<number>'
void customCriterion("custentity_a", "double", contains("1"));

// error: is not assignable to parameter of type 'BooleanCriterion'
void customCriterion("custentity_a", "boolean", is("true"));

// error: is not assignable to parameter of type 'SelectCriterion<Reference>'
void customCriterion("custentity_a", "multiSelect", empty());

// error: Argument of type '"text"' is not assignable to parameter of type
void customCriterion("custentity_a", "text", is("x"));

// error: Argument of type 'number' is not assignable to parameter of type 'string'
void contains(5);
