import { NetSuiteError } from "nsgen-runtime";
import type { ComplexDescriptor } from "nsgen-runtime/codegen-v1";
import { fail, pass, skip, warn, type Check } from "../check.js";
import type { Context } from "../context.js";
import { createMissingRef } from "../login.js";
import { findRecordType } from "../record-types.js";
import { findStatus, type FoundStatus } from "../status.js";

/** Answers to a role that may read the type: the record is not there, and nothing else is wrong. */
const NOT_THERE: ReadonlySet<string> = new Set([
  "RCRD_DSNT_EXIST",
  "INVALID_KEY_OR_REF",
  "INVALID_INTERNALID",
  "MEDIA_NOT_FOUND",
]);

/** What may be missing where a permission is said to be. */
const FORBIDDEN = /INSUFFICIENT_PERMISSION|PERMISSION_REQD|FEATURE_DISABLED/;

/** Whether the role may read records of a type. */
export function createRecordCheck(recordType: string): Check {
  return {
    id: `record:${recordType}`,
    title: `Record ${recordType}`,
    needs: ["role"],
    async run(context) {
      const type = findRecordType(context.schema, recordType);
      if (type?.name === "CustomRecord")
        return skip(
          "custom records have permissions by their type, which is not asked for",
        );
      if (!context.schema.operation("get"))
        return skip("this schema has no operation get");
      const found = await readNothing(context, recordType, type);
      if (found.kind === "error")
        return FORBIDDEN.test(found.error.netsuiteCode ?? "")
          ? forbid(recordType, found.error.message)
          : warn("it could not be asked for", { cause: found.error.message });
      const { code, message } = found.status;
      if (FORBIDDEN.test(code)) return forbid(recordType, message);
      return NOT_THERE.has(code)
        ? pass("the role may read it")
        : warn(`the answer tells nothing (${code || "no code"})`, {
            cause: message,
          });
    },
  };
}

type Answer =
  | { readonly kind: "status"; readonly status: FoundStatus }
  | { readonly kind: "error"; readonly error: NetSuiteError };

async function readNothing(
  { configured, schema }: Context,
  recordType: string,
  type: ComplexDescriptor | undefined,
): Promise<Answer> {
  const isCustomization =
    type && schema.typeOf("CustomizationRef") && /CustomField$/.test(type.name);
  const baseRef = createMissingRef(
    recordType,
    isCustomization ? "CustomizationRef" : undefined,
  );
  try {
    const answer = await configured.client?.ask("get", { baseRef });
    return { kind: "status", status: findStatus(answer) };
  } catch (error) {
    if (!(error instanceof NetSuiteError)) throw error;
    return { kind: "error", error };
  }
}

function forbid(recordType: string, message: string): ReturnType<typeof fail> {
  return fail(`the role may not read ${recordType}`, {
    cause: message,
    fix: "Add the permission for this kind of record, with level View at least; Edit or Full to write.",
    where:
      "Setup > Users/Roles > Manage Roles > the token's role > Permissions > Transactions, Lists or Custom Record",
  });
}
