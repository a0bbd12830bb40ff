import type { Schema } from "../model/schema.js";
import { createInputError } from "./problems.js";
import type { ReadOptions } from "./read-options.js";

/**
 * Reads a source into a schema model, deeply frozen.
 *
 * The source is an http(s) URL of a WSDL, a `.wsdl` file, a folder or `.zip` that holds one, a version such as `2025_2` (NetSuite's own
 * WSDL of it), or the folder of a generated package. The model does not depend on the layout of the files, but for the positions in it.
 *
 * @throws InputError with every problem of the input: nothing is skipped or guessed.
 */
export async function readSchema(
  source: string,
  options: ReadOptions = {},
): Promise<Schema> {
  options.signal?.throwIfAborted();
  // What opens and parses is loaded when there is something to read: nsgen also runs without.
  const { openSource } = await import("./source/open-source.js");
  const opened = await openSource(source, options);
  if (opened.kind === "files") {
    try {
      const { readFiles } = await import("./read-files.js");
      const schema = await readFiles(opened.files);
      const fingerprint = opened.fingerprint();
      if (fingerprint) options.onFingerprint?.(fingerprint);
      return schema;
    } finally {
      await opened.files.close();
    }
  }
  if (options.readPackage) return options.readPackage(opened.folder);
  throw createInputError(
    `${opened.folder} is a generated package, which is not read here`,
    "Give the WSDL that it was generated from.",
  );
}
