import {
  clearCustomField,
  customField,
  customFieldRef,
  setCustomField,
} from "nsgen-runtime";
import type { Customer, SalesOrderItem } from "../netsuite/index.js";

declare const customer: Customer;
declare const line: SalesOrderItem;

// error: Type 'boolean' is not assignable to type 'string'
export const tier: string | undefined = customField(
  customer,
  "custentity_vip",
  "boolean",
);

// error: Argument of type '"bool"' is not assignable to parameter of type
void customField(customer, "custentity_vip", "bool");

// error: Argument of type 'string' is not assignable to parameter of type 'boolean'
setCustomField(customer, "custentity_vip", "boolean", "true");

setCustomField(customer, "custentity_region", "select", {
  // error: 'id' does not exist in type 'ListOrRecordRef'
  id: "3",
});

// error: Type 'string' has no properties in common with type 'SelectValue'
void customFieldRef("custentity_tags", "multiSelect", ["1"]);

// error: Property 'nullFieldList' is missing in type 'SalesOrderItem'
clearCustomField(line, "custcol_note");
