import type { Problem } from "../problems.js";

/** One file of a source. */
export interface SourceFile {
  /** Identifies it within its source: a path or a URL. */
  readonly key: string;
  /** The name as the user knows it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an xsd:import asks for. */
export interface ImportRequest {
  readonly namespace: string;
  readonly schemaLocation: string | null;
  /** The {@link SourceFile.key} of the importing file. */
  readonly importer: string;
}

/** Why an import was not found. */
export interface NotFound {
  readonly notFound: string;
  readonly remedy: string;
}

/** A source whose WSDL is at hand and whose XSDs can be found. */
export interface SourceFiles {
  readonly wsdl: SourceFile;
  /** Finds the file that an import means. */
  find(request: ImportRequest): Promise<SourceFile | NotFound>;
  /** Gives back connections and files. */
  close(): Promise<void>;
}

/** Limits that hold for every kind of source, so that hostile input ends in an error and not in exhausted memory. */
export const LIMITS = {
  fileBytes: 64 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  zipEntries: 2_000,
  folderEntries: 20_000,
} as const;

/** The problem of a file beyond {@link LIMITS}. */
export function tooLarge(what: string, limitBytes: number): Problem {
  return {
    what: `${what} is larger than ${limitBytes / 1024 / 1024} MiB`,
    source: null,
    excerpt: null,
    remedy:
      "A whole SuiteTalk set has about 3 MiB: check that this is NetSuite's WSDL.",
  };
}

/** What readSchema understands, for remedies. */
export const KINDS_OF_SOURCE =
  "Give the URL of a WSDL, a .wsdl file, a folder or .zip that holds one, a version such as 2025_2, or the folder of a generated package.";
