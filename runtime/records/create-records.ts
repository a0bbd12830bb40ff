import type { Inputs, Outcome } from "../batches/index.js";
import type { CallOptions } from "../call/index.js";
import {
  findRecordSearch,
  RECORD_METHODS,
  uncapitalize,
} from "../codegen-v1/index.js";
import {
  createLazyMembers,
  createSchemaNames,
  type Caller,
} from "../facades/index.js";
import type {
  FoundItem,
  PagingOptions,
  SearchResults,
} from "../paging/index.js";
import { findItems } from "../searches/index.js";
import { fillInFilter } from "./fill-in-filter.js";
import { readRecord } from "./read-record.js";
import {
  createBaseRef,
  createRecordValue,
  wireName,
  type RecordTarget,
} from "./record-target.js";
import { transformRecord } from "./transform-record.js";
import { sendAll, type GivenBatchOptions } from "./write-all.js";
import { writeRecord, type GivenWriteOptions } from "./write-record.js";

/**
 * `client.records`: every record that RecordType names.
 *
 * @param recordTypes the `$type` of each record, by the value of RecordType
 */
export function createRecords(
  caller: Caller,
  recordTypes: Readonly<Record<string, string>>,
): object {
  const names = createSchemaNames(caller.schema);
  return createLazyMembers({
    path: "client.records",
    names: () => Object.keys(recordTypes),
    create(recordType) {
      const typeName = Object.hasOwn(recordTypes, recordType)
        ? recordTypes[recordType]
        : undefined;
      if (typeName === undefined) return null;
      const target = { caller, recordType, typeName };
      const methods: Record<string, unknown> = {
        ...createReads(target),
        ...createWrites(target),
      };
      const search = findRecordSearch(recordType, wireName(target), names);
      if (search) methods.search = createSearch(target, search);
      if (names.valuesOf("InitializeType").includes(recordType))
        methods.transformFrom = (
          sources: object,
          change: (draft: object) => unknown,
          options: GivenWriteOptions = {},
        ) => transformRecord(target, sources, change, options);
      return Object.fromEntries(
        Object.entries(methods).filter(([method]) =>
          RECORD_METHODS[method]?.every((each) =>
            caller.schema.operation(each),
          ),
        ),
      );
    },
  });
}

function createReads(target: RecordTarget): object {
  const path = `records.${target.recordType}`;
  return {
    // Asynchronous, so that an id that is none rejects like everything else.
    get: async (id: unknown, options: CallOptions = {}) => {
      const subject = `${path}.get`;
      const baseRef = createBaseRef(target, subject, id);
      return readRecord(target, subject, "get", { baseRef }, options);
    },
    getAll: createAll(target, "getAll", "getList"),
  };
}

function createWrites(target: RecordTarget): object {
  const path = `records.${target.recordType}`;
  const one =
    (operation: "add" | "update" | "upsert") =>
    async (fields: unknown, options: GivenWriteOptions = {}) => {
      const subject = `${path}.${operation}`;
      const record = createRecordValue(target, subject, fields);
      return writeRecord(target, subject, operation, { record }, options);
    };
  return {
    add: one("add"),
    addAll: createAll(target, "addAll", "addList"),
    update: one("update"),
    updateAll: createAll(target, "updateAll", "updateList"),
    upsert: one("upsert"),
    upsertAll: createAll(target, "upsertAll", "upsertList"),
    delete: async (id: unknown, options: GivenWriteOptions = {}) => {
      const subject = `${path}.delete`;
      const baseRef = createBaseRef(target, subject, id);
      return writeRecord(target, subject, "delete", { baseRef }, options);
    },
    deleteAll: createAll(target, "deleteAll", "deleteList"),
  };
}

function createAll(
  target: RecordTarget,
  method: string,
  operation: Parameters<typeof sendAll>[2],
): (
  inputs: Inputs<unknown>,
  options?: GivenBatchOptions,
) => AsyncIterable<Outcome<unknown>> {
  return (inputs, options) =>
    sendAll(target, method, operation, inputs, options);
}

function createSearch(
  { caller, recordType, typeName }: RecordTarget,
  { stem, filter }: NonNullable<ReturnType<typeof findRecordSearch>>,
): (
  search: object,
  options?: PagingOptions & CallOptions,
) => SearchResults<FoundItem> {
  const subject = `records.${recordType}.search`;
  const instead = `client.searches.${uncapitalize(stem)}.records`;
  return (search, options = {}) => {
    const criteria = filter
      ? fillInFilter(subject, filter, search, instead)
      : search;
    return findItems(
      caller,
      subject,
      { ...criteria, $type: `${stem}Search` },
      options,
      { rows: false, only: filter ? typeName : null },
    );
  };
}
