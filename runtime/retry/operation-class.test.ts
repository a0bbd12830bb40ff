import { expect, test } from "vitest";
import { operationClass, type OperationClass } from "./operation-class.js";

test.each<[OperationClass, string]>([
  [
    "read",
    "get getList getAll getSelectValue getDeleted getServerTime getDataCenterUrls search searchMoreWithId initialize initializeList getAsyncResult checkAsyncStatus asyncSearch asyncGetList asyncInitializeList getConsolidatedExchangeRate searchNext",
  ],
  [
    "add",
    "add addList attach detach updateInviteeStatus updateInviteeStatusList changeEmail changePassword changePasswordOrEmail asyncAddList login logout ssoLogin mapSso brandNew constructor",
  ],
  ["update", "update updateList asyncUpdateList"],
  [
    "idempotentWrite",
    "upsert upsertList delete deleteList asyncUpsertList asyncDeleteList",
  ],
])("%s: %s", (want, operations) => {
  for (const each of operations.split(" "))
    expect([each, operationClass(each)]).toEqual([each, want]);
});
