import { statusOf, SUCCESS, StatusError } from "../faults/status.js";
import { readRef } from "../records/record-id.js";
import { asList, propertiesIn, type Properties } from "../schema/properties.js";
import type { Call, Operation } from "./operation.js";

/** `get`. */
export const get: Operation = (call) => ({
  readResponse: readRecord(call, propertiesIn(call.request, "baseRef") ?? {}),
});

/** `getList`. */
export const getList: Operation = (call) => ({
  readResponseList: {
    status: SUCCESS,
    readResponse: asList(call.request["baseRef"]).map((ref) =>
      readRecord(call, ref),
    ),
  },
});

function readRecord({ schema, account }: Call, ref: Properties): Properties {
  return statusOf<Properties>(
    () => {
      const found = account.records.find(readRef(schema, ref));
      if (!found)
        throw new StatusError("RCRD_DSNT_EXIST", "That record does not exist.");
      return { status: SUCCESS, record: found.value };
    },
    (status) => ({ status }),
  );
}
