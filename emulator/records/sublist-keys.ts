/** By what a line of a keyed sublist is found again. */
export interface SublistKey {
  /** Element of the record that holds the list. */
  readonly list: string;
  /** `$type`s of records that the row is for; all where absent. */
  readonly records?: readonly string[];
  /** Ways of naming a line, each by elements that count together; the first that a given line has is used. */
  readonly ways: readonly (readonly string[])[];
  /** Whether lines without a key get one; default true. */
  readonly isGenerated?: false;
}

/**
 * The keyed sublists, as Oracle's help on updating sublists lists them; all others are replaced whole.
 *
 * Two that it lists are not here: `dimensionList`, which has no replaceAll in any XSD, and `periodDemandPlanList`, whose
 * key stands in the lines of `demandPlanMatrix` that hold it. A row counts only where the schema's line has the element. The first row that fits a record is taken.
 */
export const SUBLIST_KEYS: readonly SublistKey[] = [
  { list: "accruedTimeList", ways: [["payrollItem"]] },
  { list: "addressbookList", ways: [["internalId"]] },
  { list: "applyList", ways: [["doc"]] },
  { list: "assigneeList", ways: [["resource"]] },
  { list: "attendeeList", ways: [["attendee"]] },
  { list: "binNumberList", ways: [["binNumber"]] },
  { list: "campaignDirectMailList", ways: [["internalId"]] },
  { list: "campaignEmailList", ways: [["internalId"]] },
  { list: "campaignEventList", ways: [["internalId"]] },
  { list: "companyContributionList", ways: [["payrollItem"]] },
  {
    list: "componentList",
    records: ["BomRevision"],
    ways: [["id"], ["internalId"]],
  },
  { list: "componentList", ways: [["item"]] },
  { list: "contactList", ways: [["company"]] },
  { list: "creditCardsList", ways: [["internalId"]] },
  { list: "creditList", ways: [["doc"]] },
  { list: "currencyList", ways: [["currency"]] },
  { list: "deductionList", ways: [["payrollItem"]] },
  { list: "demandPlanMatrix", ways: [["startDate"]] },
  { list: "depositList", ways: [["doc"]] },
  { list: "deptAccessList", ways: [["dept"]] },
  { list: "directDepositList", ways: [["internalId"], ["id"]] },
  { list: "earningList", ways: [["payrollItem"]] },
  { list: "expCostList", ways: [["doc"]] },
  { list: "expenseList", ways: [["line"], ["orderLine"]] },
  { list: "hierarchyVersionsList", ways: [["hierarchyVersion"]] },
  { list: "inventoryAssignmentList", ways: [["internalId"]] },
  { list: "itemCostList", ways: [["doc"]] },
  { list: "itemList", ways: [["line"], ["orderLine"]] },
  { list: "itemsList", ways: [["item"]] },
  { list: "lineList", ways: [["line"]] },
  { list: "locationsList", ways: [["locationId"]] },
  { list: "milestoneList", ways: [["milestoneId"]] },
  { list: "nexusesTaxList", ways: [["nexus"]] },
  { list: "partnersList", ways: [["partner"]] },
  { list: "paymentList", ways: [["id"]], isGenerated: false },
  { list: "predecessorList", ways: [["task"]] },
  {
    list: "pricingMatrix",
    ways: [["currency", "priceLevel"], ["priceLevel"]],
  },
  { list: "ratesList", ways: [["subsidiary"]] },
  { list: "recurrenceList", ways: [["recurrenceId"]] },
  { list: "resourceList", ways: [["resource"]] },
  { list: "roleAccessList", ways: [["role"]] },
  { list: "salesTeamList", ways: [["employee"]] },
  { list: "taxRegistrationList", ways: [["id"]] },
  { list: "timeList", ways: [["doc"]] },
];
