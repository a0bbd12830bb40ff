/**
 * What a transaction can be made from, as Oracle's help on `initialize` lists it: values of InitializeType with those of
 * InitializeRefType.
 */
export const INITIALIZE_PAIRS: Readonly<Record<string, readonly string[]>> = {
  assemblyUnbuild: ["assemblyBuild"],
  cashRefund: ["cashSale", "returnAuthorization"],
  cashSale: ["customer", "estimate", "opportunity", "salesOrder"],
  creditMemo: ["customer", "invoice", "returnAuthorization"],
  customerDeposit: ["salesOrder"],
  customerPayment: ["customer", "invoice"],
  customerRefund: ["creditMemo", "customer"],
  depositApplication: ["customerDeposit"],
  estimate: ["opportunity"],
  invoice: ["customer", "estimate", "opportunity", "salesOrder"],
  itemFulfillment: [
    "interCompanyTransferOrder",
    "salesOrder",
    "transferOrder",
    "vendorReturnAuthorization",
  ],
  itemReceipt: [
    "interCompanyTransferOrder",
    "purchaseOrder",
    "returnAuthorization",
    "transferOrder",
  ],
  purchaseOrder: ["purchaseRequisition"],
  returnAuthorization: ["cashSale", "invoice", "salesOrder"],
  salesOrder: ["estimate", "opportunity"],
  vendorBill: ["purchaseOrder", "vendor"],
  vendorCredit: ["vendor", "vendorBill", "vendorReturnAuthorization"],
  vendorPayment: ["employee", "vendor", "vendorBill"],
  vendorReturnAuthorization: ["vendor", "vendorBill"],
  workOrderClose: ["workOrder"],
  workOrderCompletion: ["workOrder"],
  workOrderIssue: ["workOrder"],
};
