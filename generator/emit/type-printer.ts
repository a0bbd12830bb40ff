import {
  builtIn,
  simpleType,
  type Attribute,
  type ComplexType,
  type Element,
  type Id,
  type SimpleType,
} from "../model/index.js";
import { aboutType, commentLines, wireNotes } from "./comments.js";
import {
  layoutAlias,
  layoutComment,
  layoutInterfaceHead,
  layoutProperty,
  propertyName,
  quote,
  type HeritageText,
  type PropertyType,
} from "./layout.js";
import {
  baseOf,
  NULL_FIELD_LIST,
  shapeOf,
  unionMembers,
  type Shape,
  type Shapes,
} from "./shapes.js";
import { builtInText, type TypeTextOptions } from "./type-text.js";
import type { DeclarationView } from "./types-view.js";

/** Prints the declarations of one module of types. */
export interface TypePrinter {
  enumeration(type: SimpleType): DeclarationView;
  complex(type: ComplexType): readonly DeclarationView[];
}

/** Makes a printer, which adds every name that it uses to `used`. */
export function createTypePrinter(
  shapes: Shapes,
  options: TypeTextOptions,
  used: Set<string>,
): TypePrinter {
  const { index } = shapes;
  const use = (name: string): string => {
    used.add(name);
    return name;
  };

  const known = new Map<Id, readonly string[]>();

  /** What a value of the declared type may be. */
  function alternatives(id: Id): readonly string[] {
    let found = known.get(id);
    if (!found) known.set(id, (found = findAlternatives(id)));
    return found;
  }

  function findAlternatives(id: Id): readonly string[] {
    const xsd = builtIn(id);
    if (xsd !== null) return [builtInText(xsd, options)];
    if (simpleType(index, id)) return [use(shapes.names.get(id) ?? "")];
    const { type, name } = shapeOf(shapes, id);
    if (type.abstract) return [use(name)];
    return [use(name), ...unionMembers(shapes, id).map(use)];
  }

  function single(id: Id): PropertyType {
    return { values: alternatives(id), isArray: false, isNullable: false };
  }

  function element(each: Element, shape: Shape): string {
    const isNullable = shape.isRecord && each.name !== NULL_FIELD_LIST;
    const isArray = each.maxOccurs !== 1;
    const values = alternatives(each.type);
    const head = `${propertyName(each.name)}${each.minOccurs === 0 ? "?" : ""}`;
    return memberText(
      commentLines(wireNotes(each), each.documentation),
      layoutProperty(head, { values, isArray, isNullable }),
    );
  }

  function attribute(each: Attribute): string {
    const name = propertyName(each.name);
    return memberText(
      commentLines(["attribute", ...wireNotes(each)], each.documentation),
      layoutProperty(`${name}${each.required ? "" : "?"}`, single(each.type)),
    );
  }

  function ownMembers(shape: Shape): string[] {
    const { type } = shape;
    const value =
      type.text === null
        ? []
        : [
            memberText(
              ["the element's text"],
              layoutProperty("$value", single(type.text)),
            ),
          ];
    return [
      ...value,
      ...type.attributes.map(attribute),
      ...type.elements.map((each) => element(each, shape)),
    ];
  }

  /** What the interface with the members extends. */
  function heritage(type: ComplexType): HeritageText | null {
    const base = baseOf(shapes, type);
    if (base === null) return null;
    const shape = shapeOf(shapes, base.id);
    const body = use(shape.bodyName);
    const hasType = !base.abstract && !shape.isRecord && shape.role !== "plain";
    return hasType
      ? { name: "Omit", typeArguments: [body, '"$type"'] }
      : extendsOnly(body);
  }

  function concrete(shape: Shape): DeclarationView[] {
    const { type, name, role, bodyName, memberName, isRecord } = shape;
    const tag = (optional: boolean): string =>
      `  $type${optional ? "?" : ""}: ${quote(name)};`;
    const about = aboutType(shapes, shape);
    const members = ownMembers(shape);
    const declarations: DeclarationView[] = [];
    const tags = role === "plain" ? [] : [tag(role === "both")];
    if (isRecord) {
      declarations.push(
        interfaceView(bodyName, heritage(type), members, [
          `The fields of {@link ${name}}, without \`$type\`.`,
        ]),
        interfaceView(name, extendsOnly(bodyName), tags, about),
      );
    } else {
      declarations.push(
        interfaceView(name, heritage(type), [...tags, ...members], about),
      );
    }
    if (role === "both") {
      declarations.push(
        interfaceView(
          memberName,
          extendsOnly(isRecord ? bodyName : name),
          [tag(false)],
          [
            `{@link ${name}} with the \`$type\` that it needs where a type above it is declared.`,
          ],
        ),
      );
    }
    return declarations;
  }

  return {
    enumeration(type) {
      const name = shapes.names.get(type.id) ?? type.name;
      const literals = [...new Set(type.values)].map(quote);
      return aliasView(
        name,
        literals.length > 0
          ? literals
          : [builtInText(builtIn(type.base) ?? "string", options)],
        commentLines([], type.documentation),
      );
    },
    complex(type) {
      const shape = shapeOf(shapes, type.id);
      if (!type.abstract) return concrete(shape);
      const members = unionMembers(shapes, type.id).map(use);
      return [
        interfaceView(shape.bodyName, heritage(type), ownMembers(shape), [
          `What every {@link ${shape.name}} has.`,
        ]),
        aliasView(shape.name, members.length > 0 ? members : ["never"], [
          `Declared abstract: \`$type\` says which of these a value is.`,
          ...commentLines([], type.documentation),
        ]),
      ];
    },
  };
}

function extendsOnly(name: string): HeritageText {
  return { name, typeArguments: [] };
}

function memberText(comment: readonly string[], property: string): string {
  return comment.length === 0
    ? property
    : `${layoutComment(comment, "  ")}\n${property}`;
}

function interfaceView(
  name: string,
  base: HeritageText | null,
  members: readonly string[],
  comment: readonly string[],
): DeclarationView {
  return {
    comment: layoutComment(comment, ""),
    head: layoutInterfaceHead(name, base, members.length === 0),
    members: members.join("\n"),
  };
}

function aliasView(
  name: string,
  alternatives: readonly string[],
  comment: readonly string[],
): DeclarationView {
  return {
    comment: layoutComment(comment, ""),
    head: layoutAlias(name, alternatives),
    members: "",
  };
}
