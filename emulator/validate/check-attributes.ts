import {
  adviseName,
  adviseValue,
  illegalValue,
  qName,
  typeQName,
} from "./explain.js";
import { XMLNS, XSI, type Context, type Tag } from "./frame.js";
import type { Position } from "./content-frames.js";
import type { ComplexPlan, TypePlan } from "./type-plan.js";

/** Attributes of XML Schema instances that any element may have; xsi:type is read where the type is chosen. */
const FREE = new Set(["type", "schemaLocation", "noNamespaceSchemaLocation"]);

/** Attributes of SOAP 1.1 and 1.2 that a block of a header may have. */
const OF_BLOCKS = new Set([
  "actor",
  "encodingStyle",
  "mustUnderstand",
  "relay",
  "role",
]);

/**
 * Holds the attributes of an element against its type.
 *
 * @throws SoapFault where one is not declared, is missing, or has a value that its type does not
 */
export function checkAttributes(
  context: Context,
  plan: TypePlan,
  tag: Tag,
  position: Position,
): void {
  let required = 0;
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key];
    if (!attribute || attribute.uri === XMLNS) continue;
    const { uri, local, value } = attribute;
    if (uri === XSI)
      checkInstanceAttribute(context, plan, tag, local, position);
    else if (uri === position.soap && OF_BLOCKS.has(local)) continue;
    else {
      const declared =
        uri === "" && plan.kind === "complex"
          ? plan.attributes.get(local)
          : undefined;
      if (!declared)
        return refuseAttribute(context, plan, uri, local, position);
      if (declared.required) required++;
      const type = context.plans(declared.type);
      if (type.kind === "simple" && !type.accepts(value)) {
        const shown = position.mayShow ? value : undefined;
        context.refuse(
          illegalValue(type, shown),
          `attribute ${local}: ${adviseValue(type, shown)}`,
          position.step,
        );
      }
    }
  }
  if (plan.kind === "complex" && required < plan.required.length)
    refuseMissing(context, plan, tag, position);
}

function checkInstanceAttribute(
  context: Context,
  plan: TypePlan,
  tag: Tag,
  local: string,
  position: Position,
): void {
  if (local === "nil")
    context.refuse(
      `org.xml.sax.SAXException: Non nillable element '${tag.local}' is null.`,
      "nothing is nillable here: leave the element out, or name the field in nullFieldList to clear it",
      position.step,
    );
  if (!FREE.has(local)) refuseAttribute(context, plan, XSI, local, position);
}

function refuseAttribute(
  context: Context,
  plan: TypePlan,
  uri: string,
  local: string,
  { step }: Position,
): never {
  context.refuse(
    `org.xml.sax.SAXException: ${qName(uri, local)} not found on ${typeQName(plan.type)}`,
    plan.kind === "simple"
      ? `only text belongs here, no attribute ${local}`
      : uri !== "" && plan.attributes.has(local)
        ? `attributes have no namespace: write ${local} without a prefix`
        : adviseName(plan, "attribute", local),
    step,
  );
}

function refuseMissing(
  context: Context,
  plan: ComplexPlan,
  tag: Tag,
  { step }: Position,
): never {
  const given = Object.values(tag.attributes);
  const missing = plan.required.find(
    ({ name }) => !given.some(({ uri, local }) => uri === "" && local === name),
  );
  context.refuse(
    `org.xml.sax.SAXException: Non nillable element '${missing?.name ?? ""}' is null.`,
    `${plan.type.name} requires the attribute ${missing?.name ?? ""}`,
    step,
  );
}
