import { describeValue } from "./explain-simple.js";
import {
  isEntry,
  writeUnknownAttributes,
  writeUnknownContent,
} from "./encode-unknown.js";
import type { Problems } from "./problems.js";
import { isProperties, type Properties } from "./properties.js";
import { FAULT_TEXTS, FAULTSTRING_LANG } from "./soap-11-fault.js";
import { SOAP_12, XML } from "./soap.js";
import {
  formatName,
  unknownElements,
  type UnknownElement,
} from "./unknown-element.js";
import { escapeAttribute, escapeText } from "./xml-text.js";
import type { XmlWriter } from "./xml-writer.js";

const LANG = `@${formatName(XML, "lang")}`;
const SUBCODE = formatName(SOAP_12, "Subcode");
const TEXT = formatName(SOAP_12, "Text");
const NODE = formatName(SOAP_12, "Node");

/** Writes `body.Fault` in the terms of the envelope's SOAP version; `writeGlobals` writes the elements of its detail. */
export function writeFault(
  writer: XmlWriter,
  problems: Problems,
  value: unknown,
  writeGlobals: (detail: Properties) => void,
): void {
  if (value === null) {
    writeNil(writer, "soapenv:Fault");
    return;
  }
  problems.enter("Fault");
  const fault = readProperties(problems, value);
  for (const key of Object.keys(fault)) {
    if (![...FAULT_TEXTS, "detail", "$unknown"].includes(key)) {
      problems.report("is no property of a fault", key);
    }
  }
  const texts = FAULT_TEXTS.map((key) => readText(problems, fault, key));
  const is12 = writer.soapUri === SOAP_12;
  const unknown = unknownElements(fault);
  const placed = unknown.filter(
    (each) => isEntry(each) && hasPlace(each, is12),
  );
  const rest = unknown.filter((each) => !placed.includes(each));
  writer.text += "<soapenv:Fault";
  writeUnknownAttributes(writer, problems, rest);
  writer.text += ">";
  if (is12) writeSoap12Texts(writer, problems, texts, placed);
  else writeSoap11Texts(writer, problems, fault, texts, placed);
  const name = is12 ? "soapenv:Detail" : "detail";
  if (fault["detail"] === null) writeNil(writer, name);
  else if (fault["detail"] !== undefined) {
    problems.enter("detail");
    const detail = readProperties(problems, fault["detail"]);
    writer.text += `<${name}`;
    writeUnknownAttributes(writer, problems, unknownElements(detail));
    writer.text += ">";
    writeGlobals(detail);
    writer.text += `</${name}>`;
    problems.leave();
  }
  writeUnknownContent(writer, problems, rest);
  writer.text += "</soapenv:Fault>";
  problems.leave();
}

type Texts = readonly (string | undefined)[];

function writeSoap11Texts(
  writer: XmlWriter,
  problems: Problems,
  fault: Properties,
  texts: Texts,
  languages: readonly UnknownElement[],
): void {
  FAULT_TEXTS.forEach((name, at) => {
    const text = texts[at];
    if (fault[name] === null) writeNil(writer, name);
    if (text === undefined) return;
    writer.text += `<${name}`;
    if (name === "faultstring") {
      const attributes = languages.map(({ value }) => ({ name: LANG, value }));
      writeUnknownAttributes(writer, problems, attributes);
    }
    writer.text += `>${text}</${name}>`;
  });
}

/** Writes an element that was decoded to null. */
function writeNil(writer: XmlWriter, name: string): void {
  writer.text += `<${name} ${writer.xsi()}:nil="true"/>`;
}

function writeSoap12Texts(
  writer: XmlWriter,
  problems: Problems,
  [code, reason, role]: Texts,
  unknown: readonly UnknownElement[],
): void {
  const named = (name: string): UnknownElement[] =>
    unknown.filter((each) => each.name === name);
  if (code !== undefined) {
    writer.text += `<soapenv:Code><soapenv:Value>${code}</soapenv:Value>`;
    writeUnknownContent(writer, problems, named(SUBCODE));
    writer.text += "</soapenv:Code>";
  }
  if (reason !== undefined) {
    const [language] = named(LANG);
    const lang = typeof language?.value === "string" ? language.value : "en";
    const attribute =
      lang === "" ? "" : ` xml:lang="${escapeAttribute(lang) ?? ""}"`;
    writer.text += `<soapenv:Reason><soapenv:Text${attribute}>${reason}</soapenv:Text>`;
    writeUnknownContent(writer, problems, named(TEXT));
    writer.text += "</soapenv:Reason>";
  }
  writeUnknownContent(writer, problems, named(NODE));
  if (role !== undefined) {
    writer.text += `<soapenv:Role>${role}</soapenv:Role>`;
  }
}

/** Whether an entry of a fault is written among its texts. */
function hasPlace({ name }: UnknownElement, is12: boolean): boolean {
  return is12
    ? [LANG, SUBCODE, TEXT, NODE].includes(name)
    : name === FAULTSTRING_LANG;
}

function readText(
  problems: Problems,
  fault: Properties,
  key: string,
): string | undefined {
  const text = fault[key];
  if (text === undefined || text === null) return undefined;
  const escaped = typeof text === "string" ? escapeText(text) : undefined;
  if (escaped === undefined) {
    problems.report(
      `expects a string of characters that XML can carry, found ${describeValue(text)}`,
      key,
    );
  }
  return escaped;
}

function readProperties(problems: Problems, value: unknown): Properties {
  if (isProperties(value)) return value;
  problems.report(`expects an object, found ${describeValue(value)}`);
  return {};
}
