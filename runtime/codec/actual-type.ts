import { FIRST_DECLARED } from "../codegen-v1/index.js";
import type { ComplexPlan } from "./complex-plan.js";
import { describeValue, quote } from "./explain-simple.js";
import { rankByLikeness } from "./nearest.js";
import type { SchemaPlan } from "./schema-plan.js";

const NAMED = 8;

/**
 * The type that a value says to be of, as an operation's input needs it: concrete, and the declared one or one that
 * extends it. A string says why there is none.
 */
export function chooseType(
  plan: SchemaPlan,
  declared: ComplexPlan,
  typeName: unknown,
): ComplexPlan | string {
  if (typeName === undefined) {
    if (!declared.abstract) return declared;
    return `needs a $type, since ${declared.type.typeName} is abstract: ${listTypes(plan, declared, "")}`;
  }
  if (typeof typeName !== "string") {
    return `$type expects the name of a type, found ${describeValue(typeName)}`;
  }
  const type = plan.schema.typeOf(typeName);
  const actual = type && plan.complex(type.index);
  if (actual && !actual.abstract && actual.lineage.has(declared.index)) {
    return actual;
  }
  const reason = !actual
    ? "is no type of this schema"
    : actual.abstract
      ? "is abstract"
      : `is no ${declared.type.typeName}`;
  return `$type ${quote(typeName)} ${reason}: ${listTypes(plan, declared, typeName)}`;
}

/** Names the types that may stand where one is declared, those most like a name first. */
function listTypes(
  plan: SchemaPlan,
  declared: ComplexPlan,
  like: string,
): string {
  const names: string[] = [];
  for (let at = FIRST_DECLARED; at < plan.schema.typeCount; at++) {
    const type = plan.type(at);
    if (type.kind === "simple" || type.abstract) continue;
    if (type.lineage.has(declared.index)) names.push(type.type.typeName);
  }
  const shown = like === "" ? names : rankByLikeness(like, names, NAMED);
  const list = shown.slice(0, NAMED).map(quote).join(", ");
  const rest = names.length - NAMED;
  if (names.length === 1) return `it is ${list}`;
  return `it is one of ${list}${rest > 0 ? ` and ${rest} more` : ""}`;
}
