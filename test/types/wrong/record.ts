import type { Customer, SalesOrder } from "../netsuite/index.js";
import { client } from "./client.js";

void client.add({
  record: {
    $type: "Customer",
    // error: 'compnyName' does not exist in type 'Customer'. Did you mean to write 'companyName'?
    compnyName: "Acme",
  },
});

void client.add({
  record: {
    $type: "Customer",
    addressbookList: {
      addressbook: [
        {
          // error: 'lable' does not exist in type 'CustomerAddressbook'. Did you mean to write 'label'?
          lable: "Office",
        },
      ],
    },
  },
});

void client.add({
  record: {
    $type: "Customer",
    // error: Type '"pdf"' is not assignable to type 'EmailPreference
    emailPreference: "pdf",
  },
});

void client.add({
  // error: Property '$type' is missing
  record: {
    companyName: "Acme",
  },
});

void client.add({
  record: {
    // error: Type '"Custmer"' is not assignable to type
    $type: "Custmer",
    companyName: "Acme",
  },
});

void client.addList({
  record: [
    { $type: "Customer", companyName: "Acme" },
    // error: Property '$type' is missing
    { companyName: "Acme" },
  ],
});

// error: Property 'record' is missing
void client.add({});

void client.addList({
  // error: does not exist in type 'NetSuiteRecord[]'
  record: { $type: "Customer", companyName: "Acme" },
});

export const customer: Customer = {
  $type: "Customer",
  // error: Type 'number' is not assignable to type 'string
  companyName: 5,
  // error: Type 'string' is not assignable to type 'number
  creditLimit: "5000",
  // error: Type 'string' is not assignable to type 'boolean
  isPerson: "true",
  addressbookList: {
    // error: 'label' does not exist in type 'CustomerAddressbook[]'
    addressbook: { label: "Office" },
  },
};

export const lines: Customer = {
  $type: "Customer",
  addressbookList: {
    addressbook: [
      // error: 'item' does not exist in type 'CustomerAddressbook'
      { item: { internalId: "10" }, quantity: 2 },
    ],
  },
};

export const order: SalesOrder = {
  $type: "SalesOrder",
  // error: Type 'Customer' is not assignable to type 'RecordRef | TypedCustomizationRef
  entity: customer,
  itemList: {
    item: [
      {
        item: {
          // error: Type '"custmer"' is not assignable to type 'RecordType
          type: "custmer",
          internalId: "10",
        },
      },
    ],
  },
};

// error: Type 'Customer' is not assignable to type 'SalesOrder'
export const asOrder: SalesOrder = customer;

export const customFields: Customer = {
  $type: "Customer",
  customFieldList: {
    customField: [
      // error: Property '$type' is missing
      { scriptId: "custentity_a", value: "x" },
      // error: Property 'value' is missing
      { $type: "StringCustomFieldRef", scriptId: "custentity_b" },
      // error: Type 'number' is not assignable to type 'string'
      { $type: "StringCustomFieldRef", scriptId: "custentity_c", value: 5 },
    ],
  },
};
