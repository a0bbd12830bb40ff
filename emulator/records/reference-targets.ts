/** What references of a name may be to. */
interface TargetRow {
  /** The element or, for the values of an array, what holds them. */
  readonly element: RegExp;
  /** Names of the records' complexTypes. */
  readonly targets: RegExp;
}

const ENTITY =
  /^(Customer|Vendor|Employee|Partner|Contact|Job|OtherNameCategory)$/;
const ITEM = /Item$|^ItemGroup$/;
const TRANSACTION =
  /Order$|Invoice$|Estimate$|Opportunity$|Payment$|Refund$|Sale$|Bill$|Credit$|CreditMemo$|Deposit$|Authorization$|Fulfillment$|Receipt$|Requisition$|JournalEntry$|Check$|Report$|Build$|^CustomPurchase$|^CustomTransaction$/;

/**
 * Which records an element's references are to, where its name is not theirs: an XSD says RecordRef for all of them, and
 * internal ids of lists that NetSuite keeps itself are not those of an account's records.
 */
const TARGETS: readonly TargetRow[] = [
  { element: /^(entity|attendee|resource|name|vendor)$/, targets: ENTITY },
  {
    element: /^(company|customer|endUser|billTo)$/,
    targets: /^(Customer|Vendor|Partner|Job)$/,
  },
  {
    element:
      /^(salesRep|employee|supervisor|owner|assigned|organizer|approver|nextApprover|buyer|projectManager)$/,
    targets: /^Employee$/,
  },
  {
    element:
      /^(item|assemblyItem|discountItem|promotionItem|componentItem|shipmentItem)$/,
    targets: ITEM,
  },
  {
    element:
      /^(createdFrom|transaction|purchaseOrder|salesOrder|intercoTransaction)$/,
    targets: TRANSACTION,
  },
  { element: /[aA]ccount$|Acct$/, targets: /^Account$/ },
  { element: /^class$/, targets: /^Classification$/ },
  { element: /^(terms|term)$/, targets: /^Term$/ },
  { element: /^(folder|parent)$/, targets: /^Folder$/ },
  { element: /^recType$/, targets: /^CustomRecordType$/ },
  { element: /Subsidiary$/, targets: /^Subsidiary$/ },
  { element: /Department$/, targets: /^Department$/ },
  { element: /Location$/, targets: /^Location$/ },
  { element: /Currency$/, targets: /^Currency$/ },
  { element: /Contact$/, targets: /^Contact$/ },
];

/** Whether a reference in an element may be to records of a complexType; `holder` is that of the record with the element. */
export function mayReferTo(
  element: string,
  target: string,
  holder: string,
): boolean {
  if (element.toLowerCase() === target.toLowerCase()) return true;
  if (element === "parent" && target === holder) return true;
  return TARGETS.some(
    (each) => each.element.test(element) && each.targets.test(target),
  );
}
