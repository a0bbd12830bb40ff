import { XmlCData, XmlDocument, XmlElement, XmlText } from "libxml2-wasm";

export const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** An XML element as plain data, without prefixes. */
export interface XmlTree {
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly XmlTreeAttribute[];
  /** Elements and texts. */
  readonly children: readonly (XmlTree | string)[];
}

export interface XmlTreeAttribute {
  readonly uri: string;
  readonly local: string;
  /** That of an xsi:type is `{uri}local`. */
  readonly value: string;
}

/** Reads a document by libxml2. */
export function readXmlTree(xml: string): XmlTree {
  const document = XmlDocument.fromString(xml);
  try {
    return readElement(document.root);
  } finally {
    document.dispose();
  }
}

function readElement(element: XmlElement): XmlTree {
  const children: (XmlTree | string)[] = [];
  for (let at = element.firstChild; at; at = at.next) {
    if (at instanceof XmlElement) children.push(readElement(at));
    else if (at instanceof XmlText || at instanceof XmlCData)
      children.push(at.content);
  }
  return {
    uri: element.namespaceUri,
    local: element.name,
    attributes: element.attrs.map(({ namespaceUri, name, value }) => ({
      uri: namespaceUri,
      local: name,
      value:
        namespaceUri === XSI && name === "type"
          ? resolveName(element, value)
          : value,
    })),
    children,
  };
}

function resolveName(element: XmlElement, name: string): string {
  const [prefix = "", local = ""] = name.split(":");
  return `{${element.namespaceForPrefix(prefix) ?? ""}}${local}`;
}
