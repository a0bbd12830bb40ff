import { SaxesParser } from "saxes";

/**
 * Reads a message as a tree: `{ uri, local, attributes, children }`, where an attribute is `{ uri, local, value }` and a
 * child is an element or a text. The value of an xsi:type is `{ uri, local }`.
 */
export function parseXml(text) {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open = [{ children: [] }];
  parser.on("opentag", (tag) => {
    const element = {
      uri: tag.uri,
      local: tag.local,
      attributes: Object.values(tag.attributes)
        .filter(({ prefix, name }) => prefix !== "xmlns" && name !== "xmlns")
        .map(({ uri, local, value }) => ({
          uri,
          local,
          value: local === "type" && uri !== "" ? nameOf(parser, value) : value,
        })),
      children: [],
    };
    open.at(-1).children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (value) => open.at(-1).children.push(value));
  parser.write(text).close();
  return open[0].children.find((child) => typeof child !== "string");
}

function nameOf(parser, value) {
  const [prefix, local] = value.split(":");
  return { uri: parser.resolve(prefix), local };
}
