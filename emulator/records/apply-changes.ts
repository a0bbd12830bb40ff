import type {
  ComplexDescriptor,
  ElementDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import { StatusError } from "../faults/status.js";
import { membersOf } from "../schema/members.js";
import {
  isProperties,
  propertiesIn,
  type Properties,
} from "../schema/properties.js";
import { mergeSublist } from "./apply-sublist.js";
import {
  customFieldsOf,
  isCustomField,
  mergeCustomFields,
} from "./custom-fields.js";
import { actualType } from "./fit-value.js";

/** What a change is made with. */
export interface ChangeContext {
  readonly schema: NetSuiteSchema;
  /** Name of the complexType of the record that is changed: what keys of sublists depend on. */
  readonly record: string;
  /** An id for a new line. */
  readonly nextId: () => string;
}

/**
 * A value with the members that a request gives: subrecords merged, sublists by their rules, custom fields by id, the
 * fields of `nullFieldList` cleared, all else replaced. Nothing is changed in place.
 *
 * @throws StatusError where `nullFieldList` names what cannot be cleared
 */
export function applyChanges(
  context: ChangeContext,
  type: ComplexDescriptor,
  before: Properties | undefined,
  given: Properties,
): Properties {
  const { elements } = membersOf(context.schema, type);
  const { nullFieldList, ...changes } = given;
  const result = new Map(Object.entries(before ?? {}));
  for (const [name, value] of Object.entries(changes)) {
    const element = elements.get(name);
    const changed = element
      ? changeElement(context, element, before?.[name], value)
      : value;
    if (changed === undefined) result.delete(name);
    else result.set(name, changed);
  }
  for (const name of namesIn(nullFieldList))
    clear(type, elements, result, name);
  return Object.fromEntries(result);
}

function changeElement(
  context: ChangeContext,
  element: ElementDescriptor,
  before: unknown,
  given: unknown,
): unknown {
  const { schema } = context;
  const declared = schema.type(element.type);
  if (declared.kind === "simple" || !isProperties(given)) return given;
  const type = actualType(schema, declared, given) ?? declared;
  const { isReference, line, elements } = membersOf(schema, type);
  const old = isProperties(before) ? before : undefined;
  if (isReference) return given;
  if (type.name === "CustomFieldList") return mergeCustomFields(old, given);
  if (line) return mergeSublist(context, element.name, type, line, old, given);
  const isList = [...elements.values()].some(
    ({ maxOccurs, name }) => maxOccurs !== 1 && name !== "nullFieldList",
  );
  const isSameKind = old?.["$type"] === given["$type"];
  return isList
    ? given
    : applyChanges(context, type, isSameKind ? old : undefined, given);
}

function clear(
  type: ComplexDescriptor,
  elements: ReadonlyMap<string, ElementDescriptor>,
  value: Map<string, unknown>,
  name: string,
): void {
  if (elements.has(name) && name !== "customForm" && name !== "nullFieldList") {
    value.delete(name);
    return;
  }
  const list = value.get("customFieldList");
  const fields = customFieldsOf({ customFieldList: list });
  const kept = fields.filter((each) => !isCustomField(each, name));
  const mayBeCustom =
    elements.has("customFieldList") &&
    !elements.has(name) &&
    /^cust/i.test(name);
  if (kept.length === fields.length && !mayBeCustom)
    throw new StatusError(
      "INVALID_FIELD_NAME_FOR_NULL",
      `The field ${name} of ${type.name} cannot be set to null.`,
    );
  if (kept.length === 0) value.delete("customFieldList");
  else value.set("customFieldList", { customField: kept });
}

function namesIn(nullFieldList: unknown): readonly string[] {
  const names = propertiesIn({ nullFieldList }, "nullFieldList")?.["name"];
  return Array.isArray(names)
    ? names.filter((each) => typeof each === "string")
    : [];
}
