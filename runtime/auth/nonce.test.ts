import { expect, test } from "vitest";
import { createNonce } from "./nonce.js";

test("nonces are 20 letters and digits, each time others", () => {
  const nonces = Array.from({ length: 1000 }, createNonce);
  for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9]{20}$/);
  expect(new Set(nonces).size).toBe(1000);
  expect(new Set(nonces.join("")).size).toBe(62);
});
