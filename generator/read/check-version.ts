import { parseVersionedUri } from "../model/version.js";
import type { LoadedSchemas } from "./load-schemas.js";
import { createProblem, type ProblemList } from "./problems.js";
import { attributeOf, report, type XmlElement } from "./xml/xml-element.js";

const LISTED_FILES = 5;

/**
 * The endpoint version of a set, such as `2025_2`. Null, which is reported, where the WSDL is not SuiteTalk's or the files are of
 * more than one version.
 */
export function checkVersion(
  { definitions, schemas }: LoadedSchemas,
  problems: ProblemList,
): string | null {
  const version = versionOf(definitions);
  if (version === null) {
    const uri = attributeOf(definitions, "targetNamespace");
    report(
      problems,
      definitions,
      `this is not a SuiteTalk WSDL: ${uri === null ? "it has no targetNamespace" : `its targetNamespace ${uri} names no version such as 2025_2`}`,
      "Give NetSuite's own WSDL, such as https://webservices.netsuite.com/wsdl/v2025_2_0/netsuite.wsdl.",
    );
    return null;
  }
  const files = new Map([[version, new Set([definitions.file.name])]]);
  for (const schema of schemas) {
    const uri = attributeOf(schema, "targetNamespace");
    // Reported where it is wrong: the schemas inside a WSDL may have none.
    if (uri === null) continue;
    const own = versionOf(schema);
    if (own === null) {
      report(
        problems,
        schema,
        `targetNamespace ${uri} names no version such as ${version}`,
        "Use the XSD files that were published together with this WSDL.",
      );
      continue;
    }
    const known = files.get(own) ?? new Set();
    files.set(own, known.add(schema.file.name));
  }
  if (files.size === 1) return version;
  const found = [...files]
    .map(([each, names]) => `${each} (${listNames([...names])})`)
    .join(" and ");
  problems.add(
    createProblem(
      `the files are of different versions: ${found}`,
      "Use the WSDL and XSDs of one version.",
    ),
  );
  return null;
}

function listNames(names: readonly string[]): string {
  const rest = names.length - LISTED_FILES;
  const listed = names.slice(0, LISTED_FILES).join(", ");
  return rest > 0 ? `${listed} and ${rest} more` : listed;
}

function versionOf(element: XmlElement): string | null {
  const uri = attributeOf(element, "targetNamespace");
  return uri === null ? null : parseVersionedUri(uri).version;
}
