import { expect, test } from "vitest";
import { NetSuiteClient, schema } from "../generated/netsuite-2025-2/index.js";
import { startEmulator } from "./index.js";

test("a record that was added is read again", async () => {
  const emulator = await startEmulator({ schema });
  const client = new NetSuiteClient(emulator.connection);
  const added = await client.records.customer.add({
    externalId: "crm-7",
    companyName: "Acme",
  });
  const found = await client.records.customer.get(added.internalId ?? "");
  expect(found).toEqual({
    $type: "Customer",
    internalId: added.internalId,
    externalId: "crm-7",
    companyName: "Acme",
  });
  await client.close();
  await emulator.close();
});
