import type {
  GlobalElementDescriptor,
  NamespaceDescriptor,
} from "./descriptor.js";
import type { ElementTable } from "./elements.js";
import {
  createSearch,
  findGroup,
  localName,
  placeLines,
  placesOf,
} from "./line-groups.js";
import {
  BUILT_INS,
  FIRST_DECLARED,
  unescapeToken,
  type BuiltIn,
  type Sections,
} from "./text.js";

/** A type of the schema, read from its line on first use. */
export type TypeDescriptor = ComplexDescriptor | SimpleDescriptor;

/** A complexType with what it declares itself. */
export interface ComplexDescriptor {
  readonly kind: "complex";
  readonly index: number;
  readonly name: string;
  /** The TypeScript name: the value of `$type`. */
  readonly typeName: string;
  readonly namespace: NamespaceDescriptor;
  readonly abstract: boolean;
  readonly base: number | null;
  /** The simple type of its text, for simpleContent. */
  readonly text: number | null;
  readonly elements: readonly ElementDescriptor[];
  readonly attributes: readonly AttributeDescriptor[];
  readonly documentation: string | null;
}

/** An enumeration, or one of XML Schema's own types. */
export interface SimpleDescriptor {
  readonly kind: "simple";
  readonly index: number;
  readonly name: string;
  readonly typeName: string;
  /** Null for XML Schema's own types. */
  readonly namespace: NamespaceDescriptor | null;
  /** The type of XML Schema that its text is read as. */
  readonly builtIn: BuiltIn;
  /** The values of an enumeration, or null. */
  readonly values: readonly string[] | null;
  readonly documentation: string | null;
}

export interface ElementDescriptor {
  readonly name: string;
  readonly namespace: NamespaceDescriptor;
  /** The global element that it refers to, or null. */
  readonly ref: GlobalElementDescriptor | null;
  readonly type: number;
  readonly minOccurs: number;
  /** null is unbounded. */
  readonly maxOccurs: number | null;
  readonly default: string | null;
  readonly documentation: string | null;
}

export interface AttributeDescriptor {
  readonly name: string;
  readonly type: number;
  readonly required: boolean;
  readonly default: string | null;
  readonly documentation: string | null;
}

/** Look-up of types. */
export interface TypeTable {
  /** Declared types have the indices from `firstType` to `typeCount - 1`. */
  readonly typeCount: number;
  readonly firstType: number;
  /** The type of an index; throws for an index that the schema does not have. */
  type(index: number): TypeDescriptor;
  /** The type of a namespace and local name, or undefined. */
  typeNamed(uri: string, local: string): TypeDescriptor | undefined;
  /** The complexType whose `$type` is this, or undefined. */
  typeOf(typeName: string): ComplexDescriptor | undefined;
}

/** Makes the look-up from a descriptor's sections; no type is read yet. */
export function createTypes(
  sections: Sections,
  namespaces: readonly NamespaceDescriptor[],
  elements: ElementTable,
): TypeTable {
  const groups = placeLines(sections.types, namespaces, FIRST_DECLARED);
  const last = groups.at(-1);
  const typeCount = last ? last.first + last.lines.length : FIRST_DECLARED;
  const names = readPairs(sections.names);
  const documentation = readPairs(sections.documentation);
  const read: (TypeDescriptor | undefined)[] = BUILT_INS.map(describeBuiltIn);
  const byTypeName = new Map<string, number>();
  for (const [index, name] of names) byTypeName.set(name, index);
  const search = createSearch(groups, ["", "!"]);

  function type(index: number): TypeDescriptor {
    return (read[index] ??= describeType(index));
  }

  function describeType(index: number): TypeDescriptor {
    const group = findGroup(groups, index);
    const line = group?.lines[index - group.first];
    if (!group || line === undefined)
      throw new Error(`The descriptor has no type ${index}.`);
    const { namespace } = group;
    const [head = "", base = "-", ...rest] = line.split(" ");
    const name = localName(head);
    const typeName = names.get(index) ?? name;
    const text = documentation.get(index) ?? null;
    if (head.startsWith("~")) {
      return {
        kind: "simple",
        index,
        name,
        typeName,
        namespace,
        // formatDescriptor writes only indices of built-in types here.
        builtIn: BUILT_INS[parseInt(base, 36)] as BuiltIn,
        values: rest.map(unescapeToken),
        documentation: text,
      };
    }
    const own: ElementDescriptor[] = [];
    const attributes: AttributeDescriptor[] = [];
    for (const each of rest) {
      const member = sections.members[parseInt(each, 36)] ?? "";
      const described = describeMember(member, namespace, elements);
      if ("required" in described) attributes.push(described);
      else own.push(described);
    }
    return {
      kind: "complex",
      index,
      name,
      typeName,
      namespace,
      abstract: head.startsWith("!"),
      base: base === "-" || base.startsWith("=") ? null : parseInt(base, 36),
      text: base.startsWith("=") ? parseInt(base.slice(1), 36) : null,
      elements: own,
      attributes,
      documentation: text,
    };
  }

  return {
    firstType: FIRST_DECLARED,
    typeCount,
    type,
    typeNamed(uri, local) {
      const group = groups.find(({ namespace }) => namespace.uri === uri);
      const index = group && placesOf(group).get(local);
      return index === undefined ? undefined : type(index);
    },
    typeOf(typeName) {
      let index = byTypeName.get(typeName);
      if (index === undefined) {
        // Another TypeScript name hides the one that a type has in its schema.
        index = search(typeName).find((place) => !names.has(place));
        if (index === undefined) return undefined;
        byTypeName.set(typeName, index);
      }
      const found = type(index);
      return found.kind === "complex" ? found : undefined;
    },
  };
}

function readPairs(lines: readonly string[]): Map<number, string> {
  return new Map(
    lines.map((line) => {
      const [index = "", text = ""] = line.split(" ");
      return [parseInt(index, 36), unescapeToken(text)];
    }),
  );
}

function describeBuiltIn(name: BuiltIn, index: number): SimpleDescriptor {
  return {
    kind: "simple",
    index,
    name,
    typeName: name,
    namespace: null,
    builtIn: name,
    values: null,
    documentation: null,
  };
}

function describeMember(
  line: string,
  namespace: NamespaceDescriptor,
  elements: ElementTable,
): ElementDescriptor | AttributeDescriptor {
  const [name = "", type = "", occurs = "", preset = "-", text = "-"] =
    line.split(" ");
  const standard = preset === "-" ? null : unescapeToken(preset);
  const documentation = text === "-" ? null : unescapeToken(text);
  if (occurs.startsWith("@")) {
    return {
      name: unescapeToken(name),
      type: parseInt(type, 36),
      required: occurs === "@!",
      default: standard,
      documentation,
    };
  }
  const ref = name.startsWith("&")
    ? (elements.at(parseInt(name.slice(1), 36)) ?? null)
    : null;
  const { minOccurs, maxOccurs } = OCCURS[occurs] ?? parseOccurs(occurs);
  return {
    name: ref?.name ?? unescapeToken(name),
    namespace: ref?.namespace ?? namespace,
    ref,
    type: ref?.type ?? parseInt(type, 36),
    minOccurs,
    maxOccurs,
    default: standard,
    documentation,
  };
}

interface Occurs {
  readonly minOccurs: number;
  /** null is unbounded. */
  readonly maxOccurs: number | null;
}

const OCCURS: Readonly<Record<string, Occurs>> = {
  "?": { minOccurs: 0, maxOccurs: 1 },
  "1": { minOccurs: 1, maxOccurs: 1 },
  "*": { minOccurs: 0, maxOccurs: null },
  "+": { minOccurs: 1, maxOccurs: null },
};

function parseOccurs(code: string): Occurs {
  const [min = "0", max = ""] = code.split("-");
  return {
    minOccurs: Number(min),
    maxOccurs: max === "" ? null : Number(max),
  };
}
