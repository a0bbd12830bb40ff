import type {
  ComplexDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import { customFieldsOf } from "../../records/custom-fields.js";
import { membersOf } from "../../schema/members.js";
import {
  isProperties,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { valuesOf } from "../operators/values.js";

/** A reference that a record holds. */
export interface HeldReference {
  /** The element, or the script id of the custom field, that holds it. */
  readonly name: string;
  readonly reference: Properties;
}

/** All references in a record: of its own, of its sublists and subrecords, and of its custom fields. */
export function* referencesIn(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  value: Properties,
): Iterable<HeldReference> {
  const { elements } = membersOf(schema, type);
  for (const [name, content] of Object.entries(value)) {
    const element = elements.get(name);
    const held = element && schema.type(element.type);
    if (name === "doc" && typeof content === "number")
      yield { name, reference: { internalId: String(content) } };
    if (held?.kind !== "complex") continue;
    if (held.name === "CustomFieldList") yield* customReferences(value);
    else if (
      membersOf(schema, held).isReference ||
      held.name === "RecordRefList"
    )
      for (const reference of valuesOf(content).filter(isProperties))
        yield { name, reference };
    else
      for (const part of Array.isArray(content) ? content : [content])
        if (isProperties(part)) yield* referencesIn(schema, held, part);
  }
}

function* customReferences(value: Properties): Iterable<HeldReference> {
  for (const field of customFieldsOf(value))
    for (const reference of valuesOf(field["value"]).filter(isProperties))
      for (const id of ["scriptId", "internalId"]) {
        const name = textIn(field, id);
        if (name !== undefined) yield { name, reference };
      }
}
