import { createId } from "../model/query.js";
import type { ComplexType, Id, Namespace } from "../model/schema.js";
import type { Declarations } from "./declarations.js";
import { PLEASE_REPORT } from "./vocabulary.js";
import { report, type XmlElement } from "./xml/xml-element.js";

/** SuiteTalk's types have one or two; a hostile chain would make every look-up along it slow. */
const MAX_BASES = 256;

/** Reports what can be seen only with all types at hand: extensions in a circle or of a text type, and names that a type has twice. */
export function checkTypes(
  namespaces: readonly Namespace[],
  { types, problems }: Declarations,
): void {
  const byId = new Map<Id, ComplexType>();
  for (const { types } of namespaces)
    for (const each of types)
      if (each.kind === "complexType") byId.set(each.id, each);
  const inCircle = new Set<ComplexType>();

  const reportAt = (element: XmlElement | undefined, what: string): void => {
    if (element) report(problems, element, what, PLEASE_REPORT);
  };
  for (const { uri, types: declared } of namespaces) {
    for (const type of declared) {
      if (type.kind !== "complexType") continue;
      const element = types.get(createId(uri, type.name));
      const line = lineageOf(type, byId);
      if (line === null) {
        // One report for each circle, not for each type in it or above it.
        const circle = circleOf(type, byId);
        if (circle.some((each) => inCircle.has(each))) continue;
        for (const each of circle) inCircle.add(each);
        reportAt(
          element,
          `complexTypes extend each other in a circle: ${circle.map((each) => each.name).join(", ")}`,
        );
        continue;
      }
      if (line.length > MAX_BASES) {
        reportAt(element, `${type.name} extends more than ${MAX_BASES} types`);
        continue;
      }
      const texts = line.slice(1).filter((each) => each.text !== null);
      if (texts.length > 0)
        reportAt(
          element,
          `nsgen does not know a complexContent extension of a simpleContent type (${type.name} of ${texts[0]?.name ?? ""})`,
        );
      const twice = firstTwice(line);
      if (twice !== null) reportAt(element, `${type.name} has ${twice} twice`);
    }
  }
}

/** The type and its bases, cut beyond the most that are allowed; null where they go in a circle. */
function lineageOf(
  type: ComplexType,
  byId: ReadonlyMap<Id, ComplexType>,
): readonly ComplexType[] | null {
  const line = [type];
  for (let at = baseOf(type, byId); at; at = baseOf(at, byId)) {
    if (line.includes(at)) return null;
    line.push(at);
    if (line.length > MAX_BASES) break;
  }
  return line;
}

/** The types of the circle that a type's bases end in. */
function circleOf(
  type: ComplexType,
  byId: ReadonlyMap<Id, ComplexType>,
): readonly ComplexType[] {
  const line: ComplexType[] = [];
  let at: ComplexType | undefined = type;
  while (at && !line.includes(at)) {
    line.push(at);
    at = baseOf(at, byId);
  }
  return at ? line.slice(line.indexOf(at)) : [];
}

function baseOf(
  type: ComplexType,
  byId: ReadonlyMap<Id, ComplexType>,
): ComplexType | undefined {
  return type.base === null ? undefined : byId.get(type.base);
}

/** The first name that a type declares although it or one of its bases has it already. */
function firstTwice(line: readonly ComplexType[]): string | null {
  const [type, ...bases] = line;
  const names = new Set<string>();
  for (const { elements, attributes } of bases)
    for (const members of [elements, attributes])
      for (const { name } of members) names.add(name);
  for (const members of [type?.elements ?? [], type?.attributes ?? []])
    for (const { kind, name } of members) {
      if (names.has(name) && name !== "") return `${kind} ${name}`;
      names.add(name);
    }
  return null;
}
