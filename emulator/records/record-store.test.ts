import { expect, test } from "vitest";
import { createMemoryState } from "../state/memory-state.js";
import { RecordStore } from "./record-store.js";
import type { StoredRecord } from "./stored-record.js";

function customer(internalId: string, entityId: string): StoredRecord {
  return {
    bucket: "Customer",
    internalId,
    externalId: null,
    version: "2025_2",
    value: { $type: "Customer", internalId, entityId },
  };
}

test("records are found by a text that they have now", () => {
  const store = new RecordStore(createMemoryState());
  const named = (text: string): string =>
    Array.from(
      store.withText("Customer", "entityId", text),
      ({ internalId }) => internalId,
    ).join(" ");
  store.put(customer("1", "Acme"));
  expect(named("ACME")).toBe("1");
  const second = customer("2", "acme");
  store.put(second);
  expect(named("Acme")).toBe("1 2");
  store.put(customer("1", "Beta"));
  expect([named("Acme"), named("beta")]).toEqual(["2", "1"]);
  store.remove(second, {
    bucket: "Customer",
    internalId: "2",
    externalId: null,
    name: null,
    deletedAt: "2024-05-14T12:00:00.000Z",
  });
  expect(named("Acme")).toBe("");
});
