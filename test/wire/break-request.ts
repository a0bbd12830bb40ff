import { choose } from "./mutate-text.js";
import type { Random } from "./random.js";
import { XSI, type XmlTree, type XmlTreeAttribute } from "./xml-tree.js";

/** Texts at the edges of simple types, on both sides. */
const TEXTS = [
  "",
  " ",
  "x",
  "1",
  " 1 ",
  "-0",
  "+7",
  "1.5",
  "1.",
  ".",
  "1e5",
  "1e",
  "1e999",
  "INF",
  "+INF",
  "-INF",
  "NaN",
  "0x1F",
  "2147483647",
  "2147483648",
  "-9223372036854775808",
  "9223372036854775808",
  "true",
  "TRUE",
  "\ttrue\n",
  "2024-02-29T24:00:00",
  "2025-02-29T00:00:00Z",
  "2025-12-31T24:00:01Z",
  "2025-06-15T12:00:00.5+14:00",
  "2025-06-15T12:00:00+14:01",
  "2025-06-15T12:00:00Z ",
  " 2025-06-15T12:00:00Z",
  "2025-06-15",
  "12025-06-15T12:00:00",
  "02025-06-15T12:00:00",
  "0000-01-01T00:00:00Z",
  "-0044-03-15T12:00:00Z",
  "AAAA",
  "AAA",
  "AA==",
  "AB==",
  "A A\nA A",
  "_invented",
  "customer ",
];
const NAMES = ["a", "nullFieldList", "internalId", "name", "Record", "type"];
const XSD = "http://www.w3.org/2001/XMLSchema";
const OWN_TYPES = ["string", "boolean", "int", "long", "double", "dateTime"];

/** What is done to a request to break it; not every change does. */
export const BREAKAGES = {
  dropChild: ({ tree, random }) => {
    const at = random.below(tree.children.length + 1);
    return { ...tree, children: tree.children.toSpliced(at, 1) };
  },
  swapChildren: ({ tree, random }) => ({
    ...tree,
    children: random.shuffle(tree.children),
  }),
  repeatChild: ({ tree, random }) => {
    const at = random.below(tree.children.length + 1);
    const again = tree.children.slice(at, at + 1);
    return { ...tree, children: tree.children.toSpliced(at, 0, ...again) };
  },
  addForeignChild: ({ tree, other }) => ({
    ...tree,
    children: [...tree.children, other],
  }),
  rename: ({ tree, other, random }) => ({
    ...tree,
    local: choose([...NAMES, other.local], random),
  }),
  moveToNamespace: ({ tree, other, random }) => ({
    ...tree,
    uri: choose(["", "urn:x", other.uri, `${tree.uri}x`], random),
  }),
  changeText: ({ tree, random }) => ({
    ...tree,
    children: [choose(TEXTS, random)],
  }),
  addText: ({ tree, random }) => ({
    ...tree,
    children: [...tree.children, choose(TEXTS, random)],
  }),
  changeAttribute: ({ tree, random }) => {
    const at = random.below(tree.attributes.length + 1);
    return {
      ...tree,
      attributes: tree.attributes.map((each, index) =>
        index === at && each.uri !== XSI
          ? { ...each, value: choose(TEXTS, random) }
          : each,
      ),
    };
  },
  dropAttribute: ({ tree, random }) => ({
    ...tree,
    attributes: tree.attributes.toSpliced(
      random.below(tree.attributes.length + 1),
      1,
    ),
  }),
  addAttribute: ({ tree, other, random }) =>
    withAttribute(
      tree,
      choose(["", "", tree.uri, "urn:x", XSI], random),
      choose([...NAMES, "replaceAll", "foo", other.local], random),
      choose(TEXTS, random),
    ),
  addInstanceAttribute: ({ tree, random }) =>
    withAttribute(
      tree,
      XSI,
      choose(["nil", "schemaLocation", "noNamespaceSchemaLocation"], random),
      choose(["true", "false", "?"], random),
    ),
  changeType: ({ tree, types, random }) =>
    withAttribute(
      tree,
      XSI,
      "type",
      choose(
        [
          choose(types, random),
          choose(types, random),
          `{${XSD}}${choose(OWN_TYPES, random)}`,
          "",
          "{urn:x}Customer",
          "no:Customer",
        ],
        random,
      ),
    ),
  dropType: ({ tree }) => ({
    ...tree,
    attributes: tree.attributes.filter((each) => each.uri !== XSI),
  }),
  replace: ({ other }) => other,
} as const satisfies Record<string, (input: Breakage) => XmlTree>;

/** What a change is made of. */
interface Breakage {
  readonly tree: XmlTree;
  /** Another element of the request. */
  readonly other: XmlTree;
  /** Names of types, as `{uri}local`. */
  readonly types: readonly string[];
  readonly random: Random;
}

/** A request's element with one thing changed that the schema may not allow; its own name stays. */
export function breakRequest(
  root: XmlTree,
  types: readonly string[],
  random: Random,
): XmlTree {
  const elements = listElements(root);
  const target = choose(elements, random);
  const other = choose(elements, random);
  const change = choose(Object.values(BREAKAGES), random);
  const changed = change({ tree: target, other, types, random });
  const { uri, local } = root;
  return target === root
    ? { ...changed, uri, local }
    : replaceElement(root, target, changed);
}

function withAttribute(
  tree: XmlTree,
  uri: string,
  local: string,
  value: string,
): XmlTree {
  const others = tree.attributes.filter(
    (each) => each.local !== local || each.uri !== uri,
  );
  const added: XmlTreeAttribute = { uri, local, value };
  return { ...tree, attributes: [...others, added] };
}

function listElements(tree: XmlTree): XmlTree[] {
  const below = tree.children.flatMap((each) =>
    typeof each === "string" ? [] : listElements(each),
  );
  return [tree, ...below];
}

function replaceElement(tree: XmlTree, from: XmlTree, to: XmlTree): XmlTree {
  if (tree === from) return to;
  const children = tree.children.map((each) =>
    typeof each === "string" ? each : replaceElement(each, from, to),
  );
  return { ...tree, children };
}
