import { readXmlTree, type XmlTree } from "./xml-tree.js";

/**
 * What an XML document says, read by libxml2, as lines of text that compare.
 *
 * Left out are prefixes, namespace declarations, comments, processing instructions, the order of attributes and of
 * elements of different names, white space between elements, and what `formatText` makes alike: by default, how a
 * decimal number is written.
 */
export function formatInfoset(
  xml: Uint8Array | string,
  formatText: (text: string) => string = formatNumber,
): string {
  return formatElement(readXmlTree(xml), formatText, "").join("\n");
}

function formatElement(
  tree: XmlTree,
  formatText: (text: string) => string,
  indent: string,
): string[] {
  const children: { child: XmlTree; name: string }[] = [];
  let text = "";
  for (const child of tree.children) {
    if (typeof child === "string") text += child;
    else children.push({ child, name: nameOf(child) });
  }
  const isLayout = children.length > 0 && text.trim() === "";
  const content = isLayout ? "" : JSON.stringify(formatText(text));
  const attributes = tree.attributes.map(
    ({ uri, local, value }) => `@{${uri}}${local}=${JSON.stringify(value)}`,
  );
  children.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return [
    `${indent}${nameOf(tree)} ${content}`,
    ...attributes.sort().map((each) => `${indent}  ${each}`),
    ...children.flatMap(({ child }) =>
      formatElement(child, formatText, `${indent}  `),
    ),
  ];
}

function nameOf({ uri, local }: XmlTree): string {
  return `{${uri}}${local}`;
}

/** A number with a fraction or an exponent as JavaScript writes it; any other text as it is. */
function formatNumber(text: string): string {
  return /^[+-]?\d+(?:\.\d+|(?:\.\d+)?[eE][+-]?\d+)$/.test(text)
    ? String(Number(text))
    : text;
}
