import type {
  Fault,
  Header,
  Message,
  Operation,
  OperationMessage,
  Part,
} from "../../model/schema.js";
import {
  nameOf,
  requireAttribute,
  type Declarations,
} from "../declarations.js";
import { PLEASE_REPORT, SOAP } from "../vocabulary.js";
import {
  attributeOf,
  childrenOf,
  positionOf,
  report,
  type XmlElement,
} from "../xml/xml-element.js";
import { documentationOf } from "../xsd/documentation.js";
import { onlyChild, resolveOwn } from "./declared.js";

/** What operations refer to. */
export interface OperationContext {
  readonly declarations: Declarations;
  /** The WSDL's target namespace. */
  readonly namespace: string;
  readonly messages: ReadonlyMap<string, Message>;
}

/** Parses one operation from its portType and its binding. */
export function parseOperation(
  element: XmlElement,
  binding: XmlElement,
  context: OperationContext,
): Operation {
  const { problems } = context.declarations;
  const soap = onlyChild(binding, "operation", context.declarations, SOAP);
  return {
    kind: "operation",
    name: nameOf(element, problems),
    // SOAP 1.1 allows an operation without an action: it is sent empty.
    soapAction: (soap && attributeOf(soap, "soapAction")) ?? "",
    input: parseDirection(element, binding, "input", context),
    output: parseDirection(element, binding, "output", context),
    faults: parseFaults(element, binding, context),
    documentation: documentationOf(element),
    source: positionOf(element),
  };
}

function parseDirection(
  operation: XmlElement,
  binding: XmlElement,
  direction: "input" | "output",
  context: OperationContext,
): OperationMessage {
  const abstract = onlyChild(operation, direction, context.declarations);
  const concrete = onlyChild(binding, direction, context.declarations);
  const message = abstract && resolveMessage(abstract, context);
  const body =
    concrete && onlyChild(concrete, "body", context.declarations, SOAP);
  return {
    name: abstract && attributeOf(abstract, "name"),
    message: message?.name ?? "",
    element: message && body ? bodyElement(message, body, context) : "",
    headers: concrete
      ? childrenOf(concrete, "header", SOAP).map((each) =>
          parseHeader(each, context),
        )
      : [],
  };
}

/** The element of the one part that the SOAP body holds. */
function bodyElement(
  message: Message,
  body: XmlElement,
  { declarations }: OperationContext,
): string {
  const named = attributeOf(body, "parts")?.trim().split(/\s+/);
  const parts = named
    ? message.parts.filter((each) => named.includes(each.name))
    : message.parts;
  const [part] = parts;
  if (part && parts.length === 1) return part.element;
  report(
    declarations.problems,
    body,
    `the body of message ${message.name} has ${parts.length} parts: nsgen knows bodies of one part`,
    PLEASE_REPORT,
  );
  return "";
}

function parseHeader(element: XmlElement, context: OperationContext): Header {
  const { problems } = context.declarations;
  const message = resolveMessage(element, context);
  const name = requireAttribute(element, "part", problems) ?? "";
  const part: Part | undefined = message?.parts.find(
    (each) => each.name === name,
  );
  if (message && !part)
    report(
      problems,
      element,
      `part="${name}" is not a part of message ${message.name}`,
      "Download the WSDL again: it may be damaged.",
    );
  return {
    message: message?.name ?? "",
    part: name,
    element: part?.element ?? "",
  };
}

function parseFaults(
  operation: XmlElement,
  binding: XmlElement,
  context: OperationContext,
): readonly Fault[] {
  const { problems } = context.declarations;
  const faults = childrenOf(operation, "fault").map((element): Fault => {
    const message = resolveMessage(element, context);
    const [part, another] = message?.parts ?? [];
    if (message && (!part || another))
      report(
        problems,
        element,
        `fault message ${message.name} has not exactly one part`,
        PLEASE_REPORT,
      );
    return {
      name: nameOf(element, problems),
      message: message?.name ?? "",
      element: part?.element ?? "",
    };
  });
  const names = new Set<string>();
  for (const { name } of faults) {
    if (names.has(name))
      report(
        problems,
        operation,
        `fault ${name} is declared twice`,
        PLEASE_REPORT,
      );
    names.add(name);
  }
  for (const each of childrenOf(binding, "fault")) {
    const name = nameOf(each, problems);
    if (!names.has(name))
      report(
        problems,
        each,
        `fault ${name} is bound, but the portType does not declare it`,
        "Download the WSDL again: it may be damaged.",
      );
  }
  return faults;
}

function resolveMessage(
  element: XmlElement,
  { declarations, namespace, messages }: OperationContext,
): Message | null {
  const found = resolveOwn(
    element,
    "message",
    namespace,
    messages,
    declarations,
  );
  return found && found.declared;
}
