/** How `xsd:long` values are handed to the application. */
export type LongMode = "number" | "bigint";

/** What a descriptor says beside its types. Elements are indices of global elements. */
export interface Facts {
  readonly version: string;
  readonly long: LongMode;
  readonly service: ServiceFacts;
}

/** The WSDL's service. */
export interface ServiceFacts {
  readonly name: string;
  readonly port: string;
  readonly portType: string;
  readonly binding: string;
  /** The target namespace with its version token. */
  readonly namespace: string;
  readonly address: string;
  readonly documentation: string | null;
  readonly messages: readonly MessageFacts[];
  readonly operations: readonly OperationFacts[];
}

export interface MessageFacts {
  readonly name: string;
  readonly parts: readonly {
    readonly name: string;
    readonly element: number;
  }[];
}

export interface OperationFacts {
  readonly name: string;
  readonly soapAction: string;
  readonly input: DirectionFacts;
  readonly output: DirectionFacts;
  readonly faults: readonly FaultFacts[];
  readonly documentation: string | null;
}

/** One direction of an operation: the message, its body element, its headers. */
export interface DirectionFacts {
  readonly name: string | null;
  readonly message: string;
  readonly element: number;
  readonly headers: readonly HeaderFacts[];
}

export interface HeaderFacts {
  readonly message: string;
  readonly part: string;
  readonly element: number;
}

export interface FaultFacts {
  readonly name: string;
  readonly message: string;
  readonly element: number;
}

/** The facts as they stand in a descriptor: rows, with headers and faults once each, referred to by index. */
interface PackedFacts {
  readonly version: string;
  readonly long: LongMode;
  readonly service: Omit<ServiceFacts, "messages" | "operations">;
  readonly messages: readonly (readonly [
    name: string,
    ...parts: (readonly [string, number])[],
  ])[];
  readonly headers: readonly PackedRow[];
  readonly faults: readonly PackedRow[];
  readonly operations: readonly (readonly [
    name: string,
    soapAction: string,
    input: PackedDirection,
    output: PackedDirection,
    faults: readonly number[],
    documentation: string | null,
  ])[];
}

type PackedRow = readonly [name: string, message: string, element: number];

type PackedDirection = readonly [
  name: string | null,
  message: string,
  element: number,
  headers: readonly number[],
];

/** Formats facts as one line of JSON that can stand in a raw template literal: no backtick, no `$`. */
export function formatFacts({ version, long, service }: Facts): string {
  const { messages, operations, ...scalars } = service;
  const headers = createTable();
  const faults = createTable();
  const direction = (each: DirectionFacts): PackedDirection => [
    each.name,
    each.message,
    each.element,
    each.headers.map((header) =>
      headers.indexOf([header.part, header.message, header.element]),
    ),
  ];
  const packedOperations = operations.map(
    (each) =>
      [
        each.name,
        each.soapAction,
        direction(each.input),
        direction(each.output),
        each.faults.map((fault) =>
          faults.indexOf([fault.name, fault.message, fault.element]),
        ),
        each.documentation,
      ] as const,
  );
  const packed: PackedFacts = {
    version,
    long,
    service: scalars,
    messages: messages.map(({ name, parts }) => [
      name,
      ...parts.map((part) => [part.name, part.element] as const),
    ]),
    headers: headers.rows,
    faults: faults.rows,
    operations: packedOperations,
  };
  return JSON.stringify(packed)
    .replaceAll("`", "\\u0060")
    .replaceAll("$", "\\u0024");
}

/** Parses the line that {@link formatFacts} wrote. */
export function parseFacts(line: string): Facts {
  // The line is formatFacts' output: the descriptor's first line has said so.
  const packed = JSON.parse(line) as PackedFacts;
  const rowsOf = (
    table: readonly PackedRow[],
    indices: readonly number[],
  ): readonly PackedRow[] =>
    // Indices are those that formatFacts gave to rows of this table.
    indices.map((at) => table[at] as PackedRow);
  const direction = (each: PackedDirection): DirectionFacts => ({
    name: each[0],
    message: each[1],
    element: each[2],
    headers: rowsOf(packed.headers, each[3]).map(
      ([part, message, element]) => ({
        message,
        part,
        element,
      }),
    ),
  });
  return {
    version: packed.version,
    long: packed.long,
    service: {
      ...packed.service,
      messages: packed.messages.map(([message, ...parts]) => ({
        name: message,
        parts: parts.map(([part, element]) => ({ name: part, element })),
      })),
      operations: packed.operations.map((each) => ({
        name: each[0],
        soapAction: each[1],
        input: direction(each[2]),
        output: direction(each[3]),
        faults: rowsOf(packed.faults, each[4]).map(
          ([fault, message, element]) => ({ name: fault, message, element }),
        ),
        documentation: each[5],
      })),
    },
  };
}

/** Rows, each different one once. */
function createTable(): {
  readonly rows: PackedRow[];
  indexOf(row: PackedRow): number;
} {
  const rows: PackedRow[] = [];
  const places = new Map<string, number>();
  return {
    rows,
    indexOf(row) {
      const key = JSON.stringify(row);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, rows.length);
      return rows.push(row) - 1;
    },
  };
}
