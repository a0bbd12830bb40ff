import type { Message } from "../../model/schema.js";
import {
  expandAttribute,
  nameOf,
  resolveElement,
  type Declarations,
} from "../declarations.js";
import { displayName, PLEASE_REPORT, SOAP } from "../vocabulary.js";
import {
  childrenOf,
  positionOf,
  report,
  type XmlElement,
} from "../xml/xml-element.js";

/** Parses the wsdl:message elements, in declared order. */
export function parseMessages(
  definitions: XmlElement,
  declarations: Declarations,
): readonly Message[] {
  return childrenOf(definitions, "message").map((message) => ({
    kind: "message",
    name: nameOf(message, declarations.problems),
    parts: childrenOf(message, "part").map((part) => ({
      name: nameOf(part, declarations.problems),
      element: resolveElement(declarations, part, "element").id,
    })),
    source: positionOf(message),
  }));
}

/** Children of one kind by name; reports a name that comes twice. */
export function byName(
  parent: XmlElement,
  local: string,
  { problems }: Declarations,
): ReadonlyMap<string, XmlElement> {
  const named = new Map<string, XmlElement>();
  for (const each of childrenOf(parent, local)) {
    const name = nameOf(each, problems);
    if (named.has(name) && name !== "")
      report(
        problems,
        each,
        `wsdl:${local} ${name} is declared twice`,
        PLEASE_REPORT,
      );
    else named.set(name, each);
  }
  return named;
}

/** Finds what an attribute of the WSDL names among the WSDL's own declarations; null where there is none, which is reported. */
export function resolveOwn<Declared>(
  element: XmlElement,
  attribute: string,
  namespace: string,
  declared: ReadonlyMap<string, Declared>,
  { problems }: Declarations,
): { readonly name: string; readonly declared: Declared } | null {
  const name = expandAttribute(element, attribute, problems);
  if (name === null) return null;
  const found = name.uri === namespace ? declared.get(name.local) : undefined;
  if (found !== undefined) return { name: name.local, declared: found };
  report(
    problems,
    element,
    `${attribute}="${name.text}" is not declared in this WSDL`,
    "Download the WSDL again: it may be damaged.",
  );
  return null;
}

/** The one child of a name; null where there is none or more than one, which is reported. */
export function onlyChild(
  parent: XmlElement,
  local: string,
  { problems }: Declarations,
  uri?: string,
): XmlElement | null {
  const [child, another] = childrenOf(parent, local, uri);
  if (child && !another) return child;
  report(
    problems,
    another ?? parent,
    `${displayName(parent)} has ${another ? "more than one" : "no"} ${uri === SOAP ? "soap" : "wsdl"}:${local}`,
    PLEASE_REPORT,
  );
  return null;
}
