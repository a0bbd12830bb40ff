/**
 * Elements of records that a search field stands for, where they are not of its name: the first that the record type has.
 *
 * What is missing here is looked for under the search field's own name, and with or without `is` before it.
 */
export const OTHER_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ["address", ["addrText"]],
  ["addressLabel", ["label"]],
  ["addressPhone", ["addrPhone"]],
  ["amount", ["total"]],
  ["appliedToTransaction", ["doc"]],
  ["availableWithoutLogin", ["isOnline"]],
  ["created", ["createdDate", "dateCreated"]],
  ["createdDate", ["dateCreated"]],
  ["creditAmount", ["credit"]],
  ["custStatus", ["entityStatus"]],
  ["date", ["tranDate"]],
  ["dateCreated", ["createdDate"]],
  ["debitAmount", ["debit"]],
  ["documentSize", ["fileSize"]],
  ["duration", ["hours"]],
  ["entity", ["customer", "vendor", "employee", "partner"]],
  ["fxAmount", ["amount", "total"]],
  ["isDefaultBilling", ["defaultBilling"]],
  ["isDefaultShipping", ["defaultShipping"]],
  ["lastModified", ["lastModifiedDate"]],
  ["lastModifiedDate", ["lastModified", "modifiedDate"]],
  ["mainName", ["entity", "customer", "vendor", "employee"]],
  ["memoMain", ["memo"]],
  ["modified", ["lastModifiedDate"]],
  ["modifiedDate", ["lastModifiedDate"]],
  ["name", ["acctName"]],
  ["nameNoHierarchy", ["name"]],
  ["number", ["acctNumber", "caseNumber", "issueNumber", "tranId"]],
  ["role", ["selectedRole"]],
  ["salesTeamMember", ["salesRep"]],
  ["subsidiary", ["subsidiaryList"]],
  ["taxPeriod", ["postingPeriod"]],
  ["type", ["acctType"]],
  ["unit", ["units"]],
  ["zipCode", ["zip"]],
]);

/** Addresses that a transaction holds, by the first word of search fields such as `billCity` and `shipZip`. */
export const ADDRESSES: ReadonlyMap<string, string> = new Map([
  ["bill", "billingAddress"],
  ["ship", "shippingAddress"],
]);
