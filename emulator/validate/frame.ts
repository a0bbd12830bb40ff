import type { SaxesTagNS } from "saxes";
import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import type { TypePlans } from "./type-plan.js";

/** An element with its namespace and attributes, as saxes gives it. */
export type Tag = SaxesTagNS;

/** An open element. Any method throws a SoapFault where the request is not valid. */
export interface Frame {
  /** Its step in paths; empty for those of SOAP that say nothing to a reader. */
  readonly step: string;
  /** Begins a child. */
  open(tag: Tag): Frame;
  /** Takes character data; one text may come in pieces. */
  text(text: string): void;
  close(): void;
}

/** What frames need of the document that is read. */
export interface Context {
  readonly schema: NetSuiteSchema;
  readonly plans: TypePlans;
  /** The namespace of a prefix where the element that is being opened stands, or undefined; `""` is the default one. */
  resolve(prefix: string): string | undefined;
  /**
   * Refuses the request.
   *
   * `fault` is what Axis would say. `hint` says to a person what to do about it; `step` is the path's last one, where it
   * is not that of an open element.
   */
  refuse(fault: string, hint: string, step?: string): never;
  /** Refuses the request where a namespace is one of the schema's, but of another endpoint version. */
  checkVersion(uri: string): void;
}

/** An element whose content does not matter. */
export const IGNORED: Frame = {
  step: "",
  open: () => IGNORED,
  text() {
    // Whatever stands in it, nobody reads it.
  },
  close() {
    // It has nothing to say.
  },
};

/** Namespaces that messages use beside those of the schema. */
export const XSI = "http://www.w3.org/2001/XMLSchema-instance";
export const XSD = "http://www.w3.org/2001/XMLSchema";
export const XMLNS = "http://www.w3.org/2000/xmlns/";

/** Whether a text is only XML's white space. */
export function isBlank(text: string): boolean {
  return !/[^ \t\r\n]/.test(text);
}
