import type { Message, Operation, Service } from "../../model/schema.js";
import { parseVersionedUri } from "../../model/version.js";
import {
  nameOf,
  requireAttribute,
  type Declarations,
} from "../declarations.js";
import { checkVocabulary, SOAP } from "../vocabulary.js";
import {
  attributeOf,
  positionOf,
  report,
  type XmlElement,
} from "../xml/xml-element.js";
import { documentationOf } from "../xsd/documentation.js";
import { byName, onlyChild, parseMessages, resolveOwn } from "./declared.js";
import { parseOperation, type OperationContext } from "./parse-operation.js";
import { WSDL_VOCABULARY } from "./wsdl-vocabulary.js";

/** Parses wsdl:definitions into the service of the model. Null where the service cannot be made out, which is reported. */
export function parseWsdl(
  definitions: XmlElement,
  declarations: Declarations,
): Service | null {
  const { problems } = declarations;
  checkVocabulary(definitions, WSDL_VOCABULARY, "definitions", problems);
  const namespace = attributeOf(definitions, "targetNamespace") ?? "";
  const messages = parseMessages(definitions, declarations);
  byName(definitions, "message", declarations);
  const portTypes = byName(definitions, "portType", declarations);
  const bindings = byName(definitions, "binding", declarations);

  const service = onlyChild(definitions, "service", declarations);
  const port = service && onlyChild(service, "port", declarations);
  if (!service || !port) return null;
  const binding = resolveOwn(
    port,
    "binding",
    namespace,
    bindings,
    declarations,
  );
  const address = onlyChild(port, "address", declarations, SOAP);
  if (!binding) return null;
  onlyChild(binding.declared, "binding", declarations, SOAP);
  const portType = resolveOwn(
    binding.declared,
    "type",
    namespace,
    portTypes,
    declarations,
  );
  if (!portType) return null;
  return {
    kind: "service",
    name: nameOf(service, problems),
    port: nameOf(port, problems),
    portType: portType.name,
    binding: binding.name,
    namespace: parseVersionedUri(namespace).name,
    namespaceUri: namespace,
    address: (address && requireAttribute(address, "location", problems)) ?? "",
    messages,
    operations: parseOperations(portType.declared, binding.declared, {
      declarations,
      namespace,
      messages: new Map(
        messages.map((each): [string, Message] => [each.name, each]),
      ),
    }),
    documentation: documentationOf(service) ?? documentationOf(definitions),
    source: positionOf(service),
  };
}

/** The operations that portType and binding have in common, in the order of the portType; reports those of one only. */
function parseOperations(
  portType: XmlElement,
  binding: XmlElement,
  context: OperationContext,
): readonly Operation[] {
  const { declarations } = context;
  const declared = byName(portType, "operation", declarations);
  const bound = byName(binding, "operation", declarations);
  for (const [name, element] of bound)
    if (!declared.has(name))
      reportAlone(
        element,
        name,
        "bound, but not in the portType",
        declarations,
      );
  return [...declared].flatMap(([name, element]) => {
    const concrete = bound.get(name);
    if (concrete) return [parseOperation(element, concrete, context)];
    reportAlone(element, name, "in the portType, but not bound", declarations);
    return [];
  });
}

function reportAlone(
  element: XmlElement,
  name: string,
  where: string,
  { problems }: Declarations,
): void {
  report(
    problems,
    element,
    `operation ${name} is ${where}`,
    "Download the WSDL again: it may be damaged.",
  );
}
