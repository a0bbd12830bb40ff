import { builtIn, type Attribute, type Element } from "../model/index.js";
import { commentText } from "./layout.js";
import { schemaBrowserUrl } from "./schema-browser.js";
import type { Shape, Shapes } from "./shapes.js";

/** What the TypeScript type does not say of the wire. */
export function wireNotes(member: Element | Attribute): readonly string[] {
  const notes: string[] = [];
  const xsd = builtIn(member.type);
  if (xsd !== null && xsd !== "string" && xsd !== "boolean") notes.push(xsd);
  if (member.kind === "element" && (member.maxOccurs ?? 1) > 1) {
    notes.push(`at most ${member.maxOccurs ?? ""}`);
  }
  if (member.default !== null) notes.push(`default ${member.default}`);
  return notes;
}

/** The lines of a comment: notes on one, the schema's own words on another. Empty where there is nothing to say. */
export function commentLines(
  notes: readonly string[],
  documentation: string | null,
): readonly string[] {
  // Most members have neither.
  if (notes.length === 0 && documentation === null) return [];
  return [notes.join(", "), documentation ?? ""]
    .map(commentText)
    .filter((line) => line !== "");
}

/** The comment of a complexType's interface. */
export function aboutType(shapes: Shapes, shape: Shape): readonly string[] {
  const url = schemaBrowserUrl(shapes, shape);
  const { documentation, name } = shape.type;
  return [
    ...commentLines([], documentation),
    ...(shape.name === name ? [] : [`\`${commentText(name)}\` on the wire.`]),
    ...(url === null ? [] : [`@see ${url}`]),
  ];
}
