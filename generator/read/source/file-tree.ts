import { createInputError } from "../problems.js";
import { KINDS_OF_SOURCE } from "./source-files.js";

/** Local files under one root. Paths are relative to it, with `/`. */
export interface FileTree {
  /** What messages call the tree. */
  readonly name: string;
  /** Paths of the files in it that a source may consist of, sorted. */
  list(): Promise<readonly string[]>;
  /** The bytes of a file, or null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** The name of a file as the user knows it. */
  nameOf(path: string): string;
}

/** Tells whether a source may consist of files of this name. */
export function isSourceName(path: string): boolean {
  return /\.(wsdl|xsd|map|discomap|disco)$/i.test(path);
}

/** Tells whether a path lies in a folder that holds no input: `__MACOSX`, `node_modules`, names that begin with a dot. */
export function isIgnoredPath(path: string): boolean {
  return path
    .split("/")
    .some((part) => /^(__MACOSX|node_modules|\.(?!\.?$).*)$/.test(part));
}

/** The one WSDL of a tree. Throws an InputError where there is none or more than one. */
export async function findWsdl(tree: FileTree): Promise<string> {
  const paths = await tree.list();
  const [wsdl, ...others] = paths.filter((each) => /\.wsdl$/i.test(each));
  if (wsdl === undefined) {
    throw createInputError(`${tree.name} holds no .wsdl file`, KINDS_OF_SOURCE);
  }
  if (others.length > 0) {
    throw createInputError(
      `${tree.name} holds ${others.length + 1} WSDLs: ${[wsdl, ...others].join(", ")}`,
      "Give the path of one of them, or a folder or zip that holds only one.",
    );
  }
  return wsdl;
}
