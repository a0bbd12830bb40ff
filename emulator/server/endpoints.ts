import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { createWsdlPages, type WsdlPages } from "../wsdl/wsdl-pages.js";

/** One endpoint version of a server. */
export interface Endpoint {
  readonly schema: NetSuiteSchema;
  /** Its WSDL and XSDs. */
  readonly pages: WsdlPages;
  /** Names of operations by that of their request's element. */
  readonly operations: ReadonlyMap<string, string>;
}

/** The endpoint versions that a server answers, by their version token. */
export type Endpoints = ReadonlyMap<string, Endpoint>;

/**
 * The endpoints of schemas.
 *
 * @throws Error where there is none, or two are of one version
 */
export function createEndpoints(schemas: readonly NetSuiteSchema[]): Endpoints {
  const endpoints = new Map<string, Endpoint>();
  for (const schema of schemas) {
    if (endpoints.has(schema.version))
      throw new Error(
        `Two of the given schemas are of version ${schema.version}. Give one for each version.`,
      );
    endpoints.set(schema.version, createEndpoint(schema));
  }
  if (endpoints.size === 0)
    throw new Error("No schema is given. Give that of a generated package.");
  return endpoints;
}

const SERVICE = /^\/services\/NetSuitePort_(\d{4}_\d+)$/;

/** The version of a service's path, such as `2025_2`, or null for any other path. */
export function versionInPath(path: string): string | null {
  return SERVICE.exec(path)?.[1] ?? null;
}

function createEndpoint(schema: NetSuiteSchema): Endpoint {
  return {
    schema,
    pages: createWsdlPages(schema),
    operations: new Map(
      schema.facts.service.operations.map(({ name }) => [
        schema.operation(name)?.input.element ?? name,
        name,
      ]),
    ),
  };
}
