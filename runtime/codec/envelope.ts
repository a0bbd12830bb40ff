import type { UnknownElement } from "./unknown-element.js";

/** SOAP version of an envelope. NetSuite speaks 1.1. */
export type SoapVersion = "1.1" | "1.2";

/**
 * A SOAP envelope as values.
 *
 * Header and body are keyed by the local names of the schema's global elements, or by `{uri}local` where two namespaces
 * declare the same local name. A fault is `body.Fault`, see {@link Fault}.
 */
export interface Envelope {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Default `1.1`. */
  readonly soapVersion?: SoapVersion;
}

/** What a message held. `header` is there when the message had a SOAP Header. */
export interface DecodedEnvelope extends Envelope {
  readonly header?: Record<string, unknown>;
  readonly body: Record<string, unknown>;
  readonly soapVersion: SoapVersion;
  /** The attributes of the Envelope, and what stood in it beside Header and Body. */
  readonly $unknown?: readonly UnknownElement[];
}

/**
 * A SOAP fault, in SOAP 1.1's terms for both versions.
 *
 * Of SOAP 1.2, Code/Value is `faultcode`, the first Reason/Text `faultstring`, Role `faultactor`, Detail `detail`;
 * Subcode, Node and further Texts are in `$unknown`. The language of a SOAP 1.1 faultstring is there as
 * `faultstring/@{http://www.w3.org/XML/1998/namespace}lang`.
 */
export interface Fault {
  /** A qualified name as sent, such as `soapenv:Server.userException`. */
  readonly faultcode?: string;
  readonly faultstring?: string;
  readonly faultactor?: string;
  /** Typed fault elements under their local names; others, such as Axis' `hostname`, in its `$unknown`. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly $unknown?: readonly UnknownElement[];
}
