import type {
  GlobalElementDescriptor,
  NamespaceDescriptor,
} from "./descriptor.js";
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

interface TypeLine {
  readonly line: string;
  readonly namespace: NamespaceDescriptor;
}

/** Makes the look-up from a descriptor's sections; no type is read yet. */
export function createTypes(
  sections: Sections,
  namespaces: readonly NamespaceDescriptor[],
  elements: readonly GlobalElementDescriptor[],
): TypeTable {
  const lines = placeTypes(sections.types, namespaces);
  const names = readPairs(sections.names);
  const documentation = readPairs(sections.documentation);
  const read: (TypeDescriptor | undefined)[] = BUILT_INS.map(describeBuiltIn);
  let byWireName: Map<string, number> | undefined;
  let byTypeName: Map<string, number> | undefined;

  function type(index: number): TypeDescriptor {
    const known = read[index];
    if (known) return known;
    const at = lines[index - FIRST_DECLARED];
    if (!at) throw new Error(`The descriptor has no type ${index}.`);
    const described = describeType(index, at);
    read[index] = described;
    return described;
  }

  function describeType(index: number, at: TypeLine): TypeDescriptor {
    const { namespace } = at;
    const [head = "", base = "-", ...rest] = at.line.split(" ");
    const name = localName(head);
    const common = {
      index,
      name,
      typeName: names.get(index) ?? name,
      documentation: documentation.get(index) ?? null,
    };
    if (head.startsWith("~")) {
      return {
        kind: "simple",
        ...common,
        namespace,
        // formatDescriptor writes only indices of built-in types here.
        builtIn: BUILT_INS[parseInt(base, 36)] as BuiltIn,
        values: rest.map(unescapeToken),
      };
    }
    const lines = sections.members;
    const members = rest.map((each) =>
      describeMember(lines[parseInt(each, 36)] ?? "", namespace, elements),
    );
    return {
      kind: "complex",
      ...common,
      namespace,
      abstract: head.startsWith("!"),
      base: base === "-" || base.startsWith("=") ? null : parseInt(base, 36),
      text: base.startsWith("=") ? parseInt(base.slice(1), 36) : null,
      elements: members.filter((each) => "minOccurs" in each),
      attributes: members.filter((each) => "required" in each),
    };
  }

  function placeTypeNames(): Map<string, number> {
    const places = new Map<string, number>();
    for (let at = 0; at < lines.length; at++) {
      // at < lines.length, so the line is there.
      const { line } = lines[at] as TypeLine;
      if (line.startsWith("~")) continue;
      const index = at + FIRST_DECLARED;
      const name =
        names.get(index) ?? localName(line.slice(0, line.indexOf(" ")));
      places.set(name, index);
    }
    return places;
  }

  return {
    firstType: FIRST_DECLARED,
    typeCount: FIRST_DECLARED + lines.length,
    type,
    typeNamed(uri, local) {
      byWireName ??= new Map(
        lines.map(({ line, namespace }, at) => [
          `${namespace.uri} ${localName(line.slice(0, line.indexOf(" ")))}`,
          at + FIRST_DECLARED,
        ]),
      );
      const index = byWireName.get(`${uri} ${local}`);
      return index === undefined ? undefined : type(index);
    },
    typeOf(typeName) {
      const index = (byTypeName ??= placeTypeNames()).get(typeName);
      const found = index === undefined ? undefined : type(index);
      return found?.kind === "complex" ? found : undefined;
    },
  };
}

function placeTypes(
  lines: readonly string[],
  namespaces: readonly NamespaceDescriptor[],
): TypeLine[] {
  const placed: TypeLine[] = [];
  let namespace = namespaces[0];
  for (const line of lines) {
    if (line.startsWith("@")) namespace = namespaces[Number(line.slice(1))];
    else if (namespace) placed.push({ line, namespace });
  }
  return placed;
}

function readPairs(lines: readonly string[]): Map<number, string> {
  return new Map(
    lines.map((line) => {
      const [index = "", text = ""] = line.split(" ");
      return [parseInt(index, 36), unescapeToken(text)];
    }),
  );
}

function localName(head: string): string {
  const isMarked = head.startsWith("!") || head.startsWith("~");
  return unescapeToken(isMarked ? head.slice(1) : head);
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
  elements: readonly GlobalElementDescriptor[],
): ElementDescriptor | AttributeDescriptor {
  const [name = "", type = "", occurs = "", ...rest] = line.split(" ");
  const [preset, documentation] = rest.map((each) =>
    each === "-" ? null : unescapeToken(each),
  );
  const common = {
    default: preset ?? null,
    documentation: documentation ?? null,
  };
  if (occurs.startsWith("@")) {
    return {
      name: unescapeToken(name),
      type: parseInt(type, 36),
      required: occurs === "@!",
      ...common,
    };
  }
  const ref = name.startsWith("&")
    ? (elements[parseInt(name.slice(1), 36)] ?? null)
    : null;
  return {
    name: ref?.name ?? unescapeToken(name),
    namespace: ref?.namespace ?? namespace,
    ref,
    type: ref?.type ?? parseInt(type, 36),
    ...parseOccurs(occurs),
    ...common,
  };
}

function parseOccurs(code: string): {
  minOccurs: number;
  maxOccurs: number | null;
} {
  switch (code) {
    case "?":
      return { minOccurs: 0, maxOccurs: 1 };
    case "1":
      return { minOccurs: 1, maxOccurs: 1 };
    case "*":
      return { minOccurs: 0, maxOccurs: null };
    case "+":
      return { minOccurs: 1, maxOccurs: null };
    default: {
      const [min = "0", max = ""] = code.split("-");
      return {
        minOccurs: Number(min),
        maxOccurs: max === "" ? null : Number(max),
      };
    }
  }
}
