import { expect, test } from "vitest";
import { createRetryBucket, RETRY_COST, TIMEOUT_COST } from "./retry-bucket.js";

function drain(cost: number): number {
  const bucket = createRetryBucket();
  let retries = 0;
  while (bucket.pay(cost)) retries += 1;
  return retries;
}

test("a full bucket pays 100 retries, or 50 after time-outs", () => {
  expect([drain(RETRY_COST), drain(TIMEOUT_COST)]).toEqual([100, 50]);
});

test("successes fill it again: by what the retry cost, or by 1, and never above the rim", () => {
  const bucket = createRetryBucket();
  bucket.refund(1000);
  for (let each = 0; each < 100; each++) bucket.pay(RETRY_COST);
  expect(bucket.pay(RETRY_COST)).toBe(false);
  bucket.refund(RETRY_COST);
  expect(bucket.pay(RETRY_COST)).toBe(true);
  for (let each = 0; each < RETRY_COST; each++) {
    expect(bucket.pay(RETRY_COST)).toBe(false);
    bucket.refund(0);
  }
  expect(bucket.pay(RETRY_COST)).toBe(true);
});
