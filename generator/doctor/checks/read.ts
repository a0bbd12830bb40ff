import {
  createFacades,
  NetSuiteConfigurationError,
  NetSuiteError,
  type SearchResults,
  type UnknownElement,
} from "nsgen-runtime";
import { fail, pass, skip, warn, type Check, type Finding } from "../check.js";
import type { Context } from "../context.js";
import { findRecordType } from "../record-types.js";

/** The smallest page that NetSuite gives. */
const PAGE_SIZE = 5;

const SHOWN = 5;

/** Whether a record of a type can be read and understood: the first that a search finds. */
export function createReadCheck(recordType: string): Check {
  return {
    id: `read:${recordType}`,
    title: `Read ${recordType}`,
    needs: [`record:${recordType}`],
    async run(context) {
      if ((await context.login()).operation === null)
        return skip("nobody logged in");
      const results = search(context, recordType);
      if (!results) return skip("this schema has no search for it");
      try {
        return judge(await results.toArray({ limit: 1 }));
      } catch (error) {
        if (!(error instanceof NetSuiteError)) throw error;
        if (error instanceof NetSuiteConfigurationError)
          return skip("it cannot be searched", { cause: error.message });
        return fail("none could be read", { cause: error.message });
      }
    },
  };
}

function search(
  { configured: { client }, schema }: Context,
  recordType: string,
): SearchResults<object> | null {
  const type = findRecordType(schema, recordType);
  if (!client || !type || !schema.operation("search")) return null;
  interface Finders {
    readonly [name: string]: {
      search?(criteria: object, options: object): SearchResults<object>;
    };
  }
  const { records } = createFacades<Finders, unknown, unknown>(
    schema,
    (...call) => client.ask(...call),
    { [recordType]: type.typeName },
  );
  return (
    records[recordType]?.search?.(
      { basic: {} },
      { searchPreferences: { pageSize: PAGE_SIZE } },
    ) ?? null
  );
}

function judge([record]: readonly object[]): Finding {
  if (!record) return pass("the search worked, and there is none");
  const unknown = [...new Set(listUnknown(record, ""))];
  const id: unknown = Reflect.get(record, "internalId");
  const which =
    typeof id === "string" ? `the one with internalId ${id}` : "one";
  if (unknown.length === 0) return pass(`${which} was read and understood`);
  const more = unknown.length - SHOWN;
  return warn(
    `${which} was read; it holds what this version's schema does not know`,
    {
      cause: `${unknown.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
      fix: "It is kept in $unknown. Where you need it, generate the client from a WSDL that declares it.",
    },
  );
}

/** Where a decoded value holds something unknown: `addressbookList.addressbook.$unknown{…}foo`. Names only: values are the account's. */
function listUnknown(value: unknown, path: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((each) => listUnknown(each, path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    if (name !== "$unknown")
      return listUnknown(each, path === "" ? name : `${path}.${name}`);
    // The decoder writes nothing else under $unknown.
    return (each as readonly UnknownElement[]).map((unknown) =>
      [path, unknown.name.replace(/^(@?)\{.*\}/, "$1")]
        .filter((part) => part !== "")
        .join("."),
    );
  });
}
