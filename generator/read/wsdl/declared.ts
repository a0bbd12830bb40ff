import type { Message, Part } from "../../model/schema.js";
import {
  expandAttribute,
  nameOf,
  resolveElement,
  resolveType,
  type Declarations,
} from "../declarations.js";
import { ProblemList } from "../problems.js";
import { displayName, PLEASE_REPORT, SOAP } from "../vocabulary.js";
import {
  attributeOf,
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
    parts: childrenOf(message, "part").map((part) =>
      parsePart(part, declarations),
    ),
    source: positionOf(message),
  }));
}

function parsePart(part: XmlElement, declarations: Declarations): Part {
  const target = resolveElement(declarations, part, "element");
  if (target.kind === "element") {
    // What is wrong with its type is reported where it is declared.
    const quiet = { ...declarations, problems: new ProblemList() };
    const { kind } = resolveType(quiet, target.element, "type");
    if (kind === "builtIn" || kind === "simpleType")
      report(
        declarations.problems,
        part,
        `element="${attributeOf(part, "element") ?? ""}" is of a simple type: nsgen knows messages of complexTypes`,
        PLEASE_REPORT,
      );
  }
  return { name: nameOf(part, declarations.problems), element: target.id };
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
