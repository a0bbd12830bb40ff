import { XmlDocument, XmlElement, XmlText, XmlCData } from "libxml2-wasm";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/**
 * What an XML document says, read by libxml2, as lines of text that compare.
 *
 * Left out are prefixes, namespace declarations, comments, the order of attributes and of elements of different names,
 * white space between elements, and how a decimal number is written.
 */
export function formatInfoset(xml: Uint8Array | string): string {
  const document =
    typeof xml === "string"
      ? XmlDocument.fromString(xml)
      : XmlDocument.fromBuffer(xml);
  try {
    return formatElement(document.root, "").join("\n");
  } finally {
    document.dispose();
  }
}

function formatElement(element: XmlElement, indent: string): string[] {
  const children: XmlElement[] = [];
  let text = "";
  for (let at = element.firstChild; at; at = at.next) {
    if (at instanceof XmlElement) children.push(at);
    else if (at instanceof XmlText || at instanceof XmlCData)
      text += at.content;
  }
  const attributes = element.attrs.map(({ namespaceUri, name, value }) => {
    const isType = namespaceUri === XSI && name === "type";
    const shown = isType ? resolveName(element, value) : value;
    return `@{${namespaceUri}}${name}=${JSON.stringify(shown)}`;
  });
  const isLayout = children.length > 0 && text.trim() === "";
  const content = isLayout ? "" : JSON.stringify(formatNumber(text));
  const sorted = children
    .map((child) => ({ child, name: nameOf(child) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return [
    `${indent}${nameOf(element)} ${content}`,
    ...attributes.sort().map((each) => `${indent}  ${each}`),
    ...sorted.flatMap(({ child }) => formatElement(child, `${indent}  `)),
  ];
}

function nameOf(element: XmlElement): string {
  return `{${element.namespaceUri}}${element.name}`;
}

function resolveName(element: XmlElement, name: string): string {
  const [prefix = "", local] = name.split(":");
  return local === undefined
    ? name
    : `{${element.namespaceForPrefix(prefix) ?? ""}}${local}`;
}

/** A number with a fraction or an exponent as JavaScript writes it; any other text as it is. */
function formatNumber(text: string): string {
  return /^[+-]?\d+(?:\.\d+|(?:\.\d+)?[eE][+-]?\d+)$/.test(text)
    ? String(Number(text))
    : text;
}
