import type { Random } from "./random.js";

/** What breaks a document, or looks as if it did, wherever it is put. */
const SNIPPETS = [
  "&nbsp;",
  "&amp",
  "&#0;",
  "&#8;",
  "&#xD800;",
  "&#xFFFF;",
  "&#x110000;",
  "&#x41;",
  "&#65;&lt;",
  "<![CDATA[<a>&]]>",
  "<![CDATA[]]",
  "]]>",
  "<!-- a -->",
  "<!-- a -- b -->",
  "<!--",
  "<?a b?>",
  "<?xml version='1.0'?>",
  "<!DOCTYPE a [<!ENTITY b 'c'>]>",
  "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>",
  "<!ENTITY a 'b'>",
  "\u0000",
  "\u0008",
  "\ufffe",
  "\ufeff",
  "\u2028",
  "\r",
  "\r\n",
  "😀",
  "<",
  ">",
  "&",
  '"',
  "'",
  "/",
  "=",
  ":",
  "<a>",
  "</a>",
  "<a/>",
  "<a b='c'/>",
  "<:a/>",
  "<a:b:c/>",
  "<p:a/>",
  "<p:a xmlns:p='urn:p' p:b='1'/>",
  "<__proto__>x</__proto__>",
  " a='1'",
  " a='1' a='2'",
  " xmlns='urn:x'",
  " xmlns=''",
  " xmlns:p=''",
  " xmlns:p='urn:p'",
  " xmlns:xml='urn:x'",
  " xmlns:xmlns='urn:x'",
  " xmlns:xsi='urn:x'",
  " xsi:nil='true'",
  " xsi:type=''",
  " xsi:type='a:b:c'",
  " xsi:type='no:Such'",
  " xml:lang='en'",
];

/** A document with one thing changed that no writer of XML would do. */
export function mutateText(xml: string, random: Random): string {
  const place = findPlace(xml, random);
  const other = findPlace(xml, random);
  const [from, to] = place < other ? [place, other] : [other, place];
  const tag = chooseTag(xml, random);
  switch (random.below(8)) {
    case 0:
      return xml.slice(0, place);
    case 1:
      return xml.slice(0, from) + xml.slice(to);
    case 2:
      return xml.slice(0, to) + xml.slice(from);
    case 3:
      return swapTags(xml, random);
    case 4:
      return replaceTag(xml, tag, "");
    case 5:
      return replaceTag(xml, tag, tag.text + tag.text);
    default:
      return xml.slice(0, place) + choose(SNIPPETS, random) + xml.slice(place);
  }
}

/** The bytes with some of them replaced by noise, or with a few put between. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const noise = Uint8Array.from({ length: 1 + random.below(4) }, () =>
    random.below(256),
  );
  const skipped = random.below(2) * noise.length;
  return Buffer.concat([
    bytes.subarray(0, at),
    noise,
    bytes.subarray(at + skipped),
  ]);
}

/** One of the items of a list that has some. */
export function choose<T>(items: readonly T[], random: Random): T {
  // below() is less than the length.
  return items[random.below(items.length)] as T;
}

/** Any place in a text, or one beside its markup. */
function findPlace(xml: string, random: Random): number {
  const at = random.below(xml.length + 1);
  if (random.below(3) === 0) return at;
  const found = xml.slice(at).search(/[<>&"'=:/ ]/);
  return found < 0 ? at : at + found + random.below(2);
}

/** Swaps two tags. */
function swapTags(xml: string, random: Random): string {
  const [one, two] = [chooseTag(xml, random), chooseTag(xml, random)].sort(
    (a, b) => a.index - b.index,
  );
  if (!one || !two) return xml;
  return replaceTag(replaceTag(xml, two, one.text), one, two.text);
}

interface Tag {
  readonly index: number;
  readonly text: string;
}

function chooseTag(xml: string, random: Random): Tag {
  const tags = [...xml.matchAll(/<[^<>]*>/g)];
  const { 0: text, index } = choose(tags, random);
  return { index, text };
}

function replaceTag(xml: string, { index, text }: Tag, by: string): string {
  return xml.slice(0, index) + by + xml.slice(index + text.length);
}
