/** An attribute that is no namespace declaration; `uri` is empty where it has no namespace. */
export interface XmlAttribute {
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}
