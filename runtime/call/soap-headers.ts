import type {
  NetSuiteSchema,
  OperationDescriptor,
} from "../codegen-v1/index.js";
import type { CallOptions } from "./call-options.js";

/** The headers that a client sends with every operation that takes them. */
export interface HeaderDefaults {
  readonly preferences: object | undefined;
  readonly searchPreferences: object | undefined;
  readonly partnerInfo: object | undefined;
}

/** Operations of old versions whose request itself says who calls. */
const AUTHENTICATED_BY_BODY: ReadonlySet<string> = new Set([
  "login",
  "ssoLogin",
  "mapSso",
]);

/**
 * Makes the SOAP headers of a call, all but those that say who calls, which each attempt has its own of.
 *
 * What the client is set to send goes with the operations that declare it; what the call gives is sent in any case.
 */
export function createSoapHeaders(
  operation: OperationDescriptor,
  defaults: HeaderDefaults,
  options: CallOptions,
): Record<string, unknown> {
  const taken = (name: keyof HeaderDefaults): object | undefined =>
    operation.input.headers.includes(name) ? defaults[name] : undefined;
  const merge = (
    name: "preferences" | "searchPreferences",
  ): object | undefined =>
    options[name] ? { ...defaults[name], ...options[name] } : taken(name);
  const headers = {
    ...options.headers,
    preferences: merge("preferences"),
    searchPreferences: merge("searchPreferences"),
    partnerInfo: options.partnerInfo ?? taken("partnerInfo"),
  };
  return Object.fromEntries(
    Object.entries(headers).filter(([, value]) => value !== undefined),
  );
}

/** Whether an operation is sent with headers that say who calls. */
export function isAuthenticated(operation: OperationDescriptor): boolean {
  return !AUTHENTICATED_BY_BODY.has(operation.name);
}

/** Whether the WSDL of a schema declares a SOAP header for any of its operations. */
export function declaresHeader(schema: NetSuiteSchema, name: string): boolean {
  return schema.facts.service.operations.some((each) =>
    schema.operation(each.name)?.input.headers.includes(name),
  );
}
