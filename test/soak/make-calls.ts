import {
  NetSuiteError,
  type CallOptions,
  type NetSuiteClientBase,
} from "../../runtime/index.js";
import type { Operation } from "../end-to-end/generated-client.js";
import type { Ending } from "./check-ending.js";
import type { SoakCall, SoakOperation } from "./create-task.js";

/** A generated client, as far as the soak uses it. */
export type SoakClient = NetSuiteClientBase &
  Readonly<Record<SoakOperation, Operation>>;

/** A call that has ended. */
export interface EndedCall {
  readonly call: SoakCall;
  readonly ending: Ending;
  /** How often its request was sent. */
  readonly attempts: number;
}

/** How the calls of a round are made. */
export interface RoundOptions {
  /** How many callers share a client; each makes its calls one after the other. */
  readonly callersPerClient: number;
  /** By how much the clients' clock for waits is fast. */
  readonly haste: number;
  /** When a round is given up, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Makes the calls of all tasks through all clients.
 *
 * @throws Error that names the calls which have not ended in time
 */
export async function makeCalls(
  clients: readonly SoakClient[],
  tasks: Iterable<readonly SoakCall[]>,
  { callersPerClient, haste, timeoutMs }: RoundOptions,
): Promise<EndedCall[]> {
  const waiting = tasks[Symbol.iterator]();
  const underWay = new Set<SoakCall>();
  const ended: EndedCall[] = [];
  const work = async (client: SoakClient): Promise<void> => {
    // Callers take turns at the one iterator, which for-of would close.
    for (let next = waiting.next(); !next.done; next = waiting.next())
      for (const call of next.value) {
        underWay.add(call);
        ended.push(await makeCall(client, call, haste));
        underWay.delete(call);
      }
  };
  const callers = clients.flatMap((client) =>
    Array.from({ length: callersPerClient }, () => work(client)),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const names = [...underWay].map(
        (each) => `${each.operation} ${each.key}`,
      );
      reject(new Error(`Not ended after ${timeoutMs} ms: ${names.join(", ")}`));
    }, timeoutMs);
  });
  try {
    await Promise.race([Promise.all(callers), late]);
  } finally {
    clearTimeout(timer);
  }
  return ended;
}

async function makeCall(
  client: SoakClient,
  call: SoakCall,
  haste: number,
): Promise<EndedCall> {
  const { key, operation, request, isIdempotent, end } = call;
  let attempts = 0;
  const options: CallOptions = {
    partnerInfo: { partnerId: key },
    idempotent: isIdempotent,
    onResponse: (response) => {
      attempts = response.attempts.length;
    },
    ...(end?.by === "deadline" && { totalTimeoutMs: end.afterMs * haste }),
    ...(end?.by === "signal" && { signal: AbortSignal.timeout(end.afterMs) }),
  };
  try {
    const value = await client[operation](request, options);
    return { call, ending: { kind: "value", value }, attempts };
  } catch (error) {
    if (error instanceof NetSuiteError) attempts = error.attempts.length;
    return { call, ending: { kind: "error", error }, attempts };
  }
}
