import { SaxesParser } from "saxes";
import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { SoapFault } from "../faults/soap-fault.js";
import { openDocument } from "./envelope-frames.js";
import type { Context, Frame } from "./frame.js";
import { otherVersion } from "./other-version.js";
import { readText } from "./read-text.js";
import { plansOf } from "./type-plan.js";

/** The deepest nesting of elements that is read: as deep as the codec reads. */
const MAX_DEPTH = 1000;

/**
 * What an endpoint that holds requests to its XSDs answers to one that breaks them: the first thing that is wrong, as
 * the fault that Axis would give, with a hint in brackets. Null for a valid request.
 *
 * Beyond what the XSDs say, a request must be one envelope of SOAP 1.1 or 1.2 without DOCTYPE and processing
 * instructions, whose Body holds the element of an operation; header blocks may have SOAP's own attributes.
 */
export function validateRequest(
  schema: NetSuiteSchema,
  request: Uint8Array | string,
): SoapFault | null {
  try {
    validate(schema, request);
    return null;
  } catch (error) {
    if (error instanceof SoapFault) return error;
    throw error;
  }
}

function validate(schema: NetSuiteSchema, request: Uint8Array | string): void {
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
  });
  const refuseXml = (reason: string): never => {
    throw new SoapFault(
      null,
      null,
      `org.xml.sax.SAXParseException; lineNumber: ${parser.line}; columnNumber: ${Math.max(1, parser.column)}; ${reason}`,
    );
  };
  const open: Frame[] = [];
  const context: Context = {
    schema,
    plans: plansOf(schema),
    resolve: (prefix) => parser.resolve(prefix),
    refuse(fault, hint, step = "") {
      const path = [...[...open, frame].map((each) => each.step), step]
        .filter((each) => each !== "")
        .join(".");
      const place = `line ${parser.line}`;
      throw new SoapFault(
        null,
        null,
        `${fault} [${path === "" ? place : `${path}, ${place}`}: ${hint}]`,
      );
    },
    checkVersion(uri) {
      const version = otherVersion(schema, uri);
      if (version === null) return;
      throw new SoapFault(
        "invalidVersionFault",
        "INVALID_WS_VERSION",
        `The request is of endpoint version ${version}, this endpoint of ${schema.version} [line ${parser.line}: send it to NetSuitePort_${version}, or use a client for ${schema.version}; the namespace is ${uri}]`,
      );
    },
  };
  let frame = openDocument(context);
  parser.on("error", (error) => refuseXml(error.message));
  parser.on("doctype", () =>
    refuseXml("DOCTYPE is disallowed: leave it out, SOAP has none."),
  );
  parser.on("processinginstruction", () =>
    context.refuse(
      "org.xml.sax.SAXException: Processing instructions are not allowed within SOAP messages",
      "leave it out",
    ),
  );
  parser.on("opentag", (tag) => {
    if (open.length > MAX_DEPTH)
      refuseXml(`Elements nest deeper than ${MAX_DEPTH}.`);
    const child = frame.open(tag);
    open.push(frame);
    frame = child;
  });
  parser.on("text", (text) => {
    frame.text(text);
  });
  parser.on("cdata", (text) => {
    frame.text(text);
  });
  parser.on("closetag", () => {
    frame.close();
    // Each closed element was opened by the frame below it.
    frame = open.pop() as Frame;
  });
  parser.write(decode(request, refuseXml)).close();
}

function decode(
  request: Uint8Array | string,
  refuse: (reason: string) => never,
): string {
  try {
    return readText(request);
  } catch {
    return refuse(
      "The bytes are no text in the charset of the XML declaration, UTF-8 where it names none.",
    );
  }
}
