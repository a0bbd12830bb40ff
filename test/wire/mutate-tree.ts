import { choose } from "./mutate-text.js";
import type { Random } from "./random.js";
import { XSI, type XmlTree, type XmlTreeAttribute } from "./xml-tree.js";

const NAMES = ["a", "__proto__", "constructor", "nullFieldList", "Fault"];
const TEXTS = ["", " ", "x", "1", "-", "true", "1e999", "12345678901234567890"];

/**
 * A document with one thing changed that leaves it well-formed: names, namespaces, types, texts and places that no
 * schema allows.
 *
 * `types` are names as `{uri}local`, for xsi:type to lie with. Attributes that say nothing, and are dropped, are not among
 * the changes: xsi:nil="false", and an xsi:type that names the simple type of its element.
 */
export function mutateTree(
  root: XmlTree,
  types: readonly string[],
  random: Random,
): XmlTree {
  const elements = listElements(root);
  const target = choose(elements, random);
  const other = choose(elements, random);
  return replaceElement(root, target, mutate(target, other, types, random));
}

function mutate(
  target: XmlTree,
  other: XmlTree,
  types: readonly string[],
  random: Random,
): XmlTree {
  const { attributes, children } = target;
  switch (random.below(10)) {
    case 0:
      return { ...target, local: choose([...NAMES, other.local], random) };
    case 1:
      return { ...target, uri: choose(["", "urn:x", other.uri], random) };
    case 2:
      return withAttribute(target, "type", choose([...types, ""], random));
    case 3:
      return withAttribute(target, "nil", choose(["true", "?"], random));
    case 4:
      return { ...target, children: [choose(TEXTS, random), ...children] };
    case 5:
      return { ...target, children: [choose(TEXTS, random)] };
    case 6:
      return { ...target, children: [...children, other] };
    case 7:
      return { ...target, children: random.shuffle(children) };
    case 8:
      return { ...target, attributes: attributes.slice(1), children: [] };
    default:
      return other;
  }
}

function withAttribute(tree: XmlTree, local: string, value: string): XmlTree {
  const others = tree.attributes.filter((each) => each.local !== local);
  const added: XmlTreeAttribute = { uri: XSI, local, value };
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
