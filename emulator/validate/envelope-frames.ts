import { SoapFault } from "../faults/soap-fault.js";
import { openElement } from "./content-frames.js";
import { qName } from "./explain.js";
import {
  IGNORED,
  isBlank,
  type Context,
  type Frame,
  type Tag,
} from "./frame.js";

const SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
const SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

/** Actors and roles that are whoever gets the message. */
const OURS = new Set([
  undefined,
  "",
  "http://schemas.xmlsoap.org/soap/actor/next",
  "http://www.w3.org/2003/05/soap-envelope/role/next",
  "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver",
]);

/** Begins a document: its root must be an Envelope of SOAP 1.1 or 1.2. */
export function openDocument(context: Context): Frame {
  return {
    ...NOTHING,
    open({ uri, local }) {
      if (local !== "Envelope")
        context.refuse(
          `org.xml.sax.SAXException: Bad envelope tag:  ${local}`,
          `a request begins with Envelope of ${SOAP_11}`,
          local,
        );
      if (uri !== SOAP_11 && uri !== SOAP_12)
        throw new SoapFault(
          null,
          null,
          `Version Mismatch [the Envelope is in ${uri === "" ? "no namespace" : `the namespace ${uri}`}: give ${SOAP_11}]`,
          { faultcode: "soapenv:VersionMismatch" },
        );
      return openEnvelope(context, uri);
    },
  };
}

const NOTHING = {
  step: "",
  text(): void {
    // Only white space can stand beside the root.
  },
  close(): void {
    // The frames that need something at their end say so themselves.
  },
};

function openEnvelope(context: Context, soap: string): Frame {
  let header = false;
  let body = false;
  const refuse = (tag: Tag, hint: string): never =>
    context.refuse(
      `org.xml.sax.SAXException: Bad envelope tag:  ${tag.local}`,
      hint,
      tag.local,
    );
  return {
    ...NOTHING,
    open(tag) {
      const { uri, local } = tag;
      if (uri === soap && local === "Header") {
        if (header || body)
          refuse(tag, "the Header comes once, before the Body");
        header = true;
        return openHeader(context, soap);
      }
      if (uri === soap && local === "Body") {
        if (body) refuse(tag, "the Body comes once");
        body = true;
        return openBody(context, soap);
      }
      // What SOAP 1.1 allows behind the Body, and nobody reads.
      if (body && soap === SOAP_11 && uri !== "" && uri !== soap)
        return IGNORED;
      return refuse(tag, "an Envelope has a Header, if any, and a Body");
    },
    text: refuseText(context, "Envelope"),
    close() {
      if (!body)
        context.refuse(
          "org.xml.sax.SAXException: no body in the envelope",
          "add a Body with the element of an operation",
        );
    },
  };
}

/**
 * The Header: elements of the schema are held against it, each once; others are ignored unless they must be
 * understood. An element that operations declare as their header, but in no namespace of the schema, is refused: no
 * endpoint that goes by namespaces would see it.
 */
function openHeader(context: Context, soap: string): Frame {
  const { schema } = context;
  const seen = new Set<string>();
  return {
    ...NOTHING,
    step: "header",
    open(tag) {
      const { uri, local } = tag;
      const element = schema.element(uri, local);
      if (element) {
        if (seen.has(local))
          refuseHeader(context, tag, `${local} may come once`);
        seen.add(local);
        return openElement(context, globalPlan(element.type, uri, local), tag, {
          step: local,
          mayShow: false,
          soap,
        });
      }
      context.checkVersion(uri);
      // Endpoints that have it no more say so themselves, or that it is one of two passports.
      if (local === "passport" && schema.elementsNamed(local).length === 0)
        return IGNORED;
      if (schema.namespace(uri))
        refuseHeader(
          context,
          tag,
          `the schema has no element ${local} there${placeOf(context, local)}`,
        );
      if (isHeaderOfOperations(context, local))
        refuseHeader(
          context,
          tag,
          `it is in ${uri === "" ? "no namespace" : `the namespace ${uri}`}${placeOf(context, local)}, or start the emulator leniently, which takes headers by their local name`,
        );
      checkUnderstood(tag, soap);
      return IGNORED;
    },
    text: refuseText(context, "Header"),
  };
}

function refuseHeader(context: Context, { local }: Tag, hint: string): never {
  context.refuse(
    `org.xml.sax.SAXException: ${local} not found on Header`,
    hint,
    local,
  );
}

function isHeaderOfOperations({ schema }: Context, local: string): boolean {
  return schema.facts.service.operations.some(({ input }) =>
    input.headers.some(
      ({ element }) => schema.elements[element]?.name === local,
    ),
  );
}

function checkUnderstood({ uri, local, attributes }: Tag, soap: string): void {
  const given = Object.values(attributes).filter((each) => each.uri === soap);
  const valueOf = (name: string): string | undefined =>
    given.find((each) => each.local === name)?.value.trim();
  const isForUs = OURS.has(valueOf(soap === SOAP_11 ? "actor" : "role"));
  if (!isForUs || !/^(?:1|true)$/.test(valueOf("mustUnderstand") ?? "")) return;
  throw new SoapFault(
    null,
    null,
    `Did not understand "MustUnderstand" header(s):${qName(uri, local)} [leave the header out, or its mustUnderstand]`,
    { faultcode: "soapenv:MustUnderstand" },
  );
}

function openBody(context: Context, soap: string): Frame {
  let operation: string | undefined;
  return {
    ...NOTHING,
    open(tag) {
      const { uri, local } = tag;
      if (operation !== undefined)
        context.refuse(
          `org.xml.sax.SAXException: Bad envelope tag:  ${local}`,
          `the Body holds one element, and has ${operation} already`,
          local,
        );
      operation = local;
      const element = context.schema.element(uri, local);
      if (!element || !isInput(context, element.index))
        return refuseOperation(context, tag, soap);
      return openElement(context, globalPlan(element.type, uri, local), tag, {
        step: local,
        mayShow: true,
      });
    },
    text: refuseText(context, "Body"),
    close() {
      if (operation === undefined)
        context.refuse(
          "org.xml.sax.SAXException: no element in the Body",
          "add the element of an operation",
        );
    },
  };
}

function isInput({ schema }: Context, index: number): boolean {
  return schema.facts.service.operations.some(
    ({ input }) => input.element === index,
  );
}

function refuseOperation(context: Context, tag: Tag, soap: string): never {
  const { uri, local } = tag;
  if (uri !== soap) context.checkVersion(uri);
  const hint =
    context.schema.element(uri, local) === undefined
      ? `no operation takes ${qName(uri, local)}${placeOf(context, local)}`
      : `${local} is of the schema, but no operation's request`;
  throw new SoapFault(null, null, `No such operation '${local}' [${hint}]`, {
    faultcode: "soapenv:Client",
  });
}

/** Where the schema has a global element of a name. */
function placeOf({ schema }: Context, local: string): string {
  const [found] = schema.elementsNamed(local);
  if (found) return `: declare ${local} in ${found.namespace.uri}`;
  const likeIt = schema.elements.find(
    ({ name }) => name.toLowerCase() === local.toLowerCase(),
  );
  return likeIt ? `: did you mean ${likeIt.name}?` : "";
}

function globalPlan(
  type: number,
  uri: string,
  name: string,
): Parameters<typeof openElement>[1] {
  return {
    name,
    uri,
    type,
    order: 0,
    minOccurs: 1,
    maxOccurs: 1,
    default: null,
  };
}

function refuseText(context: Context, name: string): (text: string) => void {
  return (text) => {
    if (!isBlank(text))
      context.refuse(
        `org.xml.sax.SAXException: #text not found on ${name}`,
        `${name} has elements, no text of its own: leave the text out`,
      );
  };
}
