export { createRecords } from "./create-records.js";
export type {
  DeletionOptions,
  RecordFinder,
  RecordId,
  RecordMethods,
  RecordTransformer,
  WriteOptions,
} from "./record-methods.js";
