import { basename, dirname } from "node:path";
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlElement,
  XmlLibError,
  xmlRegisterInputProvider,
  XsdValidator,
} from "libxml2-wasm";
import { createDiskTree } from "../../generator/read/source/disk-tree.js";
import { readZipTree } from "../../generator/read/source/zip-tree.js";

const XSD = "http://www.w3.org/2001/XMLSchema";

/** The XSDs of a WSDL set, compiled by libxml2. */
export interface EnvelopeValidator {
  /** What is wrong with the elements in an envelope's Header, Body and fault detail; empty where they are valid. */
  validate(envelope: string): string[];
  dispose(): void;
}

/** Where libxml2 finds the XSDs. There is one for the process, since libxml2 forgets none. */
const files = new XmlBufferInputProvider({});
xmlRegisterInputProvider(files);
let compiled = 0;

/**
 * Compiles the XSDs of a set: a zip, or the WSDL in whose folder they are.
 *
 * Their bytes are taken as they are but for the `schemaLocation` of imports, which does not resolve in each layout:
 * one more schema imports all namespaces. `extra` is further schemas' texts.
 */
export async function createEnvelopeValidator(
  path: string,
  extra: readonly string[] = [],
): Promise<EnvelopeValidator> {
  const texts = [...(await readXsds(path)), ...extra];
  const folder = `nsgen-test:/${++compiled}`;
  const imports = texts.map((text, at) => {
    const location = `${folder}/${at}.xsd`;
    files.addBuffer(location, new TextEncoder().encode(withoutLocations(text)));
    return `<import namespace="${targetNamespace(text)}" schemaLocation="${location}"/>`;
  });
  const all = XmlDocument.fromString(
    `<schema xmlns="${XSD}">${imports.join("")}</schema>`,
  );
  const validator = XsdValidator.fromDoc(all);
  return {
    validate(envelope) {
      const document = XmlDocument.fromString(envelope, {
        option: ParseOption.XML_PARSE_HUGE,
      });
      try {
        return contentElements(document.root).flatMap((each) =>
          validateElement(validator, each),
        );
      } finally {
        document.dispose();
      }
    },
    dispose() {
      validator.dispose();
      all.dispose();
    },
  };
}

async function readXsds(path: string): Promise<string[]> {
  const tree = path.endsWith(".zip")
    ? await readZipTree(path)
    : createDiskTree(dirname(path), basename(dirname(path)));
  const paths = (await tree.list()).filter((each) => each.endsWith(".xsd"));
  const texts = [];
  for (const each of paths) {
    texts.push(new TextDecoder().decode((await tree.read(each)) ?? undefined));
  }
  return texts;
}

function withoutLocations(text: string): string {
  return text.replace(
    /(<(?:\w+:)?import\b[^>]*?)\s+schemaLocation\s*=\s*("[^"]*"|'[^']*')/g,
    "$1",
  );
}

function targetNamespace(text: string): string {
  const found = /\btargetNamespace\s*=\s*["']([^"']+)["']/.exec(text)?.[1];
  if (found === undefined) throw new Error("An XSD has no targetNamespace.");
  return found;
}

/** The elements that the schema declares: children of Header and Body, or of the detail of a Fault there. */
function contentElements(envelope: XmlElement): XmlElement[] {
  return childElements(envelope)
    .flatMap(childElements)
    .flatMap((each) =>
      each.name === "Fault"
        ? childElements(each)
            .filter(({ name }) => name === "detail")
            .flatMap(childElements)
        : [each],
    );
}

function childElements(parent: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let at = parent.firstChild; at; at = at.next) {
    if (at instanceof XmlElement) found.push(at);
  }
  return found;
}

function validateElement(
  validator: XsdValidator,
  element: XmlElement,
): string[] {
  try {
    validator.validate(element);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.map(({ message }) => message.trim());
  }
}
