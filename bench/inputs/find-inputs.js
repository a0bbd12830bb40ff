import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const shared = fileURLToPath(new URL("../../../shared", import.meta.url));

/**
 * Where the inputs are that the project does not carry: the zip of a WSDL set, and the maker of messages. They are in
 * `shared` beside the checkout, or where `NSGEN_WSDL_DIR` and `NSGEN_SYNTH_DIR` say. What is absent is null, and handed
 * to `leaveOut`.
 *
 * @param set such as `v2025_2`
 */
export function findInputs(set, leaveOut) {
  const sets = resolve(process.env.NSGEN_WSDL_DIR ?? join(shared, "wsdl"));
  const synth = resolve(
    process.env.NSGEN_SYNTH_DIR ?? join(sets, "..", "synth"),
  );
  return {
    zip: find(join(sets, `${set}.zip`), "set NSGEN_WSDL_DIR", leaveOut),
    maker: find(
      join(synth, "make-messages.mjs"),
      "set NSGEN_SYNTH_DIR",
      leaveOut,
    ),
  };
}

function find(path, remedy, leaveOut) {
  if (existsSync(path)) return path;
  leaveOut(`what needs ${basename(path)}, which is absent: ${remedy}`);
  return null;
}
