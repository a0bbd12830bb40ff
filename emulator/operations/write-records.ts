import { statusOf, SUCCESS, StatusError } from "../faults/status.js";
import { bucketOf } from "../records/record-id.js";
import {
  asList,
  propertiesIn,
  textIn,
  type Properties,
} from "../schema/properties.js";
import { recordTypeOf } from "../schema/record-types.js";
import type { Call, Operation } from "./operation.js";

/** `add`. */
export const add: Operation = (call) => ({
  writeResponse: addRecord(call, propertiesIn(call.request, "record") ?? {}),
});

/** `addList`. */
export const addList: Operation = (call) => ({
  writeResponseList: {
    status: SUCCESS,
    writeResponse: asList(call.request["record"]).map((record) =>
      addRecord(call, record),
    ),
  },
});

function addRecord({ schema, account }: Call, record: Properties): Properties {
  return statusOf<Properties>(
    () => {
      const bucket = bucketOf(record);
      const externalId = textIn(record, "externalId") ?? null;
      if (externalId !== null && account.records.find({ bucket, externalId }))
        throw new StatusError("DUP_RCRD", "This record already exists.");
      const internalId = account.records.nextInternalId();
      account.records.put({
        bucket,
        internalId,
        externalId,
        version: schema.version,
        value: { ...record, internalId },
      });
      return {
        status: SUCCESS,
        baseRef: {
          $type: "RecordRef",
          internalId,
          ...(externalId !== null && { externalId }),
          type: recordTypeOf(textIn(record, "$type") ?? ""),
        },
      };
    },
    (status) => ({ status }),
  );
}
