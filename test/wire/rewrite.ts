import type { Random } from "./random.js";
import type { XmlTree } from "./xml-tree.js";

const SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

/** The tree with the siblings of each element in another order, in which those of one name keep theirs. */
export function shuffleSiblings(tree: XmlTree, random: Random): XmlTree {
  if (tree.children.some((each) => typeof each === "string")) return tree;
  const elements = tree.children.filter((each) => typeof each !== "string");
  const queues = new Map<string, XmlTree[]>();
  for (const each of elements) {
    const name = nameOf(each);
    queues.set(name, [...(queues.get(name) ?? []), each]);
  }
  const children = random
    .shuffle(elements.map(nameOf))
    .flatMap((name) => queues.get(name)?.shift() ?? [])
    .map((each) => shuffleSiblings(each, random));
  return { ...tree, children };
}

/** The envelope as SOAP 1.2 writes it. */
export function toSoap12(envelope: XmlTree): XmlTree {
  const uri = SOAP_12;
  return {
    ...envelope,
    uri,
    children: envelope.children.map((each) =>
      typeof each === "string" ? each : { ...each, uri },
    ),
  };
}

/** The tree with what no schema knows in some of its elements: elements, attributes, text, and elements twice. */
export function addUnknown(tree: XmlTree, random: Random): XmlTree {
  const children = tree.children.map((each) =>
    typeof each === "string" ? each : addUnknown(each, random),
  );
  const element = children.find((each) => typeof each !== "string");
  const choice = random.below(12);
  switch (choice) {
    case 0:
      return { ...tree, children: [text("first"), ...children] };
    case 1:
      return { ...tree, children: [...children, nested(tree.uri)] };
    case 2:
      return { ...tree, children: [...children, text("  "), nested("")] };
    case 3:
      return { ...tree, attributes: [...tree.attributes, attribute("")] };
    case 4:
      return {
        ...tree,
        attributes: [...tree.attributes, attribute("urn:extra")],
      };
    case 5:
      return {
        ...tree,
        children: element ? [...children, element, element] : children,
      };
    case 6:
      return element
        ? { ...tree, children: ["stray & text", ...children] }
        : tree;
    default:
      return { ...tree, children };
  }
}

function text(content: string): XmlTree {
  return {
    uri: "urn:extra",
    local: "text",
    attributes: [],
    children: [content],
  };
}

function nested(uri: string): XmlTree {
  const attributes = [attribute(""), attribute("urn:other")];
  const children = [text("a"), text(""), "between", text("b")];
  return { uri, local: "extra", attributes, children };
}

function attribute(uri: string): XmlTree["attributes"][number] {
  return { uri, local: "extra", value: ' "quoted" & <b>\n' };
}

function nameOf({ uri, local }: XmlTree): string {
  return `{${uri}}${local}`;
}
