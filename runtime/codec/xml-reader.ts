/** An attribute that is no namespace declaration; `uri` is empty where it has no namespace. */
export interface XmlAttribute {
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

/** What takes the events of a document, in order. Any method may throw to stop the reading. */
export interface XmlHandler {
  open(uri: string, local: string, attributes: readonly XmlAttribute[]): void;
  /** Character data; one text may come in several pieces. */
  text(text: string): void;
  close(): void;
}

/**
 * The seam between XML and values: whatever reads documents implements it, and the decoder knows nothing else of XML.
 *
 * A reader is for one document.
 */
export interface XmlReader {
  /** Reads the whole document; throws NetSuiteDecodeError where it is not well-formed. */
  read(handler: XmlHandler): void;
  /** The namespace of a prefix where the element that is being opened stands; `""` is the default namespace. */
  resolve(prefix: string): string | undefined;
  /** Line of what is being read, from 1. */
  readonly line: number;
  /** Column of what is being read, from 1. */
  readonly column: number;
}

/** What is said of a page that came instead of an envelope. */
export const HTML_PAGE =
  "The message is an HTML page, not a SOAP envelope: the host is not a SuiteTalk endpoint, is being maintained, or a proxy answered in its place";
