import type { ComplexDescriptor } from "nsgen-runtime/codegen-v1";
import { membersOf } from "../schema/members.js";
import type { Properties } from "../schema/properties.js";
import { fitValue } from "./fit-value.js";
import { resolveReference } from "./references.js";
import type { SaveContext } from "./save-record.js";

/**
 * A record whose references have internal ids, those that were given by external id too.
 *
 * @throws StatusError where the rules check a reference, and its record is not there
 */
export function withResolvedReferences(
  { account, schema }: SaveContext,
  type: ComplexDescriptor,
  record: Properties,
): Properties {
  return fitValue(schema, type, record, {
    after: (actual, value, element) =>
      membersOf(schema, actual).isReference
        ? resolveReference(account, value, { element, holder: type.name })
        : value,
  });
}
