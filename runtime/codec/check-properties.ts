import type { ComplexPlan } from "./complex-plan.js";
import type { Layout } from "./encode-layout.js";
import { findNearest } from "./nearest.js";
import type { Problems } from "./problems.js";

/** Reports a property that its type does not declare, unless it is one of the codec's own. */
export function checkExtra(
  problems: Problems,
  type: ComplexPlan,
  key: string,
  isStrict: boolean,
): void {
  if (key === "$value" && type.text) return;
  if (key === "$unknown") {
    if (!isStrict) return;
    problems.report(
      "cannot be sent: withoutUnknown() gives a copy that has none",
      key,
    );
    return;
  }
  const nearest = findNearest(key, type.propertyNames());
  problems.report(
    `is no property of ${type.type.typeName}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
    key,
  );
}

/** Reports what a type requires and a value lacks. */
export function checkRequired(
  problems: Problems,
  type: ComplexPlan,
  { required }: Layout,
  values: readonly unknown[],
): void {
  for (const { key, place } of required) {
    if (values[place] === undefined) {
      problems.report(`is required by ${type.type.typeName}`, key);
    }
  }
}
