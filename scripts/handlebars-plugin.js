import { readFile } from "node:fs/promises";
import Handlebars from "handlebars";

/**
 * Compiles a template's text to a module that exports its specification.
 *
 * Escaping is off: what templates print is TypeScript, JSON and Markdown, and views hold literals and checked names.
 */
function compileTemplate(text, file) {
  const specification = Handlebars.precompile(text, {
    noEscape: true,
    knownHelpersOnly: true,
  });
  if (typeof specification !== "string")
    throw new Error(`${file}: no template`);
  return `export default ${specification};`;
}

/** esbuild plugin: `.hbs` files import as compiled templates. */
export const esbuildHandlebars = {
  name: "handlebars",
  setup(build) {
    build.onLoad({ filter: /\.hbs$/ }, async ({ path }) => ({
      contents: compileTemplate(await readFile(path, "utf8"), path),
      loader: "js",
    }));
  },
};

/** Vite plugin: the same, for tests. */
export const viteHandlebars = {
  name: "handlebars",
  enforce: "pre",
  async load(id) {
    return id.endsWith(".hbs")
      ? compileTemplate(await readFile(id, "utf8"), id)
      : null;
  },
};
