import { fromDate } from "nsgen-runtime";
import { SUCCESS } from "../../faults/status.js";
import type { Operation } from "../operation.js";

/** `getServerTime`: the account's clock, in Pacific time as NetSuite writes it. */
export const getServerTime: Operation = ({ account }) => ({
  getServerTimeResult: {
    status: SUCCESS,
    serverTime: fromDate(account.now()),
  },
});
