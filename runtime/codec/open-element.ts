import { ContentFrame, OPAQUE, type DecodedObject } from "./content-frame.js";
import type { DecodeContext, Frame } from "./frame.js";
import type { ContentPlan, ElementPlan } from "./schema-plan.js";
import { SimpleFrame } from "./simple-frame.js";
import { parseBoolean } from "./simple-plan.js";
import { XML, XSD, XSI } from "./soap.js";
import { hasInk } from "./unknown-frame.js";
import type { XmlAttribute } from "./xml-attribute.js";

/** Begins to read a declared element as its type says, or as its xsi:type does. */
export function openElement(
  context: DecodeContext,
  owner: ContentFrame,
  element: ElementPlan,
  attributes: readonly XmlAttribute[],
): Frame {
  const { value: declared } = element;
  const said =
    attributes.length === 0
      ? attributes
      : attributes.filter((each) => !isRedundant(context, declared, each));
  if (said.length === 1 && said.every(isNil)) {
    return new SimpleFrame(context, owner, element, parseNil, attributes);
  }
  const { languageKey } = element;
  if (languageKey !== undefined && declared.kind === "simple") {
    const [first] = said;
    if (first && said.length === 1 && isLanguage(first)) {
      // The text is parsed when it is known that there is nothing else.
      const parse = (text: string): unknown => {
        owner.keep({ name: languageKey, value: first.value });
        return declared.parse(text);
      };
      return new SimpleFrame(context, owner, element, parse, attributes);
    }
  }
  if (said.some(isNil) || (declared.kind === "simple" && said.length > 0)) {
    return owner.openUnknown(element.uri, element.name, attributes, element);
  }
  if (declared.kind === "simple") {
    return new SimpleFrame(context, owner, element, declared.parse, attributes);
  }
  // Only a type of the schema can be another than the declared one.
  const type = declared.index === null ? undefined : said.find(isType);
  const others = said.filter((each) => each !== type);
  return openContent(context, owner, element, declared, type?.value, others);
}

/** Whether an attribute of a declared element says no more than the schema does: xsi:nil="false", and a simple element's declared type. */
export function isRedundant(
  context: DecodeContext,
  declared: ElementPlan["value"],
  attribute: XmlAttribute,
): boolean {
  const { uri, local, value } = attribute;
  if (uri !== XSI) return false;
  if (local === "nil") return parseBoolean(value) === false;
  if (local !== "type" || declared.kind !== "simple") return false;
  const name = context.resolve(value);
  const { namespace, name: typeName } = declared.type;
  return name?.uri === (namespace?.uri ?? XSD) && name.local === typeName;
}

function isNil({ uri, local, value }: XmlAttribute): boolean {
  return uri === XSI && local === "nil" && parseBoolean(value) === true;
}

function isLanguage({ uri, local }: XmlAttribute): boolean {
  return uri === XML && local === "lang";
}

function isType({ uri, local }: XmlAttribute): boolean {
  return uri === XSI && local === "type";
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
  if (xsiType !== undefined) {
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

function parseNil(text: string): null | undefined {
  return hasInk(text) ? undefined : null;
}
