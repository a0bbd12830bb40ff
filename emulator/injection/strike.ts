import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import type { Effects } from "../operations/operation.js";
import type { Properties } from "../schema/properties.js";
import type { Mishap, When } from "./fault-rule.js";
import type { Fate } from "./fault-rules.js";
import { createInjectedFault } from "./injected-fault.js";
import { takeFinished, tellUnfinished } from "./unfinished-list.js";

/** What is sent in place of an answer. */
export type Substitute =
  | { readonly kind: "html"; readonly httpStatus: number }
  | { readonly kind: "reset" }
  | { readonly kind: "silence" };

/** What becomes of the text of an answer. */
export type Damage = "truncate" | "cut";

/** What is left for the operation to do. */
export interface Struck {
  readonly request: Properties;
  readonly effects: Effects;
}

/**
 * Lets happen what happens in place of the operation, or inside it.
 *
 * @throws SoapFault where that is what happens
 */
export function strikeBefore(
  mishap: Fate["mishap"],
  request: Properties,
): Struck | Substitute {
  switch (mishap?.effect) {
    case "unfinished":
      return { request: takeFinished(request, mishap), effects: {} };
    case "shortPage":
      return { request, effects: { keepOfPage: mishap.keep } };
    case "loseSearchId":
      return {
        request: {
          ...request,
          ...(request["searchId"] !== undefined && { searchId: "EXPIRED" }),
        },
        effects: {},
      };
    case "warn":
      return {
        request,
        effects: { warn: mishap.message ?? "A fault rule asks for a warning." },
      };
    case "afterSubmitFailed":
      return { request, effects: { afterSubmitFailed: true } };
    default:
      return substituteFor(mishap, "beforeCommit") ?? { request, effects: {} };
  }
}

/**
 * Lets happen what happens when the operation's writes are saved.
 *
 * @param request the whole one
 * @param response to what {@link strikeBefore} left of it
 * @throws SoapFault where that is what happens
 */
export function strikeAfter(
  mishap: Fate["mishap"],
  schema: NetSuiteSchema,
  request: Properties,
  response: Properties,
): { readonly response: Properties } | Substitute {
  if (mishap?.effect === "unfinished")
    return { response: tellUnfinished(schema, request, response, mishap) };
  return substituteFor(mishap, "afterCommit") ?? { response };
}

/** What becomes of the text of the answer; null where nothing does. */
export function damageOf(mishap: Fate["mishap"]): Damage | null {
  return mishap?.effect === "truncate" || mishap?.effect === "cut"
    ? mishap.effect
    : null;
}

function substituteFor(
  mishap: Mishap | null,
  now: When,
): Substitute | undefined {
  switch (mishap?.effect) {
    case "wrongDataCenter":
      throw createInjectedFault(mishap);
    case "fault":
      if (isDue(mishap.when, now)) throw createInjectedFault(mishap);
      return undefined;
    case "unavailable":
      return isDue(mishap.when, now)
        ? { kind: "html", httpStatus: mishap.status ?? 503 }
        : undefined;
    case "reset":
    case "silence":
      return isDue(mishap.when, now) ? { kind: mishap.effect } : undefined;
    default:
      return undefined;
  }
}

function isDue(when: When = "beforeCommit", now: When): boolean {
  return when === now;
}
