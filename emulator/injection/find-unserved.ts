import {
  capitalize,
  uncapitalize,
  type NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import { hasValue } from "../schema/has-value.js";
import { isKindOf } from "../schema/record-types.js";
import type { RuleMatch } from "./fault-rule.js";

/**
 * What a rule asks for that no request to these schemas can have, so that it would never strike: each a text that
 * follows the rule's name, such as `.operation is "gett": 2025_2 has no such operation.`
 *
 * @param schemas those that are served; where there is none, nothing is found
 */
export function findUnserved(
  { operation = [], recordType, version }: RuleMatch,
  schemas: readonly NetSuiteSchema[],
): string[] {
  if (schemas.length === 0) return [];
  const versions = schemas.map((each) => each.version).join(", ");
  if (
    version !== undefined &&
    schemas.every((each) => each.version !== version)
  )
    return [
      `.version is ${JSON.stringify(version)}, which is not served: give one of ${versions}.`,
    ];
  const met = schemas.filter(
    (each) => version === undefined || each.version === version,
  );
  const where = version ?? versions;
  const problems = [operation]
    .flat()
    .filter((name) => !met.some((each) => hasOperation(each, name)))
    .map(
      (name) =>
        `.operation is ${JSON.stringify(name)}: ${where} has no such operation.`,
    );
  if (
    recordType !== undefined &&
    !met.some((each) => hasRecordType(each, recordType))
  )
    problems.push(
      `.recordType is ${JSON.stringify(recordType)}: ${where} has no such record type. Give one such as customer.`,
    );
  return problems;
}

function hasOperation(schema: NetSuiteSchema, name: string): boolean {
  return schema.facts.service.operations.some((each) => each.name === name);
}

/** Searches are of types that are no value of RecordType, such as `transaction`; so are some records and references. */
function hasRecordType(schema: NetSuiteSchema, name: string): boolean {
  if (
    hasValue(schema, "RecordType", name) ||
    hasValue(schema, "SearchRecordType", name)
  )
    return true;
  if (name !== uncapitalize(name)) return false;
  const typeName = capitalize(name);
  const type = schema.typeOf(typeName);
  return (
    schema.typeOf(`${typeName}SearchBasic`) !== undefined ||
    (type !== undefined &&
      (isKindOf(schema, type, "Record") || isKindOf(schema, type, "BaseRef")))
  );
}
