import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { failure } from "../faults/status.js";
import { hasValue } from "../schema/has-value.js";
import { asList, isProperties, type Properties } from "../schema/properties.js";

/** How far a list came before its time was up: so many of its records are done, and of the next so many nobody knows. */
export interface Unfinished {
  readonly done: number;
  readonly unknown?: number;
}

/** The request with the records that are carried out: the done ones, and every other one of those that nobody knows of. */
export function takeFinished(
  request: Properties,
  { done, unknown = 0 }: Unfinished,
): Properties {
  const key = listKey(request);
  return key === undefined
    ? request
    : {
        ...request,
        [key]: asList(request[key]).filter(
          (_, at) =>
            at < done || (at < done + unknown && (at - done) % 2 === 0),
        ),
      };
}

/**
 * The response to the whole request, made of that to {@link takeFinished}: the statuses of what is done, unknown for
 * what may be, and not processed for the rest.
 */
export function tellUnfinished(
  schema: NetSuiteSchema,
  request: Properties,
  response: Properties,
  { done, unknown = 0 }: Unfinished,
): Properties {
  const key = listKey(request);
  if (key === undefined) return response;
  const [list, lists] = Object.entries(response).find(
    ([, value]) => isProperties(value) && listKey(value) !== undefined,
  ) ?? [undefined, undefined];
  if (list === undefined || !isProperties(lists)) return response;
  const entry = listKey(lists) ?? "";
  const code = notFinishedCode(schema);
  const rest = asList(request[key])
    .slice(done)
    .map((_, at) => ({
      status: failure(
        code,
        at < unknown
          ? "The operation timed out: status unknown."
          : "The operation timed out: not processed.",
      ),
    }));
  return {
    ...response,
    [list]: {
      ...lists,
      [entry]: [...asList(lists[entry]).slice(0, done), ...rest],
    },
  };
}

function listKey(value: Properties): string | undefined {
  return Object.keys(value).find((key) => Array.isArray(value[key]));
}

/** NetSuite does not document the code; newer endpoints have one that fits. */
function notFinishedCode(schema: NetSuiteSchema): string {
  const code = "OPERATION_NOT_FINISHED";
  return hasValue(schema, "StatusDetailCodeType", code)
    ? code
    : "UNEXPECTED_ERROR";
}
