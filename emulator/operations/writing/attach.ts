import { StatusError, SUCCESS } from "../../faults/status.js";
import {
  attach as attachRecord,
  detach as detachRecord,
} from "../../records/attachments.js";
import { baseRefOf, readIds, readRef } from "../../records/record-id.js";
import type { StoredRecord } from "../../records/stored-record.js";
import {
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { findRecord } from "../find-record.js";
import type { Call, Operation } from "../operation.js";
import { writeResponseOf } from "./write-response.js";

/** `attach`: a file or another record with AttachBasicReference, a contact with AttachContactReference. */
export const attach: Operation = (call) => {
  const { attachTo, attachedRecord, contact, contactRole } = parts(
    call.request["attachReference"] ?? call.request["attachReferece"],
  );
  return respond(call, () => {
    const to = findHolder(call, attachTo);
    const attached = contact
      ? findRecord(call, { bucket: "Contact", ...readIds(contact) })
      : findByRef(call, attachedRecord);
    const role = textIn(contactRole, "internalId");
    attachRecord(call.account, { to, attached, contactRole: role ?? null });
    return to;
  });
};

/** `detach`. */
export const detach: Operation = (call) => {
  const { detachFrom, detachedRecord } = parts(call.request["detachReference"]);
  return respond(call, () => {
    const from = findHolder(call, detachFrom);
    const detached = findByRef(call, detachedRecord);
    if (!detachRecord(call.account, from, detached)) throw invalidPair();
    return from;
  });
};

function parts(reference: unknown): Record<string, Properties | undefined> {
  const found = propertiesIn({ reference }, "reference") ?? {};
  return Object.fromEntries(
    Object.keys(found).map((name) => [name, propertiesIn(found, name)]),
  );
}

function respond(call: Call, work: () => StoredRecord): Properties {
  return {
    writeResponse: writeResponseOf(
      () => ({ status: SUCCESS, baseRef: baseRefOf(call.schema, work()) }),
      // Recorded refusals have no baseRef.
      () => undefined,
    ),
  };
}

/** What something is attached to: any record but a custom one. */
function findHolder(call: Call, ref: Properties | undefined): StoredRecord {
  if (ref?.["$type"] === "CustomRecordRef") throw invalidPair();
  return findByRef(call, ref);
}

function findByRef(call: Call, ref: Properties | undefined): StoredRecord {
  return findRecord(call, readRef(call.account, call.schema, ref ?? {}));
}

function invalidPair(): StatusError {
  return new StatusError("USER_ERROR", "Invalid Attachment record combination");
}
