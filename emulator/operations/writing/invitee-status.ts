import { SUCCESS } from "../../faults/status.js";
import { baseRefOf, readIds } from "../../records/record-id.js";
import { prepareRecord } from "../../records/save-record.js";
import {
  asList,
  propertiesIn,
  type Properties,
} from "../../schema/properties.js";
import { findRecordType } from "../../schema/record-types.js";
import { findRecord } from "../find-record.js";
import type { Call, Operation } from "../operation.js";
import { writeList } from "../respond-to-list.js";
import { writeResponseOf } from "./write-response.js";

/** `updateInviteeStatus`. */
export const updateInviteeStatus: Operation = (call) => ({
  writeResponse: respondToEvent(
    call,
    propertiesIn(call.request, "updateInviteeStatusReference") ?? {},
  ),
});

/** `updateInviteeStatusList`. */
export const updateInviteeStatusList: Operation = (call) =>
  writeList(
    call.schema,
    asList(call.request["updateInviteeStatusReference"]).map((reference) =>
      respondToEvent(call, reference),
    ),
  );

/**
 * The `writeResponse` to one invitee's answer.
 *
 * NetSuite takes the user of the request for the invitee; the emulator's users are nobody's employees, so that the answer is
 * that of every attendee of the event.
 */
export function respondToEvent(call: Call, reference: Properties): Properties {
  const { account, schema } = call;
  const eventId = propertiesIn(reference, "eventId") ?? {};
  const id = { bucket: "CalendarEvent", ...readIds(eventId) };
  return writeResponseOf(
    () => {
      const before = findRecord(call, id);
      const { bucket } = before;
      const attendees = asList(
        propertiesIn(before.value, "attendeeList")?.["attendee"],
      );
      const type = findRecordType(schema, "calendarEvent");
      if (type && attendees.length > 0) {
        const attendee = attendees.map((each) => ({
          ...each,
          response: reference["responseCode"],
        }));
        const record = prepareRecord(
          { account, schema, preferences: undefined },
          {
            bucket,
            type,
            given: { $type: type.typeName, attendeeList: { attendee } },
            before,
          },
        );
        if (record !== before) account.records.put(record);
      }
      return {
        status: SUCCESS,
        baseRef: baseRefOf(schema, before),
      };
    },
    () => baseRefOf(schema, id),
  );
}
