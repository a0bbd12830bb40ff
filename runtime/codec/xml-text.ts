const START =
  "A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}";
const NC_NAME = new RegExp(
  // eslint-disable-next-line no-misleading-character-class -- combining characters are allowed in names
  `^[${START}][${START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}]*$`,
  "u",
);

/** What XML 1.0 cannot carry, escaped or not: most control characters, lone surrogates, U+FFFE and U+FFFF. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const FORBIDDEN = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u;

// eslint-disable-next-line no-control-regex -- as above
const TEXT = /[&<>\r\0-\x08\v\f\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
// eslint-disable-next-line no-control-regex -- as above
const ATTRIBUTE = /[&<>"\0-\x1f\ud800-\udfff\ufffe\uffff]/;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};

/** Whether a text is an XML name without a colon. */
export function isNCName(text: string): boolean {
  return NC_NAME.test(text);
}

/** The first character that XML 1.0 cannot carry, as `U+0008`, or undefined. */
export function findForbiddenCharacter(text: string): string | undefined {
  const code = FORBIDDEN.exec(text)?.[0].codePointAt(0);
  return code === undefined
    ? undefined
    : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A text as an element's content; undefined where XML cannot carry it. */
export function escapeText(text: string): string | undefined {
  if (!TEXT.test(text)) return text;
  return FORBIDDEN.test(text) ? undefined : text.replace(/[&<>\r]/g, escape);
}

/** A text as an attribute's value; undefined where XML cannot carry it. */
export function escapeAttribute(text: string): string | undefined {
  if (!ATTRIBUTE.test(text)) return text;
  return FORBIDDEN.test(text)
    ? undefined
    : text.replace(/[&<>"\r\n\t]/g, escape);
}

function escape(character: string): string {
  return ESCAPES[character] ?? character;
}
