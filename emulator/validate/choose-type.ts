import {
  BUILT_INS,
  type BuiltIn,
  type SimpleDescriptor,
} from "nsgen-runtime/codegen-v1";
import { javaClass, listSubtypes, qName, typeQName } from "./explain.js";
import { XSD, XSI, type Context, type Tag } from "./frame.js";
import type { ElementPlan, TypePlan } from "./type-plan.js";

/** Which of XML Schema's own types each restricts. */
const RESTRICTED: Partial<Record<BuiltIn, BuiltIn>> = {
  int: "long",
  short: "int",
  byte: "short",
  normalizedString: "string",
  token: "normalizedString",
  language: "token",
};

/**
 * The type of an element: the declared one, or the one of its xsi:type.
 *
 * `step` is the element's in paths.
 *
 * @throws SoapFault where that type is not known, is abstract, or is not derived from the declared one
 */
export function chooseType(
  context: Context,
  element: ElementPlan,
  tag: Tag,
  step: string,
): TypePlan {
  const declared = context.plans(element.type);
  const name = readXsiType(tag);
  const chosen =
    name === undefined
      ? declared
      : findType(context, element, declared, name, step);
  if (chosen.kind === "complex" && chosen.type.abstract)
    context.refuse(
      `org.xml.sax.SAXException: ${typeQName(chosen.type)} is an abstract type and cannot be instantiated`,
      `give xsi:type with the name of a concrete type: ${listSubtypes(context, chosen)}`,
      step,
    );
  return chosen;
}

function readXsiType(tag: Tag): string | undefined {
  for (const name in tag.attributes) {
    const attribute = tag.attributes[name];
    if (attribute?.local === "type" && attribute.uri === XSI)
      return attribute.value;
  }
  return undefined;
}

function findType(
  context: Context,
  element: ElementPlan,
  declared: TypePlan,
  name: string,
  step: string,
): TypePlan {
  const { uri, local } = resolveName(context, name, step);
  context.checkVersion(uri);
  const type = typeNamed(context, uri, local);
  if (!type)
    return context.refuse(
      `org.xml.sax.SAXException: Deserializing parameter '${element.name}':  could not find deserializer for type ${qName(uri, local)}`,
      `the schema has no such type: xsi:type takes a prefixed name, its prefix bound to the namespace of the type${suggestNamespace(context, local)}`,
      step,
    );
  if (!isDerived(type, declared))
    context.refuse(
      `org.xml.sax.SAXException: Could not convert ${typeQName(type.type)} to bean field '${element.name}', type ${javaClass(declared.type)}`,
      `xsi:type must name ${declared.type.name} or a type that extends it`,
      step,
    );
  return type;
}

function typeNamed(
  { schema, plans }: Context,
  uri: string,
  local: string,
): TypePlan | undefined {
  const index =
    uri === XSD
      ? BUILT_INS.findIndex((each) => each === local)
      : (schema.typeNamed(uri, local)?.index ?? -1);
  return index < 0 ? undefined : plans(index);
}

function resolveName(
  context: Context,
  name: string,
  step: string,
): { readonly uri: string; readonly local: string } {
  const [, prefix = "", local = ""] =
    /^[ \t\r\n]*(?:([^:\s]+):)?([^:\s]+)[ \t\r\n]*$/.exec(name) ?? [];
  const uri = context.resolve(prefix) ?? (prefix === "" ? "" : undefined);
  if (local !== "" && uri !== undefined) return { uri, local };
  return context.refuse(
    `org.xml.sax.SAXException: could not resolve the type ${JSON.stringify(name)}`,
    local === ""
      ? "xsi:type takes the name of a type, such as core:RecordRef"
      : `declare the prefix ${prefix}: xmlns:${prefix}="…"`,
    step,
  );
}

function isDerived(type: TypePlan, declared: TypePlan): boolean {
  if (type.kind === "complex") return type.lineage.has(declared.type.index);
  return (
    declared.kind === "simple" && isSimpleDerived(type.type, declared.type)
  );
}

function isSimpleDerived(
  type: SimpleDescriptor,
  declared: SimpleDescriptor,
): boolean {
  if (type.index === declared.index) return true;
  if (declared.namespace !== null) return false;
  let at: BuiltIn | undefined = type.builtIn;
  while (at !== undefined && at !== declared.builtIn) at = RESTRICTED[at];
  return at !== undefined;
}

function suggestNamespace({ schema }: Context, local: string): string {
  const found = schema.namespaces.find(({ uri }) =>
    schema.typeNamed(uri, local),
  );
  return found ? `; ${local} is in ${found.uri}` : "";
}
