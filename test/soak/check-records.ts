import type { Outcome } from "../../runtime/index.js";
import { endingOutcome, type Ending } from "./check-ending.js";
import type { SoakCall } from "./create-task.js";

/** A response, by the names of the schema. */
type Fields = Readonly<Record<string, unknown>>;

/** Calls whose records the check counts. */
const ADDS: ReadonlySet<string> = new Set(["add", "addList", "upsert"]);

/**
 * Holds the ending of a call against the records that an emulator holds: what is said to be done is there once, what is
 * said not to be done is not, and of what nobody knows there is one at most.
 *
 * @param timesStored how many records have a name
 * @returns what does not agree; empty where all does
 */
export function checkRecords(
  call: SoakCall,
  ending: Ending,
  timesStored: (name: string) => number,
): string[] {
  const { key, operation, request, isIdempotent } = call;
  const outcome = endingOutcome(ending);
  if (ending.kind === "error" && outcome === null)
    return [`${operation} ${key} ended with ${String(ending.error)}.`];
  if (!ADDS.has(operation)) return [];
  const names = namesIn(request);
  const outcomes = ending.kind === "value" ? readOutcomes(ending.value) : null;
  if (outcomes && outcomes.length !== names.length)
    return [
      `${operation} ${key} has ${outcomes.length} answers to ${names.length} records.`,
    ];
  return names.flatMap((name, at) => {
    const times = timesStored(name);
    const said = outcomes ? outcomes[at] : outcome;
    // An upsert finds the record again that it stored before.
    const most = isIdempotent && operation !== "upsert" ? Infinity : 1;
    const isRight =
      times <= most &&
      (said !== "done" || times > 0) &&
      (said !== "notDone" || times === 0);
    return isRight
      ? []
      : [
          `${operation} ${key} says ${String(said)}, and there are ${times} of ${name}.`,
        ];
  });
}

function namesIn(request: object): string[] {
  // Requests of ADDS are made by create-task.ts only.
  const { record } = request as { readonly record: Fields | Fields[] };
  return [record].flat().map((each) => String(each["companyName"]));
}

/** What the statuses of a write say of each record. */
function readOutcomes(value: unknown): Outcome[] {
  // A response of ADDS.
  const { writeResponse, writeResponseList } = value as {
    readonly writeResponse?: Fields;
    readonly writeResponseList?: { readonly writeResponse: Fields[] };
  };
  return [writeResponse ?? writeResponseList?.writeResponse ?? []]
    .flat()
    .map(({ status }) => readOutcome(status as Fields));
}

function readOutcome({ isSuccess, statusDetail = [] }: Fields): Outcome {
  const details = statusDetail as Fields[];
  if (isSuccess || details.some((each) => each["afterSubmitFailed"]))
    return "done";
  return details.some((each) => /unknown/.test(String(each["message"])))
    ? "unknown"
    : "notDone";
}
