import { expect, test } from "vitest";
import { createFaultError } from "./fault.js";
import { createRedact } from "../redact/index.js";

const redact = createRedact(["hunter2"]);
const hostname = {
  name: "{http://xml.apache.org/axis/}hostname",
  value: "partners-java",
};

function fault(detail: object | undefined, faultstring = "text"): unknown {
  return { faultcode: "soapenv:Server.userException", faultstring, detail };
}

test.each([
  [
    "a typed fault",
    fault({
      invalidCredentialsFault: {
        code: "INVALID_LOGIN_CREDENTIALS",
        message: "Invalid login attempt.",
      },
      $unknown: [hostname],
    }),
    {
      message:
        "get was refused with invalidCredentialsFault INVALID_LOGIN_CREDENTIALS: Invalid login attempt. The cause is not told to clients: see the Login Audit Trail in NetSuite, check account, tokens, role and this machine's clock, and do not simply repeat, since five failures lock the user for 30 minutes.",
      netsuiteCode: "INVALID_LOGIN_CREDENTIALS",
      fault: "invalidCredentialsFault",
      faultCode: "soapenv:Server.userException",
      faultString: "text",
      outcome: "notDone",
      retryable: false,
    },
  ],
  [
    "a host that does not serve the account",
    fault(
      undefined,
      "You are not requesting the correct data center for your company.",
    ),
    {
      message:
        'get was refused: You are not requesting the correct data center for your company. The account is served by another host: leave endpoint out, so that the host is built from the account id, or set discovery: "soap".',
      retryable: false,
    },
  ],
  [
    "concurrency",
    fault({
      exceededConcurrentRequestLimitFault: {
        code: "WS_REQUEST_BLOCKED",
        message: "Request blocked.",
      },
    }),
    {
      message:
        "get was refused with exceededConcurrentRequestLimitFault WS_REQUEST_BLOCKED: Request blocked.",
      outcome: "notDone",
      retryable: true,
    },
  ],
  [
    "an invented code",
    fault({ asyncFault: { code: "BRAND_NEW", message: "m" } }),
    { netsuiteCode: "BRAND_NEW", fault: "asyncFault", retryable: false },
  ],
  [
    "an element without a code is judged by its name",
    fault({ unexpectedErrorFault: { message: "Error ID: abc" } }),
    {
      message: "get was refused with unexpectedErrorFault: Error ID: abc",
      netsuiteCode: null,
      outcome: "unknown",
      retryable: true,
    },
  ],
  [
    "hostname alone",
    fault({ $unknown: [hostname] }, "Ambiguous authentication"),
    {
      message: "get was refused: Ambiguous authentication",
      netsuiteCode: null,
      fault: null,
      detail: { $unknown: [hostname] },
      outcome: "notDone",
    },
  ],
  [
    "a fault that the schema does not declare",
    fault({
      $unknown: [
        hostname,
        {
          name: "{urn:faults.example}invalidRequestIPFault",
          value: [
            { name: "{urn:faults.example}code", value: "IP" },
            { name: "{urn:faults.example}message", value: "no" },
          ],
        },
      ],
    }),
    {
      message: "get was refused with invalidRequestIPFault IP: no",
      netsuiteCode: "IP",
      fault: "invalidRequestIPFault",
    },
  ],
  [
    "no detail",
    fault(undefined, " "),
    { message: "get was refused: no text", detail: null, faultString: null },
  ],
  [
    "secrets are taken out everywhere",
    fault(
      {
        userFault: {
          code: "USER_ERROR",
          message: "hunter2?",
          more: ["hunter2"],
        },
      },
      "not hunter2",
    ),
    {
      message: "get was refused with userFault USER_ERROR: [redacted]?",
      faultString: "not [redacted]",
      detail: {
        userFault: {
          code: "USER_ERROR",
          message: "[redacted]?",
          more: ["[redacted]"],
        },
      },
    },
  ],
])("%s", (_, given, want) => {
  expect(createFaultError("get", given, redact)).toMatchObject(want);
});

test.each(["UNEXPECTED_ERROR", "USER_ERROR"])(
  "the code %s counts more than the element that it is in",
  (code) => {
    const isUnexpected = code === "UNEXPECTED_ERROR";
    for (const element of ["invalidCredentialsFault", "unexpectedErrorFault"])
      expect(
        createFaultError("get", fault({ [element]: { code } }), redact),
      ).toMatchObject({
        netsuiteCode: code,
        outcome: isUnexpected ? "unknown" : "notDone",
        retryable: isUnexpected,
      });
  },
);
