import { childrenOf, textOf, type XmlElement } from "../xml/xml-element.js";

/** The text of the `documentation` inside an element, or inside its xsd:annotation; null where there is none. */
export function documentationOf(element: XmlElement): string | null {
  // Most declarations hold nothing at all.
  if (element.content.length === 0) return null;
  const direct = childrenOf(element, "documentation");
  const annotated = childrenOf(element, "annotation").flatMap((each) =>
    childrenOf(each, "documentation"),
  );
  const text = [...direct, ...annotated]
    .map(textOf)
    .filter((each) => each !== "")
    .join(" ");
  return text === "" ? null : text;
}
