import { uncapitalize } from "nsgen-runtime/codegen-v1";
import {
  asList,
  isProperties,
  textIn,
  type Properties,
} from "../schema/properties.js";

/** The values of RecordType that a request has records or references of, or searches for, each once. */
export function recordTypesOf(request: Properties): readonly string[] {
  const types = new Set<string>();
  for (const key of ["record", "baseRef", "searchRecord"]) {
    const value = request[key];
    for (const each of isProperties(value) ? [value] : asList(value)) {
      const type = textIn(each, "type") ?? textIn(each, "$type");
      if (type !== undefined)
        types.add(uncapitalize(type.replace(/Search(Basic|Advanced)?$/, "")));
    }
  }
  return [...types];
}
