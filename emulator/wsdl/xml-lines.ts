/** XML as lines of text. */
export type Lines = readonly string[];

/** Lays out an element, its content further in. Attributes that are null are left out. */
export function layElement(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  ...content: readonly Lines[]
): Lines {
  const start = Object.entries(attributes).reduce(
    (text, [each, value]) =>
      value === null ? text : `${text} ${each}="${escapeXml(value)}"`,
    `<${name}`,
  );
  const inside = content.flat();
  return inside.length === 0
    ? [`${start}/>`]
    : [`${start}>`, ...inside.map((line) => `  ${line}`), `</${name}>`];
}

/** Lays out an element that holds a text; nothing where the text is null. */
export function layText(name: string, text: string | null): Lines {
  return text === null ? [] : [`<${name}>${escapeXml(text)}</${name}>`];
}

/** The text of a document. */
export function formatDocument(root: Lines): string {
  return `${['<?xml version="1.0" encoding="UTF-8"?>', ...root].join("\n")}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Escapes a text, its line ends and tabs too: a parser makes spaces of them in attributes. */
function escapeXml(text: string): string {
  return text.replace(
    /[&<>"\t\n\r]/g,
    (found) => ESCAPES[found] ?? `&#${found.charCodeAt(0)};`,
  );
}
