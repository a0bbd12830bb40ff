import { BUILT_INS } from "../codegen-v1/index.js";
import { globalContent } from "./global-content.js";
import type {
  ElementDeclaration,
  ElementPlan,
  SchemaPlan,
} from "./schema-plan.js";
import { SOAP_11, XML } from "./soap.js";
import { formatName } from "./unknown-element.js";

/** The elements of a SOAP 1.1 Fault, in order; they are in no namespace. */
export const FAULT_TEXTS = ["faultcode", "faultstring", "faultactor"] as const;

/** What the language of a faultstring is called in the fault's `$unknown`. */
export const FAULTSTRING_LANG = `faultstring/@${formatName(XML, "lang")}`;

/** The plan of a SOAP 1.1 Fault in a body. */
export function soap11FaultElement(plan: SchemaPlan): ElementPlan {
  const string = BUILT_INS.indexOf("string");
  const children = new Map<string, ElementPlan>();
  for (const name of FAULT_TEXTS) {
    const languageKey = name === "faultstring" ? FAULTSTRING_LANG : undefined;
    children.set(
      name,
      createElement(plan, { name, type: string, languageKey }),
    );
  }
  children.set(
    "detail",
    createElement(plan, { name: "detail", type: globalContent(plan) }),
  );
  return createElement(plan, {
    name: "Fault",
    uri: SOAP_11,
    type: {
      ...globalContent(plan),
      find: (uri, local) => (uri === "" ? children.get(local) : undefined),
    },
  });
}

function createElement(
  plan: SchemaPlan,
  declared: Pick<ElementDeclaration, "name" | "uri" | "type" | "languageKey">,
): ElementPlan {
  return plan.element({
    ...declared,
    key: declared.name,
    namespace: null,
    order: 0,
    minOccurs: 0,
    maxOccurs: 1,
  });
}
