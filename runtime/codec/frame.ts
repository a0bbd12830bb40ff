import type { SchemaPlan } from "./schema-plan.js";
import type { XmlAttribute } from "./xml-attribute.js";

/** An element that is being read. */
export interface Frame {
  /** Its step in a path, such as `record[3]`; empty for the envelope's own elements. */
  readonly step: string;
  /** A child begins: what it returns takes over until the child ends. */
  open(uri: string, local: string, attributes: readonly XmlAttribute[]): Frame;
  text(text: string): void;
  close(): void;
}

/** What every frame of one message shares. */
export interface DecodeContext {
  readonly plan: SchemaPlan;
  /** The name that a QName in an attribute of the element that is being opened stands for; undefined where it is no name, or its prefix is bound to nothing. */
  resolve(qname: string): { uri: string; local: string } | undefined;
  /** Throws where a namespace is this schema's, but of another endpoint version. */
  checkVersion(uri: string): void;
  /** Throws a NetSuiteDecodeError with the path and the position. */
  fail(message: string): never;
}
