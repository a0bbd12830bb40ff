import type { Operation } from "./operation.js";
import { get, getList } from "./read-records.js";
import { add, addList } from "./write-records.js";

/** The operations that the emulator answers, by the WSDL's name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries({ add, addList, get, getList }),
);
