import { SUCCESS } from "../../faults/status.js";
import { membersOf } from "../../schema/members.js";
import { propertiesIn, textIn } from "../../schema/properties.js";
import { fitResult } from "../fit-result.js";
import type { Operation } from "../operation.js";

/** `getSavedSearch`: the saved searches of a type, by ids and name; what they look for is not told. */
export const getSavedSearch: Operation = ({ schema, account, request }) => {
  const type = textIn(propertiesIn(request, "record"), "searchType");
  const withScriptIds = schema.typeOf("CustomizationRef");
  const $type =
    withScriptIds && membersOf(schema, withScriptIds).attributes.has("scriptId")
      ? "CustomizationRef"
      : "RecordRef";
  const recordRef = (account.seed.savedSearches ?? [])
    .filter(({ searchType }) => type === undefined || searchType === type)
    .map(({ internalId, scriptId, name }) => ({
      $type,
      internalId,
      scriptId,
      name,
    }));
  return {
    getSavedSearchResult: fitResult(schema, "GetSavedSearchResult", {
      status: SUCCESS,
      totalRecords: recordRef.length,
      recordRefList: recordRef.length > 0 ? { recordRef } : {},
    }),
  };
};
