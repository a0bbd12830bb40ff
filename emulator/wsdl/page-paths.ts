import type {
  NamespaceDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";

/** The path of a schema's service, such as `/services/NetSuitePort_2025_2`. */
export function servicePath({ version }: NetSuiteSchema): string {
  return `/services/NetSuitePort_${version}`;
}

/** The path of a schema's WSDL on NetSuite's hosts, such as `/wsdl/v2025_2_0/netsuite.wsdl`. */
export function wsdlPath({ version }: NetSuiteSchema): string {
  return `/wsdl/v${version}_0/netsuite.wsdl`;
}

/** The topics that are of several words: namespaces have them in small letters, file names do not. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["demandplanning", "demandPlanning"],
  ["filecabinet", "fileCabinet"],
  ["supplychain", "supplyChain"],
]);

/**
 * The paths of a schema's XSDs, in the order of its namespaces: for `urn:core_2025_2.platform.webservices.netsuite.com`
 * `/xsd/platform/v2025_2_0/core.xsd`, for `urn:types.sales_2025_2.transactions.webservices.netsuite.com`
 * `/xsd/transactions/v2025_2_0/saleTypes.xsd`. A namespace that is not of this form, or whose path another one has, gets
 * one under `/xsd/other`.
 */
export function xsdPaths(
  schema: NetSuiteSchema,
): ReadonlyMap<NamespaceDescriptor, string> {
  const taken = new Set<string>();
  return new Map(
    schema.namespaces.map((namespace) => {
      const usual = usualPath(namespace.uri, schema.version);
      const isFree = usual !== null && !taken.has(usual.toLowerCase());
      const path = isFree
        ? usual
        : `/xsd/other/v${schema.version}_0/namespace${namespace.index}.xsd`;
      taken.add(path.toLowerCase());
      return [namespace, path];
    }),
  );
}

const URI =
  /^urn:(?<types>types\.)?(?<topic>[a-z]+)_(?<version>\d+_\d+)\.(?<group>[a-z]+)\.webservices\.netsuite\.com$/i;

function usualPath(uri: string, version: string): string | null {
  const words = URI.exec(uri)?.groups;
  if (words?.["version"] !== version || words["group"] === "other") return null;
  const { types, topic = "", group = "" } = words;
  const name = SPELLINGS.get(topic) ?? topic;
  const file = types === undefined ? name : `${name.replace(/s$/, "")}Types`;
  return `/xsd/${group}/v${version}_0/${file}.xsd`;
}
