/**
 * What a second carrying out of an operation does: nothing (`read`), the same again (`idempotentWrite`), perhaps another
 * record (`add`), perhaps further sublist lines (`update`).
 */
export type OperationClass = "read" | "add" | "update" | "idempotentWrite";

/** By operation, for all versions. An asynchronous operation is what its synchronous form is. */
const CLASSES: ReadonlyMap<string, OperationClass> = new Map(
  Object.entries({
    read: [
      "checkAsyncStatus",
      "get",
      "getAccountGovernanceInfo",
      "getAll",
      "getAsyncResult",
      "getBudgetExchangeRate",
      "getConsolidatedExchangeRate",
      "getCurrencyRate",
      "getCustomizationId",
      "getDataCenterUrls",
      "getDeleted",
      "getIntegrationGovernanceInfo",
      "getItemAvailability",
      "getList",
      "getPostingTransactionSummary",
      "getSavedSearch",
      "getSelectValue",
      "getServerTime",
      "initialize",
      "initializeList",
      "search",
      "searchMore",
      "searchMoreWithId",
      "searchNext",
    ],
    update: ["update", "updateList"],
    idempotentWrite: ["delete", "deleteList", "upsert", "upsertList"],
  } satisfies Partial<Record<OperationClass, string[]>>).flatMap(
    ([name, operations]) =>
      // The keys are those of the literal above.
      operations.map((each) => [each, name as OperationClass] as const),
  ),
);

/** Finds the class of an operation by its name in the WSDL. One that is not known is held to be an `add`, the class that is repeated least. */
export function operationClass(operation: string): OperationClass {
  return CLASSES.get(operation) ?? CLASSES.get(synchronous(operation)) ?? "add";
}

/** `asyncAddList` → `addList`; what is not asynchronous stays as it is. */
function synchronous(operation: string): string {
  return operation.replace(/^async([A-Z])/, (_, first: string) =>
    first.toLowerCase(),
  );
}
