import { SaxesParser, type SaxesTagNS } from "saxes";
import { createRandom } from "../injection/random.js";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const XMLNS = "http://www.w3.org/2000/xmlns/";
const XML = "http://www.w3.org/XML/1998/namespace";

/** SOAP's own, which NetSuite always calls `soapenv`: codes of faults name it in their text. */
const SOAP =
  /^http:\/\/(?:schemas\.xmlsoap\.org\/soap|www\.w3\.org\/2003\/05\/soap-)/;

/** Prefixes in scope, the default namespace as `""`. */
type Scope = ReadonlyMap<string, string>;

/**
 * Writes documents with other prefixes than they have: declared anywhere, several for one namespace, or as default
 * namespaces, as servers do. The infoset stays the same, but for prefixes.
 *
 * @param seed determines the choices, which go on from one document to the next
 */
export function createPrefixVariation(seed: number): (xml: string) => string {
  const random = createRandom(seed);
  return (xml) => varyPrefixes(xml, random);
}

function varyPrefixes(xml: string, random: () => number): string {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: { readonly name: string; readonly scope: Scope }[] = [];
  let text = '<?xml version="1.0" encoding="UTF-8"?>';
  let made = 0;

  function openElement(tag: SaxesTagNS): void {
    const scope = new Map(open.at(-1)?.scope);
    const declared = new Map<string, string>();
    const declare = (prefix: string, uri: string): string => {
      scope.set(prefix, uri);
      declared.set(prefix, uri);
      return prefix;
    };
    const invent = (): string =>
      `${String.fromCharCode(97 + Math.floor(random() * 26))}${++made}`;
    const prefixOf = (uri: string, isElement: boolean): string => {
      if (uri === XML) return "xml";
      const known = [...scope].find(
        ([prefix, bound]) => bound === uri && (isElement || prefix !== ""),
      )?.[0];
      if (SOAP.test(uri)) return known ?? declare("soapenv", uri);
      if (isElement && uri === "")
        return (scope.get("") ?? "") === "" ? "" : declare("", "");
      if (known !== undefined && random() < 0.7) return known;
      return declare(isElement && random() < 0.4 ? "" : invent(), uri);
    };
    const name = qualify(prefixOf(tag.uri, true), tag.local);
    // The element's own namespace is bound by now, and no attribute binds the default one.
    const attributes = Object.values(tag.attributes)
      .filter(({ uri, name: given }) => uri !== XMLNS && given !== "xmlns")
      .map(({ uri, local, value }) => {
        const isType = uri === XSI && local === "type";
        const prefix = uri === "" ? "" : prefixOf(uri, false);
        const written = isType ? rename(value, prefixOf) : value;
        return ` ${qualify(prefix, local)}="${escapeAttribute(written)}"`;
      });
    const namespaces = [...declared].map(
      ([prefix, uri]) =>
        ` xmlns${prefix === "" ? "" : `:${prefix}`}="${escapeAttribute(uri)}"`,
    );
    text += `<${name}${[...namespaces, ...attributes].join("")}>`;
    open.push({ name, scope });
  }

  /** The name of a type, whose prefix is as much in scope as an element's. */
  function rename(
    value: string,
    prefixOf: (uri: string, isElement: boolean) => string,
  ): string {
    const [prefix, local] = value.includes(":")
      ? value.trim().split(":", 2)
      : ["", value.trim()];
    const uri = parser.resolve(prefix ?? "") ?? "";
    return uri === "" ? value : qualify(prefixOf(uri, false), local ?? "");
  }

  parser.on("opentag", openElement);
  parser.on("closetag", () => {
    text += `</${open.pop()?.name ?? ""}>`;
  });
  parser.on("text", (content) => {
    text += escapeText(content);
  });
  parser.write(xml).close();
  return text;
}

function qualify(prefix: string, local: string): string {
  return prefix === "" ? local : `${prefix}:${local}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};

function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (each) => ESCAPES[each] ?? each);
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (each) => ESCAPES[each] ?? each);
}
