import { SUCCESS } from "../../faults/status.js";
import { nameOf } from "../../records/name-of.js";
import { baseRefOf, readRef } from "../../records/record-id.js";
import {
  asList,
  propertiesIn,
  type Properties,
} from "../../schema/properties.js";
import { findRecord } from "../find-record.js";
import type { Call, Operation } from "../operation.js";
import { writeList } from "../respond-to-list.js";
import { writeResponseOf } from "./write-response.js";

/** `delete`. */
export const deleteOne: Operation = (call) => ({
  writeResponse: deleteRecord(
    call,
    propertiesIn(call.request, "baseRef") ?? {},
  ),
});

/** `deleteList`. */
export const deleteList: Operation = (call) =>
  writeList(
    call.schema,
    asList(call.request["baseRef"]).map((ref) => deleteRecord(call, ref)),
  );

/** The `writeResponse` to the BaseRef of a record that is to be deleted. */
export function deleteRecord(call: Call, ref: Properties): Properties {
  const { account, schema } = call;
  return writeResponseOf(
    () => {
      const found = findRecord(call, readRef(account, schema, ref));
      const { bucket, internalId, externalId, value } = found;
      account.records.remove(found, {
        bucket,
        internalId,
        externalId,
        name: nameOf(value),
        deletedAt: account.now().toISOString(),
      });
      return {
        status: SUCCESS,
        baseRef: baseRefOf(schema, found),
      };
    },
    () => baseRefOf(schema, readRef(account, schema, ref)),
  );
}
