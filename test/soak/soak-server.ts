import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { decodeEnvelope, type NetSuiteSchema } from "../../runtime/index.js";
import { createAnswer, storedKeys } from "./answer.js";
import { createExchanges, type Exchange } from "./exchanges.js";
import { chooseFate } from "./fate.js";
import { sendAnswer, type AnswerManner } from "./send-answer.js";

/** A server of one account, that was started. */
export interface SoakServer {
  /** `http://127.0.0.1:port`. */
  readonly endpoint: string;
  /** How many requests the account allows at a time. What comes above is refused with a concurrency fault. */
  accountLimit: number;
  /** How often a key was stored. */
  readonly timesStored: (key: string) => number;
  /** How many requests were answered in each way; those refused for concurrency are `WS_REQUEST_BLOCKED`. */
  readonly answers: ReadonlyMap<string, number>;
  /** The most requests that were under way at a time, those refused included. */
  readonly maxInFlight: () => number;
  /** What was wrong with requests. */
  readonly problems: readonly string[];
  /** Waits until all requests are worked off, also those that nobody waits for any more. */
  readonly idle: () => Promise<void>;
  /** Forgets what was stored and sent. */
  readonly forget: () => void;
  readonly close: () => Promise<void>;
}

/** A request as it was read. */
interface Received {
  readonly key: string;
  readonly operation: string;
  readonly request: object;
  readonly nonce: string;
}

/** Starts the server on a free port. */
export async function startSoakServer(
  schema: NetSuiteSchema,
  seed: number,
): Promise<SoakServer> {
  const stored = new Map<string, number>();
  const attempts = new Map<string, number>();
  const nonces = new Set<string>();
  const answers = new Map<string, number>();
  const problems: string[] = [];
  const underWork = new Set<Promise<void>>();
  const exchanges = createExchanges();

  const store = (keys: readonly string[]): void => {
    for (const key of keys) count(stored, key);
  };
  const answer = (
    exchange: Exchange,
    response: ServerResponse,
    { key, operation, request }: Received,
    manner: AnswerManner & { readonly isGone?: boolean },
  ): void => {
    const { answered, isGone = false } = manner;
    count(answers, answered);
    // A request that is not answered stays under way until its client gives up.
    if (answered !== "silence") exchange.end();
    const value = createAnswer(operation, request, { key, isGone });
    const body = { [`${operation}Response`]: value };
    sendAnswer(response, schema, body, manner);
  };
  const work = async (
    response: ServerResponse,
    bytes: Buffer,
  ): Promise<void> => {
    const exchange = exchanges.begin(response, server.accountLimit);
    const received = readRequest(schema, bytes);
    const { key, operation, request, nonce } = received;
    if (nonces.has(nonce)) problems.push(`${key}: the nonce came before.`);
    nonces.add(nonce);
    const fate = chooseFate(seed, key, (attempts.get(key) ?? 0) + 1);
    await delay(fate.delayMs);
    if (!exchange.isAdmitted) {
      const refused = { ...fate, answered: "WS_REQUEST_BLOCKED" } as const;
      answer(exchange, response, received, refused);
      return;
    }
    count(attempts, key);
    const keys = storedKeys(operation, request);
    const isGone = operation === "delete" && stored.has(keys[0] ?? "");
    if (fate.stored === "all") store(keys);
    if (fate.stored === "half") store(keys.slice(0, keys.length / 2));
    answer(exchange, response, received, { ...fate, isGone });
    if (fate.stored !== "late") return;
    await exchange.ended;
    await delay(fate.delayMs);
    store(keys);
  };

  const httpServer = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const working = work(response, Buffer.concat(chunks)).catch(
        (error: unknown) => {
          problems.push(`The server failed: ${String(error)}`);
          response.destroy();
        },
      );
      underWork.add(working);
      void working.then(() => underWork.delete(working));
    });
  });
  await new Promise<void>((resolve) => {
    httpServer.listen(0, "127.0.0.1", resolve);
  });
  // A TCP server has no other address.
  const { port } = httpServer.address() as AddressInfo;
  const server: SoakServer = {
    endpoint: `http://127.0.0.1:${port}`,
    accountLimit: Infinity,
    timesStored: (key) => stored.get(key) ?? 0,
    answers,
    maxInFlight: exchanges.maxInFlight,
    problems,
    async idle() {
      while (underWork.size > 0) await Promise.all(underWork);
      await exchanges.judged();
    },
    forget() {
      for (const each of [stored, attempts, nonces]) each.clear();
    },
    close: () =>
      new Promise((resolve) => {
        httpServer.close(() => {
          resolve();
        });
        httpServer.closeAllConnections();
      }),
  };
  return server;
}

function readRequest(schema: NetSuiteSchema, bytes: Uint8Array): Received {
  const { header = {}, body } = decodeEnvelope(schema, bytes);
  const [[operation, request] = ["", {}]] = Object.entries(body);
  // The clients of the soak send these headers with every call, and requests of create-task.ts only.
  const { partnerInfo, tokenPassport } = header as {
    readonly partnerInfo: { readonly partnerId: string };
    readonly tokenPassport: { readonly nonce: string };
  };
  return {
    key: partnerInfo.partnerId,
    operation,
    request: request as object,
    nonce: tokenPassport.nonce,
  };
}

function count(counts: Map<string, number>, key: string): number {
  const counted = (counts.get(key) ?? 0) + 1;
  counts.set(key, counted);
  return counted;
}
