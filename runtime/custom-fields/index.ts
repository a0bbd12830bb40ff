export { clearCustomField } from "./clear-custom-field.js";
export {
  customFieldRef,
  type CustomFieldRefOf,
  type CustomFieldValues,
} from "./custom-field-ref.js";
export { customField } from "./custom-field.js";
export type {
  CustomFieldId,
  CustomFieldIdAttribute,
  CustomFieldKind,
  HasCustomFields,
  SelectValue,
} from "./field-types.js";
export { idAttribute } from "./custom-field-ref.js";
export { removeCustomField } from "./remove-custom-field.js";
export { setCustomField } from "./set-custom-field.js";
