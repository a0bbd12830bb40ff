import { expect, test } from "vitest";
import { createStatusError } from "./status-error.js";

function errorOf(code: string, afterSubmitFailed = false) {
  return createStatusError(
    "records.customer.update",
    {
      isSuccess: false,
      statusDetail: [
        { code, message: "No.", type: "ERROR", afterSubmitFailed },
      ],
    },
    { operation: "update", attempts: [], nsId: null },
  );
}

test.each([
  ["USER_ERROR", "records.customer.update failed: USER_ERROR: No."],
  [
    "RCRD_HAS_BEEN_CHANGED",
    "records.customer.update failed: RCRD_HAS_BEEN_CHANGED: No. Somebody else changed the record meanwhile: read it again, make the change on what it is now, and send that.",
  ],
])("a write refused with %s says what to do", (code, message) => {
  const error = errorOf(code);
  expect(error.message).toBe(message);
  expect(error).toMatchObject({ netsuiteCode: code, outcome: "notDone" });
});

test("a record that was saved before a script failed is done, and must not be sent again", () => {
  const error = errorOf("USER_ERROR", true);
  expect(error.outcome).toBe("done");
  expect(error.message).toBe(
    "records.customer.update was carried out, and a script failed after that: USER_ERROR: No. Do not send it again.",
  );
});
