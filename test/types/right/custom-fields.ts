import {
  clearCustomField,
  customField,
  customFieldRef,
  removeCustomField,
  setCustomField,
} from "nsgen-runtime";
import type {
  Customer,
  CustomerFields,
  CustomerSearchRow,
  CustomFieldList,
  ListOrRecordRef,
  SalesOrderItem,
} from "../netsuite/index.js";

/** A value has the type of the kind that was asked for. */
export function read(customer: Customer, row: CustomerSearchRow): void {
  const vip: boolean | undefined = customField(
    customer,
    "custentity_vip",
    "boolean",
  );
  const since: string | undefined = customField(
    customer,
    "custentity_since",
    "date",
  );
  const discount: number | undefined = customField(
    customer,
    "custentity_discount",
    "double",
  );
  const region: ListOrRecordRef | undefined = customField(
    customer,
    "custentity_region",
    "select",
  );
  const tags: ListOrRecordRef[] | undefined = customField(
    customer,
    "custentity_tags",
    "multiSelect",
  );
  const column: string | undefined = customField(
    row.basic,
    "custentity_tier",
    "string",
  );
  const value = customField(customer, "custentity_vip");
  if (typeof value === "boolean") void value;
  void [vip, since, discount, region?.name, tags?.[0], column];
}

export function write(customer: CustomerFields, line: SalesOrderItem): void {
  setCustomField(customer, "custentity_vip", "boolean", true);
  setCustomField(customer, "custentity_region", "select", { internalId: "3" });
  setCustomField(line, "custcol_tags", "multiSelect", [{ internalId: "1" }]);
  setCustomField(line, "custcol_note", "string", "as agreed");
  removeCustomField(line, "custcol_note");
  clearCustomField(customer, "custentity_vip");
}

export const customFieldList: CustomFieldList = {
  customField: [
    customFieldRef("custentity_vip", "boolean", true),
    customFieldRef("custentity_tier", "string", "gold"),
    customFieldRef("custentity_since", "date", "2024-01-01T00:00:00.000-08:00"),
    customFieldRef("custentity_discount", "double", 0.5),
    customFieldRef("custentity_region", "select", { internalId: "3" }),
    customFieldRef("custentity_tags", "multiSelect", [{ internalId: "1" }]),
    customFieldRef({ internalId: "custentity_old" }, "boolean", false),
  ],
};

export const customer: Customer = { $type: "Customer", customFieldList };
