import Handlebars from "handlebars/runtime.js";
import clientDts from "../../templates/client.d.ts.hbs";
import clientJs from "../../templates/client.js.hbs";
import clientTs from "../../templates/client.ts.hbs";
import facades from "../../templates/facades.hbs";
import indexDts from "../../templates/index.d.ts.hbs";
import indexJs from "../../templates/index.js.hbs";
import indexTs from "../../templates/index.ts.hbs";
import packageJson from "../../templates/package.json.hbs";
import clientOptions from "../../templates/partials/client-options.hbs";
import recordTypes from "../../templates/partials/record-types.hbs";
import readme from "../../templates/README.md.hbs";
import recordsDts from "../../templates/records.d.ts.hbs";
import recordsJs from "../../templates/records.js.hbs";
import recordsTs from "../../templates/records.ts.hbs";
import schemaDts from "../../templates/schema.d.ts.hbs";
import schemaJs from "../../templates/schema.js.hbs";
import schemaTs from "../../templates/schema.ts.hbs";
import types from "../../templates/types.hbs";

/** Prints a view. */
export type Template = (view: object) => string;

const partials = {
  "client-options": compile(clientOptions),
  "record-types": compile(recordTypes),
};

function compile(spec: TemplateSpecification): Handlebars.TemplateDelegate {
  return Handlebars.template(spec);
}

/** A template whose text goes out as it is: views hold literals and checked names, never raw text. */
function template(spec: TemplateSpecification): Template {
  const render = compile(spec);
  return (view) => render(view, { partials });
}

/** All templates, by the file that they print; compiled when nsgen is built. */
export const templates = {
  types: template(types),
  "client.js": template(clientJs),
  "client.d.ts": template(clientDts),
  "client.ts": template(clientTs),
  facades: template(facades),
  "index.js": template(indexJs),
  "index.d.ts": template(indexDts),
  "index.ts": template(indexTs),
  "records.js": template(recordsJs),
  "records.d.ts": template(recordsDts),
  "records.ts": template(recordsTs),
  "schema.js": template(schemaJs),
  "schema.d.ts": template(schemaDts),
  "schema.ts": template(schemaTs),
  "package.json": template(packageJson),
  "README.md": template(readme),
} satisfies Readonly<Record<string, Template>>;
