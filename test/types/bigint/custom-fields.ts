import {
  customCriterion,
  customField,
  customFieldRef,
  greaterThan,
  setCustomField,
} from "nsgen-runtime";
import type {
  Customer,
  CustomFieldList,
  SearchCustomField,
} from "../netsuite/index.js";

export function raise(customer: Customer): void {
  const score: bigint = customField(customer, "custentity_score", "long") ?? 0n;
  setCustomField(customer, "custentity_score", "long", score + 1n);
}

export const customFieldList: CustomFieldList = {
  customField: [customFieldRef("custentity_score", "long", 5n)],
};

export const criterion: SearchCustomField = customCriterion(
  "custentity_score",
  "long",
  greaterThan(5n),
);
