import type { Properties } from "../schema/properties.js";

/**
 * What an account begins with, as it stands in a seed's JSON.
 *
 * Records are written as the generated types say, each with its `$type`.
 */
export interface Seed {
  readonly records?: readonly Properties[];
  /** Fields that a record needs beside those of the schema, by the value of RecordType: `{ customer: ["companyName"] }`. */
  readonly requiredFields?: Readonly<Record<string, readonly string[]>>;
}
