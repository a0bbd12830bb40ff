import { ContentFrame, OPAQUE, type DecodedObject } from "./content-frame.js";
import type { DecodeContext, Frame } from "./frame.js";
import type { ContentPlan, ElementPlan } from "./schema-plan.js";
import { SimpleFrame } from "./simple-frame.js";
import { XSI } from "./soap.js";
import { hasInk } from "./unknown-frame.js";
import type { XmlAttribute } from "./xml-reader.js";

/** Begins to read a declared element as its type says, or as its xsi:type does. */
export function openElement(
  context: DecodeContext,
  owner: ContentFrame,
  element: ElementPlan,
  attributes: readonly XmlAttribute[],
): Frame {
  const { value: declared } = element;
  if (attributes.length === 0) {
    return declared.kind === "simple"
      ? new SimpleFrame(context, owner, element, declared.parse, attributes)
      : openContent(context, owner, element, declared, undefined, attributes);
  }
  const others = attributes.filter(
    (each) =>
      each.uri !== XSI || (each.local !== "nil" && each.local !== "type"),
  );
  const isNil = ["true", "1"].includes(xsiAttribute(attributes, "nil").trim());
  if ((isNil || declared.kind === "simple") && others.length > 0) {
    return owner.openUnknown(element.uri, element.name, attributes, element);
  }
  if (isNil) {
    return new SimpleFrame(context, owner, element, parseNil, attributes);
  }
  if (declared.kind === "simple") {
    return new SimpleFrame(context, owner, element, declared.parse, attributes);
  }
  const type = xsiAttribute(attributes, "type");
  return openContent(context, owner, element, declared, type, others);
}

function openContent(
  context: DecodeContext,
  owner: ContentFrame,
  element: ElementPlan,
  declared: ContentPlan,
  xsiType: string | undefined,
  attributes: readonly XmlAttribute[],
): Frame {
  const value: DecodedObject = {};
  let content = declared.abstract ? OPAQUE : declared;
  if (xsiType) {
    const actual = resolveType(context, declared, xsiType);
    value["$type"] = actual.name;
    content = actual.content;
  }
  const frame = new ContentFrame(
    context,
    content,
    value,
    owner.stepOf(element),
  );
  if (attributes.length > 0) frame.readAttributes(attributes);
  owner.put(element, value);
  return frame;
}

/** The type that an xsi:type names, with its `$type`: `{uri}local` for one that is unknown or cannot stand here. */
function resolveType(
  context: DecodeContext,
  declared: ContentPlan,
  xsiType: string,
): { name: string; content: ContentPlan } {
  const { plan } = context;
  const name = context.resolve(xsiType);
  if (!name) return { name: xsiType, content: OPAQUE };
  const type = plan.schema.typeNamed(name.uri, name.local);
  if (type?.kind === "complex" && !type.abstract && declared.index !== null) {
    const content = plan.complex(type.index);
    if (content.lineage.has(declared.index)) {
      return { name: type.typeName, content };
    }
  }
  context.checkVersion(name.uri);
  return { name: `{${name.uri}}${name.local}`, content: OPAQUE };
}

function xsiAttribute(
  attributes: readonly XmlAttribute[],
  local: string,
): string {
  const found = attributes.find(
    (each) => each.uri === XSI && each.local === local,
  );
  return found?.value ?? "";
}

function parseNil(text: string): null | undefined {
  return hasInk(text) ? undefined : null;
}
