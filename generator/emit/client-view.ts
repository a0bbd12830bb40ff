import {
  allAttributes,
  allElements,
  complexType,
  formatVersion,
  type ComplexType,
  type Operation,
} from "../model/index.js";
import {
  commentText,
  layoutComment,
  layoutParameters,
  quote,
} from "./layout.js";
import { isIdentifier } from "./identifiers.js";
import type { ModulePaths } from "./module-paths.js";
import { shapeOf, type Shapes } from "./shapes.js";

/** What `templates/client.*.hbs` print. */
export interface ClientView {
  readonly version: string;
  /** Imports of the types that methods name, from the client's place at the root. */
  readonly imports: readonly string[];
  readonly operations: readonly OperationView[];
  /** The members of `CallOptions` and `ClientOptions` that the schema types. */
  readonly headers: readonly HeaderView[];
}

export interface OperationView {
  /** What stands above the method, laid out. */
  readonly comment: string;
  /** The method's name. */
  readonly name: string;
  /** The operation's name as a literal. */
  readonly literal: string;
  /** `  get(request: GetRequest, options?: CallOptions): Promise<GetResponse>`, without what ends it. */
  readonly signature: string;
  /** The same with the defaults of parameters that a body needs. */
  readonly sourceSignature: string;
  /** `get(request, options)` of the JavaScript. */
  readonly parameters: string;
}

export interface HeaderView {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

/** Headers that callers may set on any call, where the WSDL has them. */
const CALLER_HEADERS = [
  ["preferences", "How NetSuite treats this request."],
  ["searchPreferences", "Page size and extent of search results."],
  ["partnerInfo", "The partner id that Oracle gave to SuiteCloud partners."],
] as const;

/** The view of the client: one method for each operation. */
export function createClientView(
  shapes: Shapes,
  modules: ModulePaths,
): ClientView {
  const { schema } = shapes.index;
  const { operations } = schema.service;
  const used = new Set<string>();
  const headers = CALLER_HEADERS.flatMap(([name, comment]): HeaderView[] => {
    const element = operations
      .flatMap(({ input }) => input.headers)
      .map((each) => shapes.index.elements.get(each.element))
      .find((each) => each?.name === name);
    if (!element) return [];
    const type = shapeOf(shapes, element.type).name;
    used.add(type);
    return [{ name, type, comment }];
  });
  const views = operations.map((each) => operationView(shapes, each, used));
  return {
    version: formatVersion(schema.version),
    imports: modules.importsOfRoot(used),
    operations: views,
    headers,
  };
}

function operationView(
  shapes: Shapes,
  operation: Operation,
  used: Set<string>,
): OperationView {
  const typeOf = (element: string): ComplexType =>
    complexType(
      shapes.index,
      shapes.index.elements.get(element)?.type ?? element,
    );
  const request = typeOf(operation.input.element);
  const requestType = shapeOf(shapes, request.id).name;
  const responseType = shapeOf(
    shapes,
    typeOf(operation.output.element).id,
  ).name;
  used.add(requestType).add(responseType);
  const method = methodName(operation.name);
  const layout = (parameter: string, room: number): string =>
    layoutParameters(
      method,
      [parameter, "options?: CallOptions"],
      `: Promise<${responseType}>`,
      "  ",
      room,
    );
  const isEmpty =
    !request.abstract &&
    allElements(shapes.index, request).length === 0 &&
    allAttributes(shapes.index, request).length === 0;
  const faults = operation.faults.map(({ name }) => commentText(name));
  return {
    comment: layoutComment(
      [
        `SOAP operation \`${commentText(operation.name)}\`.`,
        commentText(operation.documentation ?? ""),
        faults.length === 0 ? "" : `Declared faults: ${faults.join(", ")}.`,
      ].filter((line) => line !== ""),
      "  ",
    ),
    name: method,
    literal: quote(operation.name),
    signature: layout(`request${isEmpty ? "?" : ""}: ${requestType}`, 1),
    sourceSignature: layout(
      `request: ${requestType}${isEmpty ? " = {}" : ""}`,
      2,
    ),
    parameters: `request${isEmpty ? " = {}" : ""}, options`,
  };
}

/** Members of every client, which an operation must not replace. */
const CLIENT_MEMBERS: ReadonlySet<string> = new Set([
  "adoptGovernanceLimit",
  "call",
  "close",
  "governor",
  "jobs",
  "records",
  "searches",
]);

/** An operation's name as a method of the client. */
function methodName(operation: string): string {
  if (CLIENT_MEMBERS.has(operation)) return `${operation}_`;
  return isIdentifier(operation) && operation !== "constructor"
    ? operation
    : `[${quote(operation)}]`;
}
