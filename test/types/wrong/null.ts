import type { Customer, CustomerSearchBasic } from "../netsuite/index.js";

/** Null clears a field of a record; nothing else can be cleared. */
export const customer: Customer = {
  $type: "Customer",
  phone: null,
  // error: Type 'null' is not assignable to type 'string
  internalId: null,
  addressbookList: {
    // error: Type 'null' is not assignable to type 'boolean
    replaceAll: null,
    addressbook: [
      {
        // error: Type 'null' is not assignable to type 'string
        label: null,
      },
    ],
  },
};

export const basic: CustomerSearchBasic = {
  // error: Type 'null' is not assignable to type 'SearchStringField
  email: null,
  phone: {
    // error: Type 'null' is not assignable to type 'string
    searchValue: null,
  },
};
