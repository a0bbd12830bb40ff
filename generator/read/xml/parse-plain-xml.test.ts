import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readZipTree } from "../source/zip-tree.js";
import { hasRealSets, WSDL_DIR } from "../testing/real-sets.js";
import { smallSet } from "../testing/small-set.js";
import { parsePlainRoot, parsePlainXml } from "./parse-plain-xml.js";
import { parseStrictly } from "./parse-xml.js";
import { createTextFile } from "./text-file.js";
import type { XmlElement } from "./xml-element.js";

/** A tree without its file, and with text in one piece however it was read. */
function plainly(element: XmlElement): unknown {
  const content: unknown[] = [];
  for (const each of element.content) {
    const last = content.at(-1);
    if (typeof each !== "string") content.push(plainly(each));
    else if (typeof last === "string")
      content[content.length - 1] = last + each;
    else content.push(each);
  }
  const { uri, local, attributes, scope, offset } = element;
  return { uri, local, attributes, scope: [...scope], offset, content };
}

/** What is read plainly must be what saxes reads; gives whether it was. */
function agrees(text: string): boolean {
  const file = createTextFile("f.xsd", text);
  const plain = parsePlainXml(file);
  if (plain === null) return false;
  const strict = parseStrictly(file);
  if ("problem" in strict)
    throw new Error(
      `saxes refuses ${JSON.stringify(text)}: ${strict.problem.what}`,
    );
  expect(plainly(plain), text).toEqual(plainly(strict.root));
  return true;
}

test.each([
  "<a/>",
  '<?xml version="1.0" encoding="UTF-8"?>\n<a b="c" d=""> x <b/><!-- - > --> y </a >\n<!---->\n',
  '<p:a xmlns:p="urn:1"><p:b xmlns:p="urn:2" xmlns="urn:3"><c/></p:b><p:c/></p:a>',
  '<a xmlns="urn:1" b="é’>"\n\tc="\'"/>',
])("reads %j as saxes does", (text) => {
  expect(agrees(text)).toBe(true);
});

test.each([
  "",
  "a",
  "<a>",
  "<a></b>",
  "</a>",
  "<a/><b/>",
  "<a/>x",
  "x<a/>",
  "<a>&amp;</a>",
  "<a>]]></a>",
  "<a>\r\n</a>",
  "<a>\u0001</a>",
  "<a>😀</a>",
  "<a b='c'/>",
  '<a b="c"d="e"/>',
  '<a b="1" b="2"/>',
  '<a b="<"/>',
  '<a b="\t"/>',
  '<a p:b="c" xmlns:p="urn:1"/>',
  '<p:a xmlns="urn:1"/>',
  '<a xmlns:p="urn:1" xmlns:p="urn:2"/>',
  '<a xmlns:p="urn:1"><b xmlns:p="urn:1" xmlns:p="urn:2"/></a>',
  '<a xmlns="urn:1"><b xmlns=""/></a>',
  '<a xmlns="urn:1 "/>',
  '<a xmlns="urn:1\u00a0"/>',
  '<a xmlns:p="\ufeffurn:1"/>',
  '<a xmlns:xml="urn:1"/>',
  '<a xmlns:b="http://www.w3.org/2000/xmlns/"/>',
  "<a><![CDATA[x]]></a>",
  "<a><?b c?></a>",
  "<!DOCTYPE a><a/>",
  "<a><!-- -- --></a>",
  "<a><!-- --->",
  "<a><!-- ",
  '<?xml version="1.1"?><a/>',
  '<?xml version="1.0" encoding="8"?><a/>',
  ' <?xml version="1.0"?><a/>',
  `${"<a>".repeat(65)}${"</a>".repeat(65)}`,
])("leaves %j to saxes", (text) => {
  expect(parsePlainXml(createTextFile("f.xsd", text))).toBeNull();
});

test.each([257, 2_000_000])(
  "leaves a tag of %i attributes to saxes",
  (count) => {
    const names = Array.from({ length: count }, (_, at) => ` a${at}=""`);
    const file = createTextFile("f.xsd", `<a${names.join("")}/>`);
    expect(parsePlainXml(file)).toBeNull();
  },
);

test("leaves a million tags to saxes", () => {
  const file = createTextFile("f.xsd", `<a>${"<b/>".repeat(1e6)}</a>`);
  expect(parsePlainXml(file)).toBeNull();
});

test("reads the root alone, whatever follows", () => {
  const file = createTextFile(
    "f.xsd",
    '<!-- < -->\n<p:a xmlns:p="urn:1" b="c">\n<b></p:a>',
  );
  expect(parsePlainRoot(file)).toMatchObject({
    uri: "urn:1",
    local: "a",
    attributes: [{ name: "b", value: "c" }],
    content: [],
    offset: 11,
  });
});

/** `NSGEN_FUZZ_ROUNDS` asks for more. */
const ROUNDS = Number(process.env["NSGEN_FUZZ_ROUNDS"] ?? 6_000);

test(
  "whatever it reads after a mutation, saxes reads alike",
  { timeout: 600_000 },
  () => {
    const seed = Date.now() % 2 ** 31;
    const random = createRandom(seed);
    const texts = Object.values(smallSet());
    const pieces = [
      ..."< > / \" ' = & ; ! - ? [ ] : a x é \n \r \t".split(" "),
      ...'xmlns xml <!-- --> ]]> <![CDATA[ <? &lt; </a> ="'.split(" "),
      " ",
      "\0",
      "\u00a0",
      "\u2028",
      "\ufeff",
    ];
    let read = 0;
    for (let round = 0; round < ROUNDS; round++) {
      let text = texts[Math.floor(random() * texts.length)] ?? "";
      for (let edits = 1 + random() * 3; edits > 0; edits--) {
        const at = Math.floor(random() * text.length);
        const piece = pieces[Math.floor(random() * pieces.length)] ?? "";
        const end = random() < 0.5 ? at : at + Math.floor(random() * 8);
        text =
          text.slice(0, at) + (random() < 0.8 ? piece : "") + text.slice(end);
      }
      try {
        if (agrees(text)) read++;
      } catch (error) {
        throw new Error(`seed ${seed}, round ${round}`, { cause: error });
      }
    }
    expect(read).toBeGreaterThan(100);
  },
);

describe.skipIf(!hasRealSets())("Oracle's own files are plain XML", () => {
  const zips = existsSync(WSDL_DIR)
    ? readdirSync(WSDL_DIR).filter((name) => name.endsWith(".zip"))
    : [];
  test.each(zips)("%s", { timeout: 60_000 }, async (name) => {
    const tree = await readZipTree(join(WSDL_DIR, name));
    const paths = (await tree.list()).filter((each) =>
      /\.(wsdl|xsd)$/.test(each),
    );
    let plain = 0;
    for (const path of paths) {
      const bytes = (await tree.read(path)) ?? undefined;
      if (agrees(new TextDecoder().decode(bytes))) plain++;
    }
    // A file or two of an old version hold a reference.
    expect(plain).toBeGreaterThanOrEqual(paths.length - 2);
  });
});

/** Numbers from 0 to 1 that a seed gives again: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
