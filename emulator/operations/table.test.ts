import { basename } from "node:path";
import { expect, test } from "vitest";
import { readSchema } from "../../generator/read/index.js";
import { sampleWsdl, wsdlSets } from "../../test/wsdl-sets.js";
import { OPERATIONS } from "./table.js";

/** What the oldest endpoints had, in 2010, whose WSDLs may not be at hand. */
const OF_2010 =
  "add addList asyncAddList asyncDeleteList asyncGetList asyncInitializeList asyncSearch asyncUpdateList attach changePasswordOrEmail checkAsyncStatus delete deleteList detach get getAll getAsyncResult getBudgetExchangeRate getConsolidatedExchangeRate getCustomizationId getDeleted getItemAvailability getList getPostingTransactionSummary getSavedSearch getSelectValue getServerTime initialize initializeList login logout mapSso search searchMore searchMoreWithId searchNext ssoLogin update updateInviteeStatus updateInviteeStatusList updateList";

function unanswered(names: readonly string[]): string[] {
  return names.filter((name) => !OPERATIONS.has(name));
}

test("every operation of 2010 has an answer", () => {
  expect(unanswered(OF_2010.split(" "))).toEqual([]);
});

test.each([sampleWsdl, ...wsdlSets()].map((path) => [basename(path), path]))(
  "every operation of %s has an answer",
  { timeout: 60_000 },
  async (_, path) => {
    const { service } = await readSchema(path);
    expect(unanswered(service.operations.map(({ name }) => name))).toEqual([]);
  },
);
