import type { Customer, RecordRef } from "../netsuite/index.js";
import { client } from "./client.js";

const customer: Customer = { $type: "Customer", internalId: "42" };
const ref: RecordRef = { internalId: "42" };

void client.get({
  // error: Property '$type' is missing
  baseRef: { type: "customer", internalId: "42" },
});

void client.get({
  // error: Type 'Customer' is not assignable to type 'BaseRef'
  baseRef: customer,
});

void client.get({
  // error: Type 'RecordRef' is not assignable to type 'BaseRef'
  baseRef: ref,
});

void client.get({
  // error: Type 'number' is not assignable to type 'string
  baseRef: { $type: "RecordRef", type: "customer", internalId: 42 },
});

void client.getList({
  // error: does not exist in type 'BaseRef[]'
  baseRef: { $type: "RecordRef", type: "customer", internalId: "42" },
});
