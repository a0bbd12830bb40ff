import {
  ParseOption,
  XmlCData,
  XmlDocument,
  XmlElement,
  XmlText,
  XmlTreeNode,
  type XmlNode,
} from "libxml2-wasm";

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
  /** That of an xsi:type is `{uri}local`, unless its prefix is bound to nothing. */
  readonly value: string;
}

/** Reads a document by libxml2; throws where it is not well-formed. */
export function readXmlTree(xml: Uint8Array | string): XmlTree {
  const options = { option: ParseOption.XML_PARSE_HUGE };
  const document =
    typeof xml === "string"
      ? XmlDocument.fromString(xml, options)
      : XmlDocument.fromBuffer(xml, options);
  try {
    return readElement(document.root);
  } finally {
    document.dispose();
  }
}

function readElement(element: XmlElement): XmlTree {
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
    children: childNodes(element).flatMap((each): XmlTree | string | [] => {
      if (each instanceof XmlElement) return readElement(each);
      const isText = each instanceof XmlText || each instanceof XmlCData;
      return isText ? each.content : [];
    }),
  };
}

function childNodes(element: XmlElement): XmlNode[] {
  const found: XmlNode[] = [];
  for (let at = element.firstChild; at; at = at.next) {
    // A processing instruction does not know what comes after it.
    if (!(at instanceof XmlTreeNode)) return element.find("node()");
    found.push(at);
  }
  return found;
}

/** A QName as `{uri}local`; as it is where it is none. */
function resolveName(element: XmlElement, name: string): string {
  const [, prefix = "", local] =
    /^[ \t\r\n]*(?:([^:{}]*):)?([^:{} \t\r\n]+)[ \t\r\n]*$/.exec(name) ?? [];
  const uri = element.namespaceForPrefix(prefix);
  return local === undefined || (uri === null && prefix !== "")
    ? name
    : `{${uri ?? ""}}${local}`;
}
