import { expect, test } from "vitest";
import { checkCallOptions, type CallOptions } from "./call-options.js";

test("right options pass", () => {
  checkCallOptions({
    preferences: {},
    headers: { documentInfo: {} },
    signal: new AbortController().signal,
    attemptTimeoutMs: 1,
    onResponse: () => undefined,
    partnerInfo: undefined,
  });
});

test.each([
  [null, ["call options must be an object, and null was given."]],
  [
    {
      signal: {},
      onResponse: "x",
      timeout: 5,
      maxRetries: 11,
      idempotent: "yes",
      totalTimeoutMs: 0,
    },
    [
      "signal is an object; give an AbortSignal.",
      "onResponse is a string; give a function.",
      "timeout is not one of the call options, which are preferences, searchPreferences, partnerInfo, headers, signal, attemptTimeoutMs, totalTimeoutMs, maxRetries, idempotent, onResponse.",
      "maxRetries must be a whole number from 0 to 10.",
      "idempotent is a string; give true or false.",
      "totalTimeoutMs must be a whole number of milliseconds from 1 to 2147483647.",
    ],
  ],
  [
    {
      headers: {
        tokenPassport: {},
        applicationInfo: {},
        "{urn:x}passport": {},
        preferences: {},
      },
    },
    [
      "headers.tokenPassport cannot be given: the client signs each attempt itself.",
      "headers.applicationInfo cannot be given: NetSuite refuses it together with token-based authentication.",
      "headers.{urn:x}passport cannot be given: NetSuite refuses two ways of authenticating in one request.",
      "headers.preferences cannot be given: give the option preferences.",
    ],
  ],
])("%j: every problem at once", (given, problems) => {
  const check = (): void => {
    checkCallOptions(given as CallOptions); // wrong on purpose
  };
  expect(check).toThrow(
    expect.objectContaining({ code: "configuration", problems }),
  );
});
