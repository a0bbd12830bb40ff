/**
 * Elements of records that a join goes through, where they are not of its name: `parent` for `parentCustomerJoin`. The
 * first that the record type has; what is missing here goes through the element of the join's own name.
 */
export const FORWARD_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ["assembly", ["assemblyItem", "item"]],
  ["companyCustomer", ["company"]],
  ["customer", ["entity", "company"]],
  ["customerMain", ["entity", "customer"]],
  ["customerPrimary", ["company"]],
  ["employee", ["entity"]],
  ["entity", ["customer", "vendor", "employee"]],
  ["expAccount", ["expenseAccount"]],
  ["file", ["mediaItem"]],
  ["fromLocation", ["location"]],
  ["headerBillingAccount", ["billingAccount"]],
  ["job", ["entity", "company"]],
  ["jobMain", ["job", "entity"]],
  ["jobPrimary", ["company"]],
  ["parentCustomer", ["parent", "company"]],
  ["parentJob", ["company"]],
  ["parentNode", ["parent"]],
  ["parentPartner", ["company"]],
  ["parentVendor", ["company"]],
  ["partner", ["entity", "company"]],
  ["partnerPrimary", ["company"]],
  ["period", ["postingPeriod"]],
  ["preferredVendor", ["vendor"]],
  ["taxItem", ["taxCode"]],
  ["toLocation", ["transferLocation"]],
  ["topLevelParent", ["parent"]],
  ["vendor", ["entity", "company"]],
  ["vendorLine", ["vendor"]],
  ["vendorPrimary", ["company"]],
]);

/** Elements by which the joined records refer back: any reference, unless it is told here. */
export const BACKWARD_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ["applyingTransaction", ["doc"]],
  ["billingTransaction", ["createdFrom"]],
  ["fulfillingTransaction", ["createdFrom"]],
  ["memberItem", ["parent"]],
  ["messagesFrom", ["author"]],
  ["messagesTo", ["recipient"]],
  ["payingTransaction", ["doc"]],
  ["subCustomer", ["parent"]],
]);

/** Fields of sublists that a join goes through. */
export const DEEP_NAMES: ReadonlyMap<string, string> = new Map([
  ["appliedToTransaction", "doc"],
  ["paidTransaction", "doc"],
]);

/** Joins to who is logged in, whom an emulator does not know as a record. */
export const TO_NOBODY: ReadonlySet<string> = new Set(["user"]);
