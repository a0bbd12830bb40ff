import { XmlDocument, XmlLibError, XsdValidator } from "libxml2-wasm";
import { afterAll, expect, test } from "vitest";
import { createLexicalCheck } from "../../emulator/validate/lexical.js";
import { BUILT_INS, type BuiltIn } from "../../runtime/codegen-v1/index.js";

const document = XmlDocument.fromString(
  `<schema xmlns="http://www.w3.org/2001/XMLSchema">${BUILT_INS.map((each) => `<element name="${each}" type="${each}"/>`).join("")}</schema>`,
);
const validator = XsdValidator.fromDoc(document);
afterAll(() => {
  validator.dispose();
  document.dispose();
});

const BARE = [
  ..."|-|+|.|x|a b|0|-0|+1|00012|1.0|1.|.5|+.5e-3|1e5|1.e5|1E+2|e5|1e999|0x1|1,5|1d".split(
    "|",
  ),
  ..."INF|-INF|+INF|NaN|nan|Infinity|true|false|TRUE|yes|T".split("|"),
  ..."127|128|-128|-129|32767|32768|-32768|-32769".split("|"),
  ..."2147483647|2147483648|-2147483648|-2147483649".split("|"),
  ..."9223372036854775807|9223372036854775808|-9223372036854775808|-9223372036854775809".split(
    "|",
  ),
  `${"0".repeat(40)}1`,
  ..."2025-06-15|2025-06-15Z|2025-06-15+08:00|2025-06-15-14:01|2025-6-15|2025-06-31|-0004-02-29|-0005-02-29".split(
    "|",
  ),
  ..."12:00:00|24:00:00|24:00:00.00|24:00:01|23:59:60|12:00:00Z|12:00|25:00:00|12:00:00.|1:00:00".split(
    "|",
  ),
  ..."24:00:00|24:00:00.1|24:01:00|00:00:00|23:59:59.999999999|00:00:00z|00:00:00Z|00:00:00+14:00|00:00:00+14:01|00:00:00-13:59|00:00:00+13:60|00:00:00+0800"
    .split("|")
    .map((time) => `2024-02-29T${time}`),
  ..."2025-02-29|1900-02-29|2000-02-29|0000-01-01|-0000-01-01|0001-01-01|12025-06-15|02025-06-15|999-01-01|+2025-06-15|2025-13-01|2025-00-01|2025-01-00|2025-01-32"
    .split("|")
    .map((day) => `${day}T00:00:00`),
  "2025-06-15 12:00:00",
  "2025-06-15t12:00:00",
  ..."A|AA|AAA|AAAA|AA=|AA==|AB==|AAA=|AAB=|AAE=|AAAA=|=|====|AA==AA==|A-_A|AA = =|A A A A|AAAA AAAA|AA\nAA".split(
    "|",
  ),
  ..."en|en-US|e1|en-u1-abcdefgh|abcdefghi|en_US|en-|x-y".split("|"),
];
const TEXTS = BARE.flatMap((each) => [each, ` ${each}`, `${each}\t\n`]);

/** Where libxml2 does not go by XSD 1.0, by what it says of the text. */
const DIFFERENCES: readonly (readonly [
  reason: string,
  type: RegExp,
  text: RegExp,
])[] = [
  ["any text is an anyURI once it is escaped", /^anyURI$/, /^/],
  [
    "white space is collapsed around INF and NaN",
    /^(?:double|float)$/,
    /^\s*(?:-?INF|NaN)\s*$/,
  ],
  [
    "white space is collapsed around dates and times",
    /^(?:date|time|dateTime)$/,
    /^\s|\s$/,
  ],
  [
    "what is not of its alphabet does not stand in base64",
    /^base64Binary$/,
    /[^A-Za-z0-9+/=\s]/,
  ],
];

test.each(BUILT_INS)(
  "libxml2 and the emulator take the same texts as %s",
  (builtIn) => {
    const accepts = createLexicalCheck({
      kind: "simple",
      index: 0,
      name: builtIn,
      typeName: builtIn,
      namespace: null,
      builtIn,
      values: null,
      documentation: null,
    });
    const taken = TEXTS.filter((text) => isValid(builtIn, text));
    expect(taken).not.toEqual([]);
    const different = TEXTS.filter(
      (text) =>
        taken.includes(text) !== accepts(text) &&
        !DIFFERENCES.some(
          ([, type, pattern]) => type.test(builtIn) && pattern.test(text),
        ),
    );
    expect(different).toEqual([]);
  },
);

function isValid(builtIn: BuiltIn, text: string): boolean {
  const xml = XmlDocument.fromString(`<${builtIn}>${text}</${builtIn}>`);
  try {
    validator.validate(xml);
    return true;
  } catch (error) {
    if (error instanceof XmlLibError) return false;
    throw error;
  } finally {
    xml.dispose();
  }
}
