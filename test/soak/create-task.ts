import type { Random } from "../wire/random.js";
import { totalPages } from "./answer.js";

/** The operations that the soak calls. */
export type SoakOperation =
  | "get"
  | "add"
  | "addList"
  | "update"
  | "upsert"
  | "delete"
  | "search"
  | "searchMoreWithId"
  | "getServerTime";

/** One call of the soak. */
export interface SoakCall {
  /** Its own, such as `call-17`. It goes along as partnerId, by which the server knows the call again. */
  readonly key: string;
  readonly operation: SoakOperation;
  readonly request: object;
  /** Whether the caller allows it to be carried out twice. */
  readonly isIdempotent: boolean;
  /** What ends it early: its own deadline or the caller's signal, after some milliseconds. */
  readonly end: { readonly by: "deadline" | "signal"; afterMs: number } | null;
}

type CreateRequests = (key: string, random: Random) => readonly Requested[];
type Requested = Pick<SoakCall, "operation" | "request">;

/** How often each is made, and its requests, in the order in which they are sent. */
const OPERATIONS: readonly (readonly [
  weight: number,
  create: CreateRequests,
])[] = [
  [25, (key) => [{ operation: "get", request: { baseRef: refOf(key) } }]],
  [20, (key) => [{ operation: "add", request: { record: customer(key) } }]],
  [
    10,
    (key, random) => [
      { operation: "addList", request: { record: customers(key, random) } },
    ],
  ],
  [
    12,
    (key) => [
      {
        operation: "update",
        request: { record: { ...customer(key), internalId: key } },
      },
    ],
  ],
  [
    12,
    (key) => [
      {
        operation: "upsert",
        request: { record: { ...customer(key), externalId: key } },
      },
    ],
  ],
  [8, (key) => [{ operation: "delete", request: { baseRef: refOf(key) } }]],
  [8, createSearch],
  [5, () => [{ operation: "getServerTime", request: {} }]],
];

const TOTAL_WEIGHT = OPERATIONS.reduce((sum, [weight]) => sum + weight, 0);

/**
 * Makes calls that one caller makes one after the other: mostly one, for a search one for each page.
 *
 * @param number of the first call; the others have those that follow
 */
export function createTask(random: Random, number: number): SoakCall[] {
  let at = random.below(TOTAL_WEIGHT);
  const [, create] = OPERATIONS.find(([weight]) => (at -= weight) < 0) ?? [];
  const requested = create?.(`call-${number}`, random) ?? [];
  return requested.map((each, index) => ({
    ...each,
    key: `call-${number + index}`,
    isIdempotent: random.below(8) === 0,
    end: createEnd(random),
  }));
}

function createEnd(random: Random): SoakCall["end"] {
  const chance = random.below(50);
  const afterMs = random.below(150);
  if (chance === 0) return { by: "deadline", afterMs: afterMs + 1 };
  return chance === 1 ? { by: "signal", afterMs } : null;
}

function refOf(internalId: string): object {
  return { $type: "RecordRef", type: "customer", internalId };
}

function customer(key: string): object {
  return { $type: "Customer", companyName: key };
}

/** Several records, of which the server refuses those whose key ends with an exclamation mark. */
function customers(key: string, random: Random): object[] {
  return Array.from({ length: 1 + random.below(8) }, (_, at) =>
    customer(`${key}.${at}${random.below(6) === 0 ? "!" : ""}`),
  );
}

function createSearch(key: string, random: Random): Requested[] {
  const searchId = `${key}/${1 + random.below(3)}`;
  const searchRecord = {
    $type: "CustomerSearchBasic",
    companyName: { operator: "is", searchValue: searchId },
  };
  const more = Array.from({ length: totalPages(searchId) - 1 }, (_, at) => ({
    operation: "searchMoreWithId" as const,
    request: { searchId, pageIndex: at + 2 },
  }));
  return [{ operation: "search", request: { searchRecord } }, ...more];
}
