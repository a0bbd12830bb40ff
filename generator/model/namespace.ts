import { capitalize } from "../../runtime/codegen-v1/index.js";

/**
 * Names made of a namespace. SuiteTalk's are `urn:core.platform.webservices.netsuite.com` and, for the enumerations
 * beside them, `urn:types.core.platform.webservices.netsuite.com`.
 */

/** The words of a namespace. */
export interface NamespaceWords {
  /** `platform`, `lists`, `transactions` …; empty where the URI has no such word. */
  readonly group: string;
  /** `core`, `relationships` …: the first word that says something. */
  readonly topic: string;
  /** Whether it is a namespace of enumerations. */
  readonly isTypes: boolean;
}

/** Parses a namespace's name (without version token) into its words. */
export function parseNamespaceWords(name: string): NamespaceWords {
  const words = name
    .replace(/^urn:/, "")
    .replace(/\.webservices\.netsuite\.com$/, "")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
  const isTypes = words.length > 1 && words[0] === "types";
  const [topic = "schema", ...group] = isTypes ? words.slice(1) : words;
  return { group: group.join("-"), topic, isTypes };
}

/** The path of a namespace's module, without extension: `platform/core`, `lists/relationships-types`. */
export function formatNamespacePath(name: string): string {
  const { group, topic, isTypes } = parseNamespaceWords(name);
  const file = `${topic}${isTypes ? "-types" : ""}`.toLowerCase();
  return group === "" ? file : `${group.toLowerCase()}/${file}`;
}

/** The XML prefix of a namespace: `platformCore`, `listsRelationshipsTypes`. */
export function formatNamespacePrefix(name: string): string {
  const [first = "", ...rest] = formatNamespacePath(name).split(/[^a-z0-9]+/);
  return first + rest.map((word) => capitalize(word)).join("");
}
