import type { ContentPlan, SchemaPlan } from "./schema-plan.js";

/** The content of a header, body or fault detail: any global element of the schema. */
export function globalContent(plan: SchemaPlan): ContentPlan {
  return {
    kind: "content",
    index: null,
    abstract: false,
    text: null,
    attributes: new Map(),
    find: (uri, local) => plan.global(uri, local),
  };
}
