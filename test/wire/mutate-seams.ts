import { choose } from "./mutate-text.js";
import type { Random } from "./random.js";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const XSD = "http://www.w3.org/2001/XMLSchema";

/** What may stand in a text, or must not. */
const PIECES = [
  "<![CDATA[]]>",
  "<![CDATA[<&]]>",
  "<![CDATA[a\r\nb\r]]>",
  "<![CDATA[]]]]><![CDATA[>]]>",
  "<!---->",
  "<!-- <a> -->",
  "<?a?>",
  "<?a b?>",
  "<?a?b?>",
  "&amp;",
  "&#x20;",
  "&#13;",
  "&#xD;&#xA;",
  "&#0065;",
  "&#x1F511;",
  "\r",
  "\r\n",
  "\r\r\n",
  " ",
  "\t",
  "\u00a0",
  "\u00e9",
  "\u2028",
  "\uff21",
  "\ufffd",
  "\u{1f511}",
  "\u{1fffe}",
  "\u007f\u0085",
  "]]",
  "]>",
  ">",
  "]]>",
  "\ufffe",
  "\uffff",
  "\u001f",
  "&#xFFFE;",
  "&#x110000;",
  "&#;",
  "&;",
  "& ",
];

/** Texts of numbers and booleans in every form, and of what is nearly one. */
const SCALARS = [
  ..."0,-0,+0,-0.0,+1,-1,007,-007,1.,.5,-.5,5.,.,-,+,--1,1-,1.2.3".split(","),
  ..."1e5,1E5,1e+5,1e-5,1e,e5,1e400,0x10,1_0,1 0, 1,1 ,١".split(","),
  ..."0.1,0.30,1.10,123456789012345,1234567890123456".split(","),
  ..."12345678901234567890,9007199254740991,9007199254740993".split(","),
  ..."0.000000000000001,12345678.9012345,12345678.90123456".split(","),
  ..."INF,-INF,+INF,NaN,Infinity,nan".split(","),
  ..."true,false,1,0,TRUE, true ,tru,truee,falsee,2".split(","),
  ..."_pDF,2024-02-29T00:00:00.000-08:00,AQID,AQI=,=".split(","),
  "",
  " ",
];

const ATTRIBUTES = [
  ` xmlns:i="${XSI}" i:type="d:string" xmlns:d="${XSD}"`,
  ` xmlns:i="${XSI}" xmlns:d="${XSD}" i:type=" d:double "`,
  ` xmlns:i="${XSI}" xmlns="${XSD}" i:type="boolean"`,
  ` xmlns:i="${XSI}" i:nil="false"`,
  ` xmlns:i="${XSI}" i:nil=" 1 "`,
  ` xmlns:i="${XSI}" i:nil="true" i:type="no:Such"`,
  ' xsi:type="xsd:string"',
  ' xsi:type="xsd:long"',
  ' xsi:nil="true"',
  ' xsi:nil="0"',
  ' xsi:nil=""',
  ' xsi:type="platformCore:RecordRef"',
  ' internalId="1"',
  " internalId='a\n&#10;b\t\u00e9>'",
  ' internalId=" x " type="customer"',
  ' internalId="1" internalId="2"',
  ' xml:lang="en"',
  ' xml:space="preserve"',
  ' xmlns:xml="http://www.w3.org/XML/1998/namespace"',
  ' __proto__="1"',
  ' a="<"',
  " a='&lt;' b=\"'\"",
  " a=1",
  " a",
  "a='1'",
  ' q:a="1"',
  ' :a="1"',
  ' a:="1"',
  ' 1="1"',
  ' a:1="1"',
  ' xmlns:1="urn:1"',
  ' \u00e9="1"',
  ' \u00d7="1"',
];

/** How often a message is changed at most. */
const MOST_CHANGES = 4;

/**
 * A message changed where the decoder leaves its beaten track: names like the expected ones, other orders, declarations
 * and prefixes bound anew, attributes where none are expected, white space and every kind of text.
 */
export function mutateSeams(xml: string, random: Random): string {
  let changed = xml;
  for (let times = random.below(MOST_CHANGES); times >= 0; times--) {
    // below() is less than the length.
    const change = choose(CHANGES, random);
    changed = change(changed, random);
  }
  return changed;
}

type Change = (xml: string, random: Random) => string;

const CHANGES: readonly Change[] = [
  (xml, random) => editLeaf(xml, random, (leaf) => rename(leaf, random, xml)),
  (xml, random) => editLeaf(xml, random, (leaf) => print(leaf) + print(leaf)),
  (xml, random) => editLeaf(xml, random, () => print(chooseLeaf(xml, random))),
  moveLeaf,
  (xml, random) =>
    editTag(xml, random, (tag) => tag + declaration(xml, random)),
  (xml, random) => editLeaf(xml, random, (leaf) => reprefix(leaf, xml, random)),
  (xml, random) =>
    editTag(xml, random, (tag) => tag + choose(ATTRIBUTES, random)),
  (xml, random) =>
    editLeaf(xml, random, (leaf) =>
      print({
        ...leaf,
        attributes: leaf.attributes + choose(ATTRIBUTES, random),
      }),
    ),
  (xml, random) =>
    editLeaf(xml, random, (leaf) =>
      print({
        ...leaf,
        text: insert(leaf.text, choose(PIECES, random), random),
      }),
    ),
  (xml, random) =>
    editLeaf(xml, random, (leaf) =>
      print({ ...leaf, text: choose(SCALARS, random) }),
    ),
  (xml, random) => editLeaf(xml, random, (leaf) => closeOddly(leaf, random)),
  (xml, random) => editGap(xml, random, () => choose(PIECES, random)),
  (xml, random) => editGap(xml, random, () => print(chooseLeaf(xml, random))),
  (xml, random) => editTag(xml, random, (tag) => tag.replaceAll('"', "'")),
  (xml, random) =>
    editTag(xml, random, (tag) =>
      tag.replace(/ /g, choose(["\n", "\t ", "\r\n", ""], random)),
    ),
];

/** An element that has only text. */
interface Leaf {
  readonly name: string;
  readonly attributes: string;
  readonly text: string;
}

function print({ name, attributes, text }: Leaf): string {
  return `<${name}${attributes}>${text}</${name}>`;
}

function rename(leaf: Leaf, random: Random, xml: string): string {
  const { name } = leaf;
  const other = chooseLeaf(xml, random).name;
  const names = [
    `${name}x`,
    name.slice(0, -1),
    `${name}:x`,
    name.replace(":", ""),
    name.replace(/.$/, "\u00e9"),
    name.replace(/:./, ":-"),
    name.toUpperCase(),
    `:${name}`,
    other,
    name.replace(/[^:]*$/, other.replace(/^.*:/, "")),
    other.replace(/[^:]*$/, name.replace(/^.*:/, "")),
  ];
  return print({ ...leaf, name: choose(names, random) });
}

/** The element under a prefix that it binds itself, or under none. */
function reprefix(leaf: Leaf, xml: string, random: Random): string {
  const local = leaf.name.replace(/^.*:/, "");
  const uri = choose(listUris(xml), random);
  const [name, declared] = choose(
    [
      [`q:${local}`, ` xmlns:q="${uri}"`],
      [local, ` xmlns="${uri}"`],
      [local, ' xmlns=""'],
      [leaf.name, ` xmlns:${leaf.name.replace(/:.*$/, "")}="${uri}"`],
    ],
    random,
  );
  return print({ ...leaf, name, attributes: leaf.attributes + declared });
}

/** A declaration of a prefix that is in use, or of the default namespace. */
function declaration(xml: string, random: Random): string {
  const prefixes = [...xml.matchAll(/xmlns:([\w]+)=/g)].map(
    ([, prefix = ""]) => prefix,
  );
  const prefix = choose(["", "xsi", "q", ...prefixes], random);
  const uri = choose(["", "urn:x", ` ${XSI} `, ...listUris(xml)], random);
  return ` xmlns${prefix === "" ? "" : `:${prefix}`}="${uri}"`;
}

function listUris(xml: string): string[] {
  const found = [...xml.matchAll(/xmlns(?::\w+)?="([^"]*)"/g)];
  return ["urn:x", ...found.map(([, uri = ""]) => uri)];
}

function closeOddly({ name, attributes, text }: Leaf, random: Random): string {
  return choose(
    [
      `<${name}${attributes}/>`,
      `<${name}${attributes} />`,
      `<${name}${attributes}\n>${text}</${name} >`,
      `<${name}${attributes}>${text}</${name}\r\n>`,
      `<${name}${attributes}>${text}</${name}x>`,
      `<${name}${attributes}>${text}</${name.slice(0, -1)}>`,
      `<${name}${attributes}>${text}</ ${name}>`,
      `< ${name}${attributes}>${text}</${name}>`,
      `<${name}${attributes}>${text}</${name}/>`,
      `<${name}${attributes}/ >`,
      `<${name}${attributes}>${text}`,
    ],
    random,
  );
}

function insert(text: string, piece: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

function moveLeaf(xml: string, random: Random): string {
  const moved = print(chooseLeaf(xml, random));
  const at = xml.indexOf(moved);
  if (at < 0) return xml;
  const rest = xml.slice(0, at) + xml.slice(at + moved.length);
  return editGap(rest, random, () => moved);
}

const LEAF = /<([^\s<>/!?=]+)((?:\s[^<>/]*)?)>([^<>]*)<\/\1>/y;

function chooseLeaf(xml: string, random: Random): Leaf {
  return findLeaf(xml, random) ?? { name: "a", attributes: "", text: "" };
}

function editLeaf(
  xml: string,
  random: Random,
  edit: (leaf: Leaf) => string,
): string {
  const leaf = findLeaf(xml, random);
  if (!leaf) return xml;
  const { index } = leaf;
  const end = index + print(leaf).length;
  return xml.slice(0, index) + edit(leaf) + xml.slice(end);
}

/** The first leaf after some place. */
function findLeaf(
  xml: string,
  random: Random,
): (Leaf & { readonly index: number }) | undefined {
  let index = xml.indexOf("<", random.below(xml.length + 1));
  while (index >= 0) {
    LEAF.lastIndex = index;
    const found = LEAF.exec(xml);
    if (found) {
      const [, name = "", attributes = "", text = ""] = found;
      return { index, name, attributes, text };
    }
    index = xml.indexOf("<", index + 1);
  }
  return undefined;
}

/** Changes what stands between `<` and `>` of a start tag. */
function editTag(
  xml: string,
  random: Random,
  edit: (tag: string) => string,
): string {
  const from = random.below(xml.length + 1);
  const found = /<[^\s<>/!?][^<>]*?(?=\/?>)/.exec(xml.slice(from));
  if (!found) return xml;
  const [tag] = found;
  const at = from + found.index;
  return xml.slice(0, at) + edit(tag) + xml.slice(at + tag.length);
}

/** Puts something before a tag. */
function editGap(xml: string, random: Random, make: () => string): string {
  const at = xml.indexOf("<", random.below(xml.length + 1));
  return at < 0 ? xml : xml.slice(0, at) + make() + xml.slice(at);
}
