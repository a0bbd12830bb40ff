import { isProperties, type Properties } from "../schema/properties.js";

/** How a response is told of in a line: `ok`, or the code of the first status in it that is no success. */
export function outcomeOf(response: Properties): string {
  return findFailure(response, 3) ?? "ok";
}

/** Statuses stand in the response, in a result of it, and in each entry of a list in that. */
function findFailure(value: unknown, depth: number): string | undefined {
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = findFailure(each, depth);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isProperties(value)) return undefined;
  if (value["isSuccess"] === false) return codeOf(value);
  if (depth === 0) return undefined;
  return findFailure(
    Object.keys(value)
      // Records hold no statuses, and a page holds a thousand of them.
      .filter((key) => !/^record|^searchRow/.test(key))
      .map((key) => value[key])
      .filter((each) => typeof each === "object"),
    depth - 1,
  );
}

function codeOf(status: Properties): string {
  const details: unknown = status["statusDetail"];
  const first: unknown = Array.isArray(details) ? details[0] : undefined;
  const code = isProperties(first) ? first["code"] : undefined;
  return typeof code === "string" ? code : "failed";
}
