import { capitalize } from "nsgen-runtime/codegen-v1";
import { isProperties, textIn } from "../schema/properties.js";
import {
  expected,
  objectOf,
  text,
  valueOf,
  type Shape,
} from "../seed/shape.js";

const truth: Shape = (check, path, value) => {
  if (typeof value !== "boolean") expected(check, path, "true or false", value);
};

/** The form of a {@link SavedSearch} in a seed; criteria and columns are held to the types of its search. */
export const savedSearch: Shape = (check, path, value) => {
  const searchType = isProperties(value) ? textIn(value, "searchType") : "";
  const stem = capitalize(searchType ?? "");
  objectOf({
    internalId: text,
    scriptId: text,
    name: text,
    searchType: text,
    "criteria?": valueOf(`${stem}Search`),
    "columns?": valueOf(`${stem}SearchRow`),
    "isSummary?": truth,
  })(check, path, value);
};
