import { describeValue } from "./explain-simple.js";
import type { Problems } from "./problems.js";
import { isProperties } from "./properties.js";
import { MAX_DEPTH, XML, XMLNS, XSI } from "./soap.js";
import {
  formatName,
  parseName,
  type UnknownElement,
} from "./unknown-element.js";
import {
  escapeAttribute,
  escapeText,
  findForbiddenCharacter,
  isNCName,
} from "./xml-text.js";
import type { XmlWriter } from "./xml-writer.js";

const XSI_TYPE = `@${formatName(XSI, "type")}`;

/** Writes the attributes among entries of `$unknown`, into the tag that is being written. */
export function writeUnknownAttributes(
  writer: XmlWriter,
  problems: Problems,
  entries: readonly UnknownElement[],
): void {
  for (const { name, value } of entries.filter(isEntry)) {
    if (!name.startsWith("@")) continue;
    const qualified = qualifyName(writer, problems, name.slice(1));
    const text =
      typeof value !== "string"
        ? refuse(problems, name, "is an attribute, whose value is a string")
        : escapeAttribute(
            name === XSI_TYPE ? formatType(writer, value) : value,
          );
    if (text === undefined) refuseCharacter(problems, name, value);
    writer.text += ` ${qualified}="${text ?? ""}"`;
  }
}

/** Writes the elements and texts among entries of `$unknown`. */
export function writeUnknownContent(
  writer: XmlWriter,
  problems: Problems,
  entries: readonly UnknownElement[],
  depth = 1,
): void {
  if (depth > MAX_DEPTH) {
    problems.report(`$unknown nests deeper than ${MAX_DEPTH} elements`);
    return;
  }
  for (const entry of entries) {
    if (!isEntry(entry)) {
      problems.report(
        `has an entry that is no { name, value } with a string or an array of entries, found ${describeValue(entry)}`,
        "$unknown",
      );
      continue;
    }
    const { name, value } = entry;
    if (name.startsWith("@")) continue;
    if (name === "#text") writeText(writer, problems, name, value);
    else {
      const qualified = qualifyName(writer, problems, name);
      writer.text += `<${qualified}`;
      if (typeof value === "string") {
        writer.text += ">";
        writeText(writer, problems, name, value);
      } else {
        writeUnknownAttributes(writer, problems, value);
        writer.text += ">";
        writeUnknownContent(writer, problems, value, depth + 1);
      }
      writer.text += `</${qualified}>`;
    }
  }
}

/** Whether an entry is one: an application may have made it. */
export function isEntry(entry: unknown): entry is UnknownElement {
  return (
    isProperties(entry) &&
    typeof entry["name"] === "string" &&
    (typeof entry["value"] === "string" || Array.isArray(entry["value"]))
  );
}

/** The text of an xsi:type from a type's `{uri}local`; anything else stays as it is. */
export function formatType(writer: XmlWriter, name: string): string {
  const { uri, local } = parseName(name);
  return name.startsWith("{") && isNCName(local)
    ? writer.qualify(uri, local)
    : name;
}

function writeText(
  writer: XmlWriter,
  problems: Problems,
  name: string,
  value: UnknownElement["value"],
): void {
  const text =
    typeof value === "string"
      ? escapeText(value)
      : refuse(problems, name, "is a text, whose value is a string");
  if (text === undefined) refuseCharacter(problems, name, value);
  writer.text += text ?? "";
}

function qualifyName(
  writer: XmlWriter,
  problems: Problems,
  name: string,
): string {
  const { uri, local } = parseName(name);
  const isNamespace = findForbiddenCharacter(uri) === undefined;
  if (isNCName(local) && isNamespace && uri !== XMLNS && uri !== "xmlns") {
    if (!(uri === "" && local === "xmlns")) return writer.qualify(uri, local);
  }
  problems.report(
    `$unknown has the name ${JSON.stringify(name.slice(0, 60))}, which is no name of an element or attribute: it is {uri}local, local, @{uri}local, @local or #text`,
  );
  return writer.qualify(XML, "unnamed");
}

function refuse(problems: Problems, name: string, message: string): string {
  problems.report(`${name} ${message}`, "$unknown");
  return "";
}

function refuseCharacter(
  problems: Problems,
  name: string,
  value: UnknownElement["value"],
): void {
  const character =
    typeof value === "string" ? findForbiddenCharacter(value) : undefined;
  problems.report(
    `${name} holds the character ${character ?? "?"}, which XML cannot carry`,
    "$unknown",
  );
}
