import type { SoapVersion } from "nsgen-runtime";
import type { Damage, Substitute } from "../injection/strike.js";

/** What a request is answered with: an envelope, another text, or something that a fault rule asks for. */
export type Answer = EnvelopeAnswer | TextAnswer | Substitute;

export interface EnvelopeAnswer {
  readonly kind: "envelope";
  readonly httpStatus: number;
  readonly soapVersion: SoapVersion;
  readonly xml: string;
  /** The session that its cookie names. */
  readonly sessionId: string;
  /** What a fault rule does to its bytes. */
  readonly damage: Damage | null;
}

export interface TextAnswer {
  readonly kind: "text";
  readonly httpStatus: number;
  readonly contentType: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A plain text, with a line end. */
export function plainText(
  httpStatus: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): TextAnswer {
  const contentType = "text/plain; charset=utf-8";
  return { kind: "text", httpStatus, contentType, text: `${text}\n`, headers };
}

/** A value as JSON. */
export function json(httpStatus: number, value: unknown): TextAnswer {
  return {
    kind: "text",
    httpStatus,
    contentType: "application/json; charset=utf-8",
    text: `${JSON.stringify(value, null, 2)}\n`,
  };
}
