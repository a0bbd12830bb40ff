import type { BuiltIn, LongMode } from "../../runtime/codegen-v1/index.js";

const STRINGS = [
  "Acme",
  "",
  'R&D <b>"quoted"</b> it\'s',
  "]]>",
  "a\rb\r\nc\nd\te",
  "  blanks around  ",
  "\t\n",
  "\u{1f511} \u{10ffff} é ﬁ \u0085 \u2028",
  "&amp; &#13; <![CDATA[x]]>",
];

const DATE_TIMES = [
  "2017-02-20T22:00:00.000-08:00",
  "2024-02-29T23:59:59Z",
  "2025-03-31T09:30:00",
  "2025-12-31T24:00:00",
  "1999-01-01T00:00:00.123456789+14:00",
  "0001-01-01T00:00:00-13:59",
  "12025-06-15T12:00:00+05:30",
  "-0044-03-15T12:00:00Z",
];

const BYTES = [
  new Uint8Array(),
  new Uint8Array([0]),
  new Uint8Array([0xff, 0xfe]),
  Uint8Array.from({ length: 256 }, (_, at) => at),
];

const LONGS = [42, 0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
const BIG_LONGS = [...LONGS.map(BigInt), 2n ** 63n - 1n, -(2n ** 63n)];

const VALUES: Readonly<Record<BuiltIn, readonly unknown[]>> = {
  string: STRINGS,
  boolean: [true, false],
  int: [7, 0, -(2 ** 31), 2 ** 31 - 1],
  long: LONGS,
  double: [
    1500.5,
    0.1,
    -0.000001,
    1e21,
    5e-324,
    -Number.MAX_VALUE,
    0,
    -0,
    NaN,
    Infinity,
    -Infinity,
  ],
  dateTime: DATE_TIMES,
  base64Binary: BYTES,
  float: [1.5, -0.25, 0],
  short: [-32_768, 32_767],
  byte: [-128, 127],
  date: ["2024-02-29", "2025-03-31-08:00", "2025-03-31Z"],
  time: ["09:30:00", "23:59:59.999-07:00"],
  normalizedString: ["two  words "],
  token: ["one two"],
  anyURI: ["https://example.com/a?b=c&d=e"],
  language: ["en-US"],
};

/** Values of a type of XML Schema: usual ones, and those at its edges. */
export function simpleValues(
  builtIn: BuiltIn,
  long: LongMode,
): readonly unknown[] {
  return builtIn === "long" && long === "bigint" ? BIG_LONGS : VALUES[builtIn];
}
