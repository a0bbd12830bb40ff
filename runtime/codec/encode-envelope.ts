import type { NetSuiteSchema } from "../codegen-v1/index.js";
import { NetSuiteEncodeError } from "../errors/index.js";
import { concatUtf8 } from "./concat-utf8.js";
import { writeFault } from "./encode-fault.js";
import {
  writeUnknownAttributes,
  writeUnknownContent,
} from "./encode-unknown.js";
import type { Envelope } from "./envelope.js";
import { describeValue } from "./explain-simple.js";
import { findNearest } from "./nearest.js";
import { Problems } from "./problems.js";
import { isProperties, type Properties } from "./properties.js";
import { planOf, type SchemaPlan } from "./schema-plan.js";
import { unknownElements } from "./unknown-element.js";
import { ValueEncoder } from "./value-encoder.js";
import { XmlWriter } from "./xml-writer.js";

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
  return encodePieces(schema, envelope).join("");
}

/**
 * As {@link encodeEnvelope}, in UTF-8: what is sent, without making one text of it first.
 *
 * @throws NetSuiteEncodeError with the path of the first problem; its message tells up to ten.
 */
export function encodeEnvelopeBytes(
  schema: NetSuiteSchema,
  envelope: Envelope,
): Uint8Array {
  return concatUtf8(encodePieces(schema, envelope));
}

function encodePieces(
  schema: NetSuiteSchema,
  envelope: Envelope,
): readonly string[] {
  const encoder = new EnvelopeEncoder(planOf(schema), envelope);
  return encoder.finish({}, encoder.encodeParts());
}

/** An envelope whose values are encoded, and that can be finished with further header elements, again and again. */
export interface PreparedEnvelope {
  /**
   * The envelope with these header elements before its own, in UTF-8.
   *
   * @throws NetSuiteEncodeError
   */
  readonly finish: (header: Properties) => Uint8Array;
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
  return { finish: (header) => concatUtf8(encoder.finish(header, parts)) };
}

/** What an envelope holds, as text; `attributes` are those that the Envelope and the Header were decoded with. */
interface Parts {
  readonly attributes: string;
  readonly header:
    { readonly attributes: string; readonly content: string } | undefined;
  readonly rest: readonly string[];
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
    if (!isProperties(envelope.body)) {
      throw new NetSuiteEncodeError(
        `The envelope's body expects an object, found ${describeValue(envelope.body)}`,
      );
    }
    this.#plan = plan;
    this.#envelope = envelope;
    this.#writer = new XmlWriter(plan, envelope.soapVersion ?? "1.1");
    this.#strict = elementKeys(envelope.body).some((key) =>
      plan.inputs.bodies.has(plan.globalKeyed(key)?.key ?? ""),
    );
    this.#values = new ValueEncoder(this.#writer, this.#problems, this.#strict);
  }

  /** Encodes all that the envelope was given with. */
  encodeParts(): Parts {
    const { header, body } = this.#envelope;
    const parts = {
      attributes: this.#encodeAttributes(this.#envelope),
      header: header && {
        attributes: this.#encodeAttributes(header),
        content: this.#encodeHeader(header),
      },
      rest: this.#encodeBody(body),
    };
    this.#problems.throwIfAny();
    return parts;
  }

  /** Puts the parts together, with further header elements before the others. */
  finish(
    further: Properties,
    { attributes, header, rest }: Parts,
  ): readonly string[] {
    const first = this.#encodeHeader(further);
    this.#problems.throwIfAny();
    if (!header && first === "") return this.#writer.finish(attributes, rest);
    const whole = `<soapenv:Header${header?.attributes ?? ""}>${first}${header?.content ?? ""}</soapenv:Header>`;
    return this.#writer.finish(attributes, [whole, ...rest]);
  }

  #encodeHeader(header: Properties): string {
    this.#problems.enter("header");
    if (isProperties(header)) {
      this.#writeGlobals(header, this.#plan.inputs.headers);
    } else {
      this.#problems.report(
        `expects an object, found ${describeValue(header)}`,
      );
    }
    this.#problems.leave();
    return this.#writer.take().join("");
  }

  /** The Body, and what follows it. */
  #encodeBody(body: Properties): readonly string[] {
    const elements = elementKeys(body);
    if (elements.length === 0 && unknownElements(body).length === 0) {
      this.#problems.report("The envelope's body has no element");
    } else if (this.#strict && elements.length > 1) {
      this.#problems.report(
        `The envelope's body has ${elements.length} elements, ${elements.join(", ")}: a request has one`,
      );
    }
    const attributes = this.#encodeAttributes(body);
    this.#writer.text += `<soapenv:Body${attributes}>`;
    this.#writeGlobals(body, this.#plan.inputs.bodies);
    this.#writer.text += "</soapenv:Body>";
    this.#writeUnknown(this.#envelope);
    return this.#writer.take();
  }

  /** The attributes in the `$unknown` of one of SOAP's own elements. */
  #encodeAttributes(values: object): string {
    if (this.#strict) return "";
    const unknown = unknownElements(values);
    writeUnknownAttributes(this.#writer, this.#problems, unknown);
    return this.#writer.take().join("");
  }

  /** Writes global elements; of a strict envelope, only those that operations take there. */
  #writeGlobals(values: Properties, taken: ReadonlySet<string>): void {
    for (const key of elementKeys(values)) {
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
        "cannot be sent: withoutUnknown() gives a copy that has none",
        "$unknown",
      );
    } else writeUnknownContent(this.#writer, this.#problems, unknown);
  }
}

/** The keys of the global elements among the values of a header, body or detail. */
function elementKeys(values: Properties): string[] {
  return Object.keys(values).filter(
    (key) => key !== "$unknown" && values[key] !== undefined,
  );
}
