import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { isProperties } from "../schema/properties.js";
import { checkRecords } from "./check-records.js";
import { SECTIONS } from "./sections.js";
import { SeedCheck } from "./seed-check.js";
import type { Seed } from "./seed.js";
import { expected, objectOf } from "./shape.js";

/**
 * Reads a seed's JSON.
 *
 * @param schemas those that the emulator serves
 * @throws Error with the path of all that is wrong, such as `seed.records[3].companyNam`
 */
export function parseSeed(
  json: string,
  schemas: readonly NetSuiteSchema[],
): Seed {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The seed is no JSON: ${reason}.`, { cause: error });
  }
  return checkSeed(value, schemas);
}

/**
 * Checks a seed, and gives it with its records as requests are decoded: bytes for base64 text, whole numbers as the
 * schema has them.
 *
 * @param schemas those that the emulator serves; a record is checked against the newest that has its `$type`
 * @throws Error with the path of all that is wrong
 */
export function checkSeed(
  value: unknown,
  schemas: readonly NetSuiteSchema[],
): Seed {
  const check = new SeedCheck(schemas);
  if (!isProperties(value)) {
    expected(check, "seed", "an object", value);
    check.throwIfAny();
    return {};
  }
  objectOf({ ...SECTIONS, "records?": () => undefined })(check, "seed", value);
  const records = checkRecords(check, "seed.records", value["records"] ?? []);
  check.throwIfAny();
  // Each section was found to have its shape.
  return { ...(value as Seed), records };
}
