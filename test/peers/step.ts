import { expect } from "vitest";

/** One step of a peer, as it reported it. */
export interface Step {
  readonly operation: string;
  readonly ms: number;
  readonly saw?: unknown;
  readonly error?: string;
}

/** Reads the lines of JSON that a peer printed. */
export function parseSteps(stdout: string): readonly Step[] {
  return (
    stdout
      .split("\n")
      .filter((line) => line.startsWith("{"))
      // The programs of this folder print steps, one a line.
      .map((line) => JSON.parse(line) as Step)
  );
}

/** What a peer is told to write: texts that are easily spoilt. */
export const WRITTEN = {
  companyName: 'Peer "Ä" & <Söhne> 7',
  customValue: "  x ]]> 'y' 1 ",
};

/** The customers that are there before a peer adds its own: with it, two pages of a search. */
export const SEEDED: readonly string[] = Array.from(
  { length: 6 },
  (_, at) => `Peer ${at + 1}`,
);

const page = (pageIndex: number, names: readonly string[]) => ({
  isSuccess: true,
  totalRecords: 7,
  totalPages: 2,
  pageIndex,
  names,
});

const names = [...SEEDED, WRITTEN.companyName];

/** What differs between peers in what they can see. */
export interface Sight {
  /** How many operations the WSDL has. */
  readonly operations: number;
  /** Whether it drops the white space around every text, which it cannot be told not to. */
  readonly trimsText?: boolean;
}

/** What a peer is to see at each step, in order. */
export function wantedSteps({
  operations,
  trimsText = false,
}: Sight): ReadonlyMap<string, unknown> {
  // What is asked of vitest's matcher is of type any.
  const anyText: unknown = expect.any(String);
  const { companyName, customValue } = WRITTEN;
  return new Map<string, unknown>([
    ["load WSDL", { operations }],
    ["add", { isSuccess: true, type: "customer", internalId: anyText }],
    [
      "get",
      {
        isSuccess: true,
        type: "Customer",
        companyName,
        customField: [
          "StringCustomFieldRef",
          "custentity_peer",
          trimsText ? customValue.trim() : customValue,
        ],
        addresses: [
          ["Office", "Köln"],
          ["Home", null],
        ],
      },
    ],
    ["search", page(1, names.slice(0, 5))],
    ["searchMoreWithId", page(2, names.slice(5))],
    [
      "fault",
      {
        faultcode: "Server.userException",
        element: "invalidCredentialsFault",
        code: "INVALID_LOGIN_CREDENTIALS",
      },
    ],
  ]);
}
