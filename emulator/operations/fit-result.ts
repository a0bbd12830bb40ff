import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { fitValue } from "../records/fit-value.js";
import type { Properties } from "../schema/properties.js";

/**
 * A result as this endpoint's schema can hold it: what an older version lacks is left out, as is what is undefined.
 *
 * @param typeName the name of the result's complexType, such as `GetDeletedResult`
 */
export function fitResult(
  schema: NetSuiteSchema,
  typeName: string,
  result: Properties,
): Properties {
  const type = schema.typeOf(typeName);
  return type ? fitValue(schema, type, result, {}) : result;
}
