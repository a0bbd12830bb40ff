import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** One message of each kind that the maker makes. */
const KINDS = ["customers", "rows", "addlist"];

/** Whether the maker's messages are of the version of the workspace's package: older ones lack some of the fields. */
export async function fitsSchema({ package: index }, messages) {
  const { schema, decodeEnvelope } = await import(pathToFileURL(index));
  return KINDS.every((kind) => {
    const { body } = decodeEnvelope(
      schema,
      readFileSync(messages.make(kind, 1)),
    );
    return !JSON.stringify(body).includes('"$unknown"');
  });
}
