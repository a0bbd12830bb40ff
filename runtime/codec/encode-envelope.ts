import type { NetSuiteSchema } from "../codegen-v1/index.js";
import { writeFault } from "./encode-fault.js";
import { writeUnknownContent } from "./encode-unknown.js";
import type { Envelope } from "./envelope.js";
import { findNearest } from "./nearest.js";
import { Problems } from "./problems.js";
import { planOf, type SchemaPlan } from "./schema-plan.js";
import { unknownElements } from "./unknown-element.js";
import { ValueEncoder } from "./value-encoder.js";
import { XmlWriter } from "./xml-writer.js";

type Properties = Readonly<Record<string, unknown>>;

/**
 * Encodes values as a SOAP envelope, 1.1 unless `soapVersion` says 1.2.
 *
 * Where the body's element is the input of an operation, body and headers are checked against the schema: misspelt,
 * misplaced or missing properties, wrong types and values. There a null clears the field of a record: its name goes
 * to `nullFieldList`. Any other envelope is written as decoded, `$unknown` included, and null becomes `xsi:nil`.
 * Elements come in declared order whatever the order of keys; defaults are not written.
 *
 * @throws NetSuiteEncodeError with the path of the first problem; its message tells up to ten.
 */
export function encodeEnvelope(
  schema: NetSuiteSchema,
  envelope: Envelope,
): string {
  return prepareEnvelope(schema, envelope).finish({});
}

/** An envelope whose values are encoded, and that can be finished with further header elements, again and again. */
export interface PreparedEnvelope {
  /**
   * The text of the envelope with these header elements before its own.
   *
   * @throws NetSuiteEncodeError
   */
  readonly finish: (header: Properties) => string;
}

/**
 * Encodes an envelope all but some header elements, such as a signature that differs each time it is sent. The rules are
 * those of {@link encodeEnvelope}.
 *
 * @throws NetSuiteEncodeError
 */
export function prepareEnvelope(
  schema: NetSuiteSchema,
  envelope: Envelope,
): PreparedEnvelope {
  const encoder = new EnvelopeEncoder(planOf(schema), envelope);
  const parts = encoder.encodeParts();
  return { finish: (header) => encoder.finish(header, parts) };
}

/** What an envelope holds, as text: within its Header, where it has one, and after it. */
interface Parts {
  readonly header: string | undefined;
  readonly rest: string;
}

class EnvelopeEncoder {
  readonly #plan: SchemaPlan;
  readonly #envelope: Envelope;
  readonly #writer: XmlWriter;
  readonly #problems = new Problems();
  /** Whether an operation takes this envelope, which is then held to the schema. */
  readonly #strict: boolean;
  readonly #values: ValueEncoder;

  constructor(plan: SchemaPlan, envelope: Envelope) {
    this.#plan = plan;
    this.#envelope = envelope;
    this.#writer = new XmlWriter(plan, envelope.soapVersion ?? "1.1");
    this.#strict = presentKeys(envelope.body).some((key) =>
      plan.inputs.bodies.has(plan.globalKeyed(key)?.key ?? ""),
    );
    this.#values = new ValueEncoder(this.#writer, this.#problems, this.#strict);
  }

  /** Encodes all that the envelope was given with. */
  encodeParts(): Parts {
    const { header, body } = this.#envelope;
    const headerText = header && this.#encodeHeader(header);
    if (presentKeys(body).length === 0) {
      this.#problems.report("The envelope's body has no element");
    }
    this.#writer.text = "<soapenv:Body>";
    this.#writeGlobals(body, this.#plan.inputs.bodies);
    this.#writer.text += "</soapenv:Body>";
    this.#writeUnknown(this.#envelope);
    this.#problems.throwIfAny();
    return { header: headerText, rest: this.#writer.text };
  }

  /** Puts the parts together, with further header elements before the others. */
  finish(further: Properties, { header, rest }: Parts): string {
    const first = this.#encodeHeader(further);
    this.#problems.throwIfAny();
    const hasHeader = header !== undefined || first !== "";
    this.#writer.text = hasHeader
      ? `<soapenv:Header>${first}${header ?? ""}</soapenv:Header>${rest}`
      : rest;
    return this.#writer.finish();
  }

  #encodeHeader(header: Properties): string {
    this.#writer.text = "";
    this.#problems.enter("header");
    this.#writeGlobals(header, this.#plan.inputs.headers);
    this.#problems.leave();
    return this.#writer.text;
  }

  /** Writes global elements; of a strict envelope, only those that operations take there. */
  #writeGlobals(values: Properties, taken: ReadonlySet<string>): void {
    for (const key of presentKeys(values)) {
      if (key === "$unknown") continue;
      const element = this.#plan.globalKeyed(key);
      if (element && (!this.#strict || taken.has(element.key))) {
        this.#values.write(element, values[key]);
      } else if (key === "Fault" && !this.#strict) {
        writeFault(this.#writer, this.#problems, values[key], (detail) => {
          this.#writeGlobals(detail, taken);
        });
      } else {
        const nearest = findNearest(key, taken);
        this.#problems.report(
          `is no element that ${this.#strict ? "an operation takes here" : "the schema declares"}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
          key,
        );
      }
    }
    this.#writeUnknown(values);
  }

  #writeUnknown(values: object): void {
    const unknown = unknownElements(values);
    if (unknown.length === 0) return;
    if (this.#strict) {
      this.#problems.report(
        "cannot be sent: remove it from what is given to an operation",
        "$unknown",
      );
    } else writeUnknownContent(this.#writer, this.#problems, unknown);
  }
}

function presentKeys(values: Properties): string[] {
  return Object.keys(values).filter((key) => values[key] !== undefined);
}
