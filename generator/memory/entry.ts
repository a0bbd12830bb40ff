import { createHash } from "node:crypto";
import type { SourceTrace } from "../read/index.js";

/** What the output cannot tell of the package that it holds. */
export interface RememberedCounts {
  readonly types: number;
  readonly enumerations: number;
  readonly operations: number;
  readonly records: number;
  /** Of all files as they are printed; a checkout with CRLF has more. */
  readonly bytes: number;
}

/** One generation that is remembered. */
export interface MemoryEntry {
  /** What its source consisted of. */
  readonly trace: SourceTrace;
  readonly counts: RememberedCounts;
  /** The {@link createSeal} of all that it was. */
  readonly seal: string;
}

/** What a seal is put on. */
export interface Sealed {
  /** What was asked of which program. */
  readonly request: string;
  /** Digest of the source. */
  readonly source: string;
  readonly counts: RememberedCounts;
  /** Hash of the manifest that was made. */
  readonly manifest: string;
}

/** SHA-256 of all that one generation was. */
export function createSeal({
  request,
  source,
  counts,
  manifest,
}: Sealed): string {
  const { types, enumerations, operations, records, bytes } = counts;
  return sha256(
    JSON.stringify([
      request,
      source,
      [types, enumerations, operations, records, bytes],
      manifest,
    ]),
  );
}

/** Parses the text of an entry. Null where it is none. */
export function parseEntry(text: string): MemoryEntry | null {
  try {
    const value: unknown = JSON.parse(text);
    return isEntry(value) ? value : null;
  } catch {
    return null;
  }
}

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function isEntry(value: unknown): value is MemoryEntry {
  return (
    isObject(value) &&
    typeof value["seal"] === "string" &&
    isCounts(value["counts"]) &&
    isObject(value["trace"]) &&
    typeof value["trace"]["isListed"] === "boolean" &&
    Array.isArray(value["trace"]["paths"]) &&
    value["trace"]["paths"].every((each) => typeof each === "string")
  );
}

function isCounts(value: unknown): boolean {
  return (
    isObject(value) &&
    ["types", "enumerations", "operations", "records", "bytes"].every((name) =>
      Number.isInteger(value[name]),
    )
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
