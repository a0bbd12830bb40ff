import { withoutUnknown } from "../codec/index.js";
import { splitOptions } from "../facades/index.js";
import { readRecord } from "./read-record.js";
import type { WriteOptions } from "./record-methods.js";
import { createRecordValue, type RecordTarget } from "./record-target.js";
import { writeRecord, type GivenWriteOptions } from "./write-record.js";

/** Creates a record from others: initialize, change, add. */
export async function transformRecord(
  target: RecordTarget,
  sources: object,
  change: (draft: object) => unknown,
  options: GivenWriteOptions,
): Promise<unknown> {
  const subject = `records.${target.recordType}.transformFrom`;
  const { call } = splitOptions<Pick<WriteOptions<object>, "onWarning">>(
    options,
    ["onWarning"],
  );
  const initializeRecord = {
    type: target.recordType,
    ...(Array.isArray(sources)
      ? { referenceList: { initializeRef: sources as readonly object[] } }
      : { reference: sources }),
  };
  const draft = await readRecord(
    target,
    `${subject} (initialize)`,
    "initialize",
    { initializeRecord },
    call,
  );
  const changed = (await change(draft)) ?? draft;
  // What NetSuite adds to a draft beyond its schema cannot be sent back.
  const record = createRecordValue(target, subject, withoutUnknown(changed));
  return writeRecord(
    target,
    `${subject} (add)`,
    "add",
    { record },
    {
      ...options,
      // The draft holds fields that cannot be set, and NetSuite refuses them otherwise.
      preferences: { ...options.preferences, ignoreReadOnlyFields: true },
    },
  );
}
