import { statusOf, SUCCESS, StatusError } from "../../faults/status.js";
import { readRef } from "../../records/record-id.js";
import { readView } from "../../records/read-view.js";
import {
  asList,
  propertiesIn,
  type Properties,
} from "../../schema/properties.js";
import { findRecord } from "../find-record.js";
import type { Call, Operation } from "../operation.js";
import { readList } from "../respond-to-list.js";

/** `get`. */
export const get: Operation = (call) => ({
  readResponse: readRecord(call, propertiesIn(call.request, "baseRef") ?? {}),
});

/** `getList`. */
export const getList: Operation = (call) =>
  readList(
    call.schema,
    asList(call.request["baseRef"]).map((ref) => readRecord(call, ref)),
  );

/** The `readResponse` to a BaseRef. */
export function readRecord(call: Call, ref: Properties): Properties {
  const { account, schema } = call;
  return statusOf<Properties>(
    () => {
      const found = findRecord(call, readRef(account, schema, ref));
      const record = readView(account, schema, found);
      if (!record)
        throw new StatusError("UNKNOWN_RCRD_TYPE", "Unknown record type");
      return { status: SUCCESS, record };
    },
    (status) => ({ status }),
  );
}
