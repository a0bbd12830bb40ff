// Run by `npm pack` in a package's folder: what is packed must have been built.

import { existsSync } from "node:fs";

if (!existsSync("dist")) {
  console.error(
    "There is no dist here, and a package without it is of no use. Run `npm run build` in the checkout first.",
  );
  process.exitCode = 1;
}
