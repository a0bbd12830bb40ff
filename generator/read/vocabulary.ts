import { XSD } from "../model/query.js";
import type { ProblemList } from "./problems.js";
import {
  report,
  type XmlAttribute,
  type XmlElement,
} from "./xml/xml-element.js";

/** WSDL 1.1's namespace. */
export const WSDL = "http://schemas.xmlsoap.org/wsdl/";
/** The namespace of WSDL 1.1's SOAP 1.1 binding. */
export const SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";

const PREFIXES = new Map([
  [XSD, "xsd"],
  [WSDL, "wsdl"],
  [SOAP, "soap"],
  ["http://schemas.xmlsoap.org/wsdl/soap12/", "soap12"],
  ["http://schemas.xmlsoap.org/wsdl/http/", "http"],
]);

/** Values that an attribute may have; null allows any. */
type Values = readonly string[] | null;

/** What may stand in one kind of element. */
export interface Rule {
  /** Attributes in no namespace. */
  readonly attributes: ReadonlyMap<string, Values>;
  /** Child elements by namespace and local name, with the name of the rule that holds for each; null leaves the child unread. */
  readonly children: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
}

/** Rules by name. */
export type Vocabulary = ReadonlyMap<string, Rule>;

/** Makes a rule; children by display name, as `xsd:element`. */
export function rule(
  attributes: Readonly<Record<string, Values>>,
  children: Readonly<Record<string, string | null>>,
): Rule {
  return {
    attributes: new Map(Object.entries(attributes)),
    children: new Map(
      [...PREFIXES].map(([uri, prefix]) => [
        uri,
        new Map(
          Object.entries(children)
            .filter(([name]) => name.startsWith(`${prefix}:`))
            .map(([name, next]) => [name.slice(prefix.length + 1), next]),
        ),
      ]),
    ),
  };
}

/** What to do about a construct that no known version has. */
export const PLEASE_REPORT =
  "Please report it with this file's name and version.";

/** The name of an element as messages print it: `xsd:choice`, `{urn:x}local`. */
export function displayName(element: XmlElement): string {
  const prefix = PREFIXES.get(element.uri);
  if (prefix !== undefined) return `${prefix}:${element.local}`;
  return element.uri === ""
    ? element.local
    : `{${element.uri}}${element.local}`;
}

/** Reports every element and attribute under an element that the vocabulary does not have. */
export function checkVocabulary(
  element: XmlElement,
  vocabulary: Vocabulary,
  ruleName: string,
  problems: ProblemList,
): void {
  const known = vocabulary.get(ruleName);
  if (!known) throw new Error(`no rule ${ruleName}`);
  for (const each of element.attributes)
    if (!allows(known.attributes, each))
      report(
        problems,
        element,
        `nsgen does not know ${each.name}="${each.value}" on ${displayName(element)}`,
        PLEASE_REPORT,
      );
  let hasText = false;
  for (const child of element.content) {
    if (typeof child === "string") {
      hasText ||= /\S/.test(child);
      continue;
    }
    const next = known.children.get(child.uri)?.get(child.local);
    if (next === undefined)
      report(
        problems,
        child,
        `nsgen does not know ${displayName(child)} in ${displayName(element)}`,
        PLEASE_REPORT,
      );
    else if (next !== null) checkVocabulary(child, vocabulary, next, problems);
  }
  if (hasText)
    report(
      problems,
      element,
      `${displayName(element)} holds text`,
      "Remove the text: only documentation may hold text.",
    );
}

function allows(
  rules: Rule["attributes"],
  { name, value }: XmlAttribute,
): boolean {
  const values = rules.get(name);
  return values === null || (values?.includes(value.trim()) ?? false);
}
