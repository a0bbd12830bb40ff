import type { CustomFieldRef, SearchPreferences } from "../netsuite/index.js";

/** xsd:long is a bigint, xsd:int stays a number. */
export const long: CustomFieldRef = {
  $type: "LongCustomFieldRef",
  scriptId: "custentity_a",
  value: 9_007_199_254_740_993n,
};

export const int: SearchPreferences = { pageSize: 100 };
