import { startEmulator } from "nsgen-emulator";
import { expect, test } from "vitest";
import { NetSuiteClient, schema } from "./netsuite/index.js";

test("a customer is found again", async () => {
  const emulator = await startEmulator({ schema });
  const client = new NetSuiteClient(emulator.connection);
  await client.records.customer.upsert({
    externalId: "crm-7",
    companyName: "Acme & Sons",
  });
  const { companyName } = await client.records.customer.get({
    externalId: "crm-7",
  });
  expect(companyName).toBe("Acme & Sons");
  await client.close();
  await emulator.close();
});
