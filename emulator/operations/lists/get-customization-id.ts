import { capitalize } from "nsgen-runtime/codegen-v1";
import { SUCCESS } from "../../faults/status.js";
import { nameOf } from "../../records/name-of.js";
import {
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { fitResult } from "../fit-result.js";
import type { Call, Operation } from "../operation.js";

/** `getCustomizationId`: what there is of a kind of custom field, list or record type. */
export const getCustomizationId: Operation = (call) => {
  const customizationRef = findCustomizations(call);
  return {
    getCustomizationIdResult: fitResult(
      call.schema,
      "GetCustomizationIdResult",
      {
        status: SUCCESS,
        totalRecords: customizationRef.length,
        customizationRefList: { customizationRef },
      },
    ),
  };
};

/** Inactive custom fields are given in any case: fields have no `isInactive`, or it does not count. */
function findCustomizations({ account, request }: Call): Properties[] {
  const type =
    textIn(
      propertiesIn(request, "customizationType"),
      "getCustomizationType",
    ) ?? "";
  const isField = type.endsWith("CustomField");
  return [...account.records.inBucket(capitalize(type))]
    .map(({ value }) => value)
    .filter(
      (value) =>
        isField ||
        request["includeInactives"] === true ||
        value["isInactive"] !== true,
    )
    .map((value) => ({
      internalId: textIn(value, "internalId"),
      externalId: textIn(value, "externalId"),
      scriptId: textIn(value, "scriptId"),
      type,
      name: nameOf(value) ?? textIn(value, "recordName"),
    }));
}
