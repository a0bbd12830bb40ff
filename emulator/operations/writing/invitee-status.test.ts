import { expect, test } from "vitest";
import { openClient } from "../fixtures/open-client.js";

test("an invitee's answer stands with the event", async () => {
  const { client } = await openClient();
  const { calendarEvent } = client.records;
  const { internalId = "" } = await calendarEvent.add({
    title: "Lunch",
    attendeeList: { attendee: [{ attendee: { internalId: "5" } }] },
  });
  const { writeResponseList } = await client.updateInviteeStatusList({
    updateInviteeStatusReference: [
      { eventId: { internalId }, responseCode: "_accepted" },
      { eventId: { internalId: "999" }, responseCode: "_declined" },
    ],
  });
  expect(writeResponseList.writeResponse).toMatchObject([
    {
      status: { isSuccess: true },
      baseRef: { $type: "RecordRef", type: "calendarEvent", internalId },
    },
    {
      status: {
        isSuccess: false,
        statusDetail: [{ code: "RCRD_DSNT_EXIST" }],
      },
    },
  ]);
  expect((await calendarEvent.get(internalId)).attendeeList).toEqual({
    attendee: [{ attendee: { internalId: "5" }, response: "_accepted" }],
  });
});
