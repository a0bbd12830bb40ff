const PREFIXES = {
  "http://schemas.xmlsoap.org/soap/envelope/": "soapenv",
  "http://www.w3.org/2001/XMLSchema-instance": "xsi",
};

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Writes a tree as XML.
 *
 * @param options `prefixOf` gives the prefix of a namespace by its number, all are declared at the root; with
 *   `isDefault`, elements have no prefix and declare their namespace where it changes; with `isCdata`, text is in CDATA
 */
export function printXml(tree, options = {}) {
  const { isDefault = false, isCdata = false } = options;
  const prefixOf = options.prefixOf ?? ((index) => `p${index}`);
  const prefixes = new Map();
  for (const uri of namespacesOf(tree))
    prefixes.set(
      uri,
      options.prefixOf
        ? prefixOf(prefixes.size)
        : (PREFIXES[uri] ?? prefixOf(prefixes.size)),
    );
  const qualify = ({ uri, local }) =>
    uri === "" ? local : `${prefixes.get(uri)}:${local}`;
  const declarations = [...prefixes]
    .map(([uri, prefix]) => ` xmlns:${prefix}="${uri}"`)
    .join("");

  const print = (element, current, further) => {
    if (typeof element === "string")
      return isCdata ? `<![CDATA[${element}]]>` : escape(element);
    const name = isDefault ? element.local : qualify(element);
    const declared =
      isDefault && element.uri !== current ? ` xmlns="${element.uri}"` : "";
    const attributes = element.attributes
      .map((each) => {
        const { value } = each;
        const text = typeof value === "string" ? value : qualify(value);
        return ` ${qualify(each)}="${escape(text)}"`;
      })
      .join("");
    const children = element.children.map((child) =>
      print(child, element.uri, ""),
    );
    return `<${name}${declared}${further}${attributes}>${children.join("")}</${name}>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${print(tree, "", declarations)}`;
}

/** All namespaces of elements, attributes and types. */
function namespacesOf(tree) {
  const found = new Set();
  const visit = (element) => {
    if (typeof element === "string") return;
    found.add(element.uri);
    for (const { uri, value } of element.attributes) {
      found.add(uri);
      if (typeof value !== "string") found.add(value.uri);
    }
    element.children.forEach(visit);
  };
  visit(tree);
  found.delete("");
  return found;
}

function escape(text) {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]);
}
