import { SaxesParser, type SaxesTagNS } from "saxes";
import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { XMLNS, XSI } from "./frame.js";
import { otherVersion } from "./other-version.js";
import { plansOf, type TypePlan, type TypePlans } from "./type-plan.js";

/** What an open element can hold: a part of the envelope, a type of the schema, or null for what nobody knows. */
type Content = "document" | "envelope" | "header" | "body" | TypePlan | null;

/** Where a name of the schema belongs, and the type that stands there. */
interface Place {
  readonly uri: string;
  readonly content: Content;
}

/**
 * A request's text with each name in the namespace that the schema has it in, as far as its local name says; comments
 * and processing instructions are left out. Names of another endpoint version stay.
 *
 * @throws Error where the text is not well-formed or has a DOCTYPE
 */
export function relabel(schema: NetSuiteSchema, text: string): string {
  const plans = plansOf(schema);
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
  });
  const open: Content[] = ["document"];
  const out: string[] = [];
  const closing: string[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("A SOAP message has no DOCTYPE.");
  });
  parser.on("opentag", (tag) => {
    const place = findPlace(schema, plans, open.at(-1) ?? null, tag);
    const type = readType(schema, tag, (prefix) => parser.resolve(prefix));
    const index = type
      ? schema.typeNamed(type.uri, type.local)?.index
      : undefined;
    const content = index === undefined ? place.content : plans(index);
    const name = place.uri === "" ? tag.local : `n:${tag.local}`;
    const attributes = writeAttributes(tag, content);
    if (place.uri !== "") attributes.push(["xmlns:n", place.uri]);
    if (type)
      attributes.push(
        ["xmlns:i", XSI],
        ["xmlns:t", type.uri],
        ["i:type", `t:${type.local}`],
      );
    out.push("<", name);
    for (const [key, value] of attributes)
      out.push(" ", key, '="', escape(value), '"');
    out.push(">");
    open.push(content);
    closing.push(`</${name}>`);
  });
  const write = (characters: string): void => {
    if (open.length > 1) out.push(escape(characters));
  };
  parser.on("text", write);
  parser.on("cdata", write);
  parser.on("closetag", () => {
    open.pop();
    out.push(closing.pop() ?? "");
  });
  parser.write(text).close();
  return out.join("");
}

function findPlace(
  schema: NetSuiteSchema,
  plans: TypePlans,
  parent: Content,
  { uri, local }: SaxesTagNS,
): Place {
  const asItIs: Place = { uri, content: null };
  if (parent === null || otherVersion(schema, uri) !== null) return asItIs;
  switch (parent) {
    case "document":
      return { uri, content: "envelope" };
    case "envelope":
      return {
        uri,
        content:
          local === "Header" ? "header" : local === "Body" ? "body" : null,
      };
    case "header":
    case "body": {
      const found = findGlobal(schema, parent, uri, local);
      return found
        ? { uri: found.namespace.uri, content: plans(found.type) }
        : asItIs;
    }
    default: {
      const found =
        parent.kind === "complex" ? parent.byName.get(local) : undefined;
      return found ? { uri: found.uri, content: plans(found.type) } : asItIs;
    }
  }
}

/** The global element of a name, or the one of that local name which operations take in that part. */
function findGlobal(
  schema: NetSuiteSchema,
  part: "header" | "body",
  uri: string,
  local: string,
): NetSuiteSchema["elements"][number] | undefined {
  return (
    schema.element(uri, local) ??
    schema
      .elementsNamed(local)
      .find(({ index }) =>
        schema.facts.service.operations.some(({ input }) =>
          part === "body"
            ? input.element === index
            : input.headers.some(({ element }) => element === index),
        ),
      )
  );
}

/** The name in xsi:type, in a namespace that has such a type where there is one; null where there is no xsi:type. */
function readType(
  schema: NetSuiteSchema,
  { attributes }: SaxesTagNS,
  resolve: (prefix: string) => string | undefined,
): { readonly uri: string; readonly local: string } | null {
  const given = Object.values(attributes).find(
    ({ uri, local }) => uri === XSI && local === "type",
  );
  if (!given) return null;
  const [prefix = "", local = ""] = given.value.includes(":")
    ? given.value.trim().split(":")
    : ["", given.value.trim()];
  const uri = resolve(prefix) ?? "";
  if (!/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(local)) return null;
  const isKept =
    schema.typeNamed(uri, local) !== undefined ||
    otherVersion(schema, uri) !== null;
  const found = isKept
    ? undefined
    : schema.namespaces.find((each) => schema.typeNamed(each.uri, local));
  const known = found?.uri ?? uri;
  return known === "" ? null : { uri: known, local };
}

function writeAttributes(
  { attributes }: SaxesTagNS,
  content: Content,
): [string, string][] {
  const written: [string, string][] = [];
  const given = Object.values(attributes);
  const declared =
    content !== null &&
    typeof content === "object" &&
    content.kind === "complex"
      ? content.attributes
      : undefined;
  for (const { uri, local, value } of given) {
    if (uri === XMLNS || (uri === XSI && local === "type")) continue;
    const isBare =
      uri === "" ||
      (declared?.has(local) === true &&
        !given.some((each) => each.uri === "" && each.local === local) &&
        !written.some(([key]) => key === local));
    const prefix = `a${written.length}`;
    if (isBare) written.push([local, value]);
    else if (uri === XML) written.push([`xml:${local}`, value]);
    else written.push([`xmlns:${prefix}`, uri], [`${prefix}:${local}`, value]);
  }
  return written;
}

const XML = "http://www.w3.org/XML/1998/namespace";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#xD;",
  "\n": "&#xA;",
  "\t": "&#x9;",
};

function escape(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (each) => ESCAPES[each] ?? each);
}
