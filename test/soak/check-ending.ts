import { isDeepStrictEqual } from "node:util";
import { NetSuiteError, type Outcome } from "../../runtime/index.js";
import { createAnswer, storedKeys } from "./answer.js";
import type { SoakCall } from "./create-task.js";

/** How a call ended. */
export type Ending =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "error"; readonly error: unknown };

/** What writes the same when it is carried out twice, so that clients repeat it without being told. */
const REPEATABLE: ReadonlySet<string> = new Set(["upsert", "delete"]);

/**
 * Holds the ending of a call against what the server stored.
 *
 * @param timesStored how often the server stored a key
 * @returns what does not agree; empty where all does
 */
export function checkEnding(
  call: SoakCall,
  ending: Ending,
  timesStored: (key: string) => number,
): string[] {
  const { key, operation, request, isIdempotent } = call;
  const problems: string[] = [];
  const mayRepeat = isIdempotent || REPEATABLE.has(operation);
  const outcome = endingOutcome(ending);
  if (ending.kind === "error" && outcome === null)
    problems.push(`ended with ${String(ending.error)}.`);
  if (ending.kind === "value" && !isRightAnswer(call, ending.value))
    problems.push(
      `was answered with ${JSON.stringify(ending.value).slice(0, 500)}.`,
    );
  for (const each of storedKeys(operation, request)) {
    const times = timesStored(each);
    if (times > 1 && !mayRepeat)
      problems.push(`stored ${each} ${times} times.`);
    if (outcome === "notDone" && times > 0)
      problems.push(`says notDone, and ${each} was stored.`);
    if (outcome === "done" && times === 0)
      problems.push(`says done, and ${each} was not stored.`);
  }
  return problems.map((each) => `${operation} ${key} ${each}`);
}

/** What a call says of itself, or null where it ended with something else than a value or a NetSuiteError. */
export function endingOutcome(ending: Ending): Outcome | null {
  if (ending.kind === "value") return "done";
  return ending.error instanceof NetSuiteError ? ending.error.outcome : null;
}

function isRightAnswer(
  { key, operation, request }: SoakCall,
  value: unknown,
): boolean {
  const wanted = createAnswer(operation, request, { key, isGone: false });
  if (isDeepStrictEqual(value, wanted)) return true;
  // A delete whose first sending got lost, and was carried out.
  return (
    operation === "delete" &&
    isDeepStrictEqual(value, {
      writeResponse: {
        status: {
          isSuccess: true,
          statusDetail: [
            {
              type: "WARN",
              code: "RCRD_DSNT_EXIST",
              message: "That record does not exist.",
            },
          ],
        },
        baseRef: Reflect.get(request, "baseRef") as unknown,
      },
    })
  );
}
