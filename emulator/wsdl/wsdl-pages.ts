import type {
  NamespaceDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import { servicePath, wsdlPath, xsdPaths } from "./page-paths.js";
import { printWsdl } from "./print-wsdl.js";
import { printXsd } from "./print-xsd.js";

/** The text of a page of a schema, or null where the path is none of its pages. */
export type WsdlPages = (path: string, origin: string) => string | null;

/**
 * Makes the WSDL and XSDs of a schema as NetSuite serves them, each printed on first use and kept.
 *
 * `path` is that of a URL without its query, such as `/wsdl/v2025_2_0/netsuite.wsdl` or
 * `/xsd/platform/v2025_2_0/core.xsd`; the service's own, `/services/NetSuitePort_2025_2`, gives the WSDL: for `?wsdl`.
 * `origin` is where the asker reached the server, such as `http://127.0.0.1:8080`: what addresses and schemaLocations
 * in the text begin with.
 */
export function createWsdlPages(schema: NetSuiteSchema): WsdlPages {
  const paths = xsdPaths(schema);
  const namespaces = new Map([...paths].map(([each, path]) => [path, each]));
  // Those of the last origin only: whoever asks may name any.
  let kept = { origin: "", pages: new Map<string, string>() };

  function print(path: string, origin: string): string | null {
    const location = (namespace: NamespaceDescriptor): string =>
      `${origin}${paths.get(namespace) ?? ""}`;
    if (path === wsdlPath(schema) || path === servicePath(schema))
      return printWsdl(schema, {
        address: `${origin}${servicePath(schema)}`,
        location,
      });
    const namespace = namespaces.get(path);
    return namespace ? printXsd(schema, namespace, location) : null;
  }

  return (path, origin) => {
    if (kept.origin !== origin) kept = { origin, pages: new Map() };
    const text = kept.pages.get(path) ?? print(path, origin);
    if (text !== null) kept.pages.set(path, text);
    return text;
  };
}

/** The paths of all pages of a schema: its WSDL first, then its XSDs. */
export function pagePaths(schema: NetSuiteSchema): readonly string[] {
  return [wsdlPath(schema), ...xsdPaths(schema).values()];
}
