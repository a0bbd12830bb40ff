import { createTypeNames } from "../../generator/emit/names.js";
import { formatDescriptor } from "../../generator/model/index.js";
import { readSchema } from "../../generator/read/index.js";
import { schema as netsuite2025 } from "../../generated/netsuite-2025-2/index.js";
import { schema as netsuite2022 } from "../../generated/netsuite-2022-1/index.js";
import {
  defineSchema,
  type NetSuiteSchema,
} from "../../runtime/codegen-v1/index.js";
import { wsdlSets } from "../wsdl-sets.js";

/**
 * The versions that peers are tried with: the newest; with `NSGEN_PEERS=all` every one at hand that knows tokens.
 */
export async function loadSchemas(): Promise<readonly NetSuiteSchema[]> {
  if (process.env["NSGEN_PEERS"] !== "all") return [netsuite2025];
  const versions = new Map<string, NetSuiteSchema>();
  for (const path of wsdlSets()) {
    const schema = await describeSet(path);
    versions.set(schema.version, schema);
  }
  for (const schema of [netsuite2022, netsuite2025])
    versions.set(schema.version, schema);
  return [...versions.values()].filter(
    (schema) => schema.elementsNamed("tokenPassport").length > 0,
  );
}

async function describeSet(path: string): Promise<NetSuiteSchema> {
  const model = await readSchema(path);
  const names = createTypeNames(model);
  return defineSchema(formatDescriptor(model, { names, long: "number" }));
}
