import { createId, XSD } from "../model/query.js";
import type { Id } from "../model/schema.js";
import { parseVersionedUri } from "../model/version.js";
import type { LoadedSchemas } from "./load-schemas.js";
import type { ProblemList } from "./problems.js";
import { displayName, PLEASE_REPORT } from "./vocabulary.js";
import {
  attributeOf,
  elementsIn,
  expandQName,
  positionOf,
  report,
  type XmlElement,
} from "./xml/xml-element.js";

/** Types of XML Schema that a WSDL may use: those that the runtime's codec maps. Any other is an error. */
export const BUILT_IN_TYPES: ReadonlySet<string> = new Set([
  "string",
  "normalizedString",
  "token",
  "anyURI",
  "language",
  "boolean",
  "double",
  "float",
  "long",
  "int",
  "short",
  "byte",
  "dateTime",
  "date",
  "time",
  "base64Binary",
]);

const INCOMPLETE =
  "The files may be incomplete or of different releases: use those that were published together.";

/** The names that all loaded XSDs declare, by which references are resolved. */
export interface Declarations {
  /** By `{uri}local`, the URI with its version token. */
  readonly types: ReadonlyMap<string, XmlElement>;
  /** By `{uri}local`, the URI with its version token. */
  readonly elements: ReadonlyMap<string, XmlElement>;
  /** Namespaces whose absence has been reported: references into them are not reported again. */
  readonly missing: ReadonlySet<string>;
  readonly problems: ProblemList;
  /** Types that were resolved, by the namespaces in scope and the name as it is written: a few hundred names stand for all references. */
  readonly resolved: Map<XmlElement["scope"], Map<string, Target>>;
}

/** What a reference leads to; `unknown` has been reported. */
export type Target =
  | { readonly kind: "builtIn" | "unknown"; readonly id: Id }
  | {
      readonly kind: "complexType" | "simpleType" | "element";
      readonly id: Id;
      readonly element: XmlElement;
    };

/** Collects what the top of each XSD declares, and reports names that are declared twice. */
export function collectDeclarations(
  { schemas, missing }: LoadedSchemas,
  problems: ProblemList,
): Declarations {
  const types = new Map<string, XmlElement>();
  const elements = new Map<string, XmlElement>();
  for (const schema of schemas) {
    const namespace = attributeOf(schema, "targetNamespace") ?? "";
    for (const each of elementsIn(schema)) {
      const name = attributeOf(each, "name");
      if (each.uri !== XSD || name === null) continue;
      const key = createId(namespace, name);
      if (each.local === "element") declare(elements, key, each, problems);
      else if (/^(complex|simple)Type$/.test(each.local))
        declare(types, key, each, problems);
    }
  }
  return { types, elements, missing, problems, resolved: new Map() };
}

/** The id of a name in a namespace with version token. */
export function idOf(uri: string, local: string): Id {
  return createId(parseVersionedUri(uri).name, local);
}

/** Resolves the type that an attribute names. Reports what is unbound, undeclared, or a built-in type that the codec does not map. */
export function resolveType(
  declarations: Declarations,
  element: XmlElement,
  attribute: string,
): Target {
  const text = attributeOf(element, attribute) ?? "";
  const known = declarations.resolved.get(element.scope);
  const found = known?.get(text);
  if (found) return found;
  const target = findType(declarations, element, attribute);
  // What is wrong is reported wherever it stands.
  if (target === UNKNOWN) return target;
  if (known) known.set(text, target);
  else declarations.resolved.set(element.scope, new Map([[text, target]]));
  return target;
}

function findType(
  declarations: Declarations,
  element: XmlElement,
  attribute: string,
): Target {
  const { problems, types, missing } = declarations;
  const name = expandAttribute(element, attribute, problems);
  if (name === null) return UNKNOWN;
  const { uri, local, text } = name;
  if (uri === XSD) {
    if (BUILT_IN_TYPES.has(local))
      return { kind: "builtIn", id: createId(XSD, local) };
    report(
      problems,
      element,
      `nsgen does not know the type ${text} of XML Schema`,
      PLEASE_REPORT,
    );
    return UNKNOWN;
  }
  const id = idOf(uri, local);
  const declared = types.get(createId(uri, local));
  if (declared)
    return {
      kind: declared.local === "complexType" ? "complexType" : "simpleType",
      id,
      element: declared,
    };
  if (!missing.has(uri)) reportUndeclared(problems, element, attribute, name);
  return UNKNOWN;
}

/** Resolves the global element that an attribute names, and reports an undeclared one. */
export function resolveElement(
  { problems, elements, missing }: Declarations,
  element: XmlElement,
  attribute: string,
): Target {
  const name = expandAttribute(element, attribute, problems);
  if (name === null) return UNKNOWN;
  const id = idOf(name.uri, name.local);
  const declared = elements.get(createId(name.uri, name.local));
  if (declared) return { kind: "element", id, element: declared };
  if (!missing.has(name.uri))
    reportUndeclared(problems, element, attribute, name);
  return UNKNOWN;
}

const UNKNOWN: Target = { kind: "unknown", id: "" };

/** An attribute's expanded name, and the text that it was written as. */
export interface NameInAttribute {
  readonly uri: string;
  readonly local: string;
  readonly text: string;
}

/** Expands the QName in an attribute; null where it is absent or its prefix is not bound, which is reported. */
export function expandAttribute(
  element: XmlElement,
  attribute: string,
  problems: ProblemList,
): NameInAttribute | null {
  const text = requireAttribute(element, attribute, problems);
  if (text === null) return null;
  const name = expandQName(element, text);
  if (name) return { ...name, text };
  report(
    problems,
    element,
    `${attribute}="${text}" has a prefix that is bound to no namespace`,
    "Download the file again: it may be damaged.",
  );
  return null;
}

/** The value of an attribute that must be there; null where it is not, which is reported. */
export function requireAttribute(
  element: XmlElement,
  attribute: string,
  problems: ProblemList,
): string | null {
  const value = attributeOf(element, attribute);
  if (value === null)
    report(
      problems,
      element,
      `${displayName(element)} has no ${attribute}`,
      PLEASE_REPORT,
    );
  return value;
}

/** The `name` of a declaration: an XML name without colon. Empty where it is not, which is reported. */
export function nameOf(element: XmlElement, problems: ProblemList): string {
  const name = requireAttribute(element, "name", problems);
  if (name === null) return "";
  if (/^[\p{L}_][\p{L}\p{M}\p{N}._·-]*$/u.test(name)) return name;
  report(
    problems,
    element,
    `name="${name}" is not a name of XML`,
    PLEASE_REPORT,
  );
  return "";
}

function reportUndeclared(
  problems: ProblemList,
  element: XmlElement,
  attribute: string,
  { uri, local, text }: NameInAttribute,
): void {
  const namespace = uri === "" ? "no namespace" : `namespace ${uri}`;
  report(
    problems,
    element,
    `${attribute}="${text}" is not declared: there is no ${local} in ${namespace}`,
    INCOMPLETE,
  );
}

function declare(
  declared: Map<string, XmlElement>,
  key: string,
  element: XmlElement,
  problems: ProblemList,
): void {
  const first = declared.get(key);
  if (!first) {
    declared.set(key, element);
    return;
  }
  const { file, line } = positionOf(first);
  report(
    problems,
    element,
    `${attributeOf(element, "name") ?? ""} is declared twice, first at ${file}:${line}`,
    PLEASE_REPORT,
  );
}
