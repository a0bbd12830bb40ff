import type {
  AttributeDescriptor,
  ComplexDescriptor,
  ElementDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import { isKindOf, lineageOf } from "./record-types.js";

/** What a complexType has with what it inherits, and what it is to NetSuite. */
export interface Members {
  readonly elements: ReadonlyMap<string, ElementDescriptor>;
  readonly attributes: ReadonlyMap<string, AttributeDescriptor>;
  /** Whether it names a record: RecordRef and the other kinds of BaseRef, ListOrRecordRef. */
  readonly isReference: boolean;
  /** The element of a line, where it is a sublist: not CustomFieldList, nor a list of references. */
  readonly line: ElementDescriptor | null;
}

/** Types do not change: what was read of one holds. */
const known = new WeakMap<ComplexDescriptor, Members>();

/** The members of a complexType by name. */
export function membersOf(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
): Members {
  let members = known.get(type);
  if (!members) {
    members = readMembers(schema, type);
    known.set(type, members);
  }
  return members;
}

function readMembers(schema: NetSuiteSchema, type: ComplexDescriptor): Members {
  const lineage = lineageOf(schema, type);
  const elements = lineage.flatMap((each) => each.elements);
  const attributes = lineage.flatMap((each) => each.attributes);
  return {
    elements: new Map(elements.map((each) => [each.name, each])),
    attributes: new Map(attributes.map((each) => [each.name, each])),
    isReference: isReference(schema, type),
    line:
      type.name === "CustomFieldList"
        ? null
        : (elements.find((each) => isLine(schema, each)) ?? null),
  };
}

function isLine(schema: NetSuiteSchema, element: ElementDescriptor): boolean {
  if (element.maxOccurs === 1) return false;
  const type = schema.type(element.type);
  return type.kind === "complex" && !isReference(schema, type);
}

function isReference(schema: NetSuiteSchema, type: ComplexDescriptor): boolean {
  return type.name === "ListOrRecordRef" || isKindOf(schema, type, "BaseRef");
}
