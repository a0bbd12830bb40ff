import type { CustomerSearch } from "../netsuite/index.js";
import { client } from "./client.js";

void client.search({
  // error: Property '$type' is missing
  searchRecord: { email: { operator: "is", searchValue: "x" } },
});

void client.search({
  // error: Property '$type' is missing
  searchRecord: { savedSearchId: "5" },
});

/** The compilers try the last of all searches, and speak of its fields instead of `$type`. */
void client.search({
  // error: 'email' does not exist in type
  searchRecord: { basic: { email: { operator: "is", searchValue: "x" } } },
});

void client.search({
  searchRecord: {
    $type: "CustomerSearch",
    basic: {
      email: {
        // error: Type '"like"' is not assignable to type 'SearchStringFieldOperator
        operator: "like",
        searchValue: "x",
      },
      // error: 'operator' does not exist in type 'SearchBooleanField'
      isInactive: { operator: "is", searchValue: false },
    },
  },
});

void client.search({
  // error: Type '"Customer"' is not assignable to type
  searchRecord: { $type: "Customer" },
});

void client.search({
  searchRecord: {
    $type: "CustomerSearchAdvanced",
    columns: {
      basic: {
        // error: is missing the following properties from type 'SearchColumnStringField[]'
        email: {},
      },
    },
  },
});

export const joined: CustomerSearch = {
  // error: 'vendorJoin' does not exist in type 'CustomerSearch'
  vendorJoin: {},
};

// error: Property 'pageIndex' is missing
void client.searchMoreWithId({ searchId: "WEBSERVICES_1" });
