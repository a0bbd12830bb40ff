import {
  NetSuiteFaultError,
  NetSuiteHttpError,
  NetSuiteTransportError,
  type NetSuiteError,
} from "../errors/index.js";

/** As NetSuite words it: "You are not requesting the correct data center for your company". */
const WRONG_DATA_CENTER = /correct data ?cent(?:er|re)/i;

/** Whether a fault's words say that the account's service is not at this host. */
export function tellsWrongHost(text: string): boolean {
  return WRONG_DATA_CENTER.test(text);
}

/** Whether an error says that the account's service is not at this host. Nothing was processed then. */
export function isWrongHost(error: NetSuiteError): boolean {
  if (error instanceof NetSuiteFaultError)
    return tellsWrongHost(`${error.faultString ?? ""} ${error.message}`);
  if (error instanceof NetSuiteHttpError) return error.status === 404;
  return error instanceof NetSuiteTransportError && isUnknownName(error.cause);
}

function isUnknownName(cause: unknown): boolean {
  return (
    cause instanceof Error && "code" in cause && cause.code === "ENOTFOUND"
  );
}
