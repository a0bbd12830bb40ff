import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleWsdl } from "../../wsdl-sets.js";
import { generatePackage, type GeneratedFolder } from "../generated-client.js";
import {
  collect,
  done,
  failure,
  openAccount,
  refusal,
  type AnyClient,
  type Answer,
  type AnyRecord,
  type Request,
} from "./account.js";

let folder: GeneratedFolder;
beforeAll(async () => {
  folder = await generatePackage(sampleWsdl);
});
afterAll(() => folder.remove());

type Customers = NonNullable<AnyClient["records"][string]>;

const named = (index: number): AnyRecord => ({
  companyName: `Customer ${String(index)}`,
});
const many = (count: number): AnyRecord[] =>
  Array.from({ length: count }, (_, index) => named(index));
const ref = (name: unknown): object => ({
  $type: "RecordRef",
  type: "customer",
  internalId: String(name).replace(/\D/g, ""),
});

/** Answers a list: each record is written, unless `statusOf` says otherwise by its name. */
function writeAll(
  statusOf: (name: unknown) => object = () => done,
): (request: Request) => Answer {
  return ({ body: { record = [] } }) => ({
    value: {
      writeResponseList: {
        status: done,
        writeResponse: record.map(({ companyName }) => ({
          status: statusOf(companyName),
          ...(statusOf(companyName) === done && { baseRef: ref(companyName) }),
        })),
      },
    },
  });
}

async function open(
  answer: (request: Request) => Answer | Promise<Answer>,
): Promise<{ customers: Customers; requests: Request[] }> {
  const { client, requests } = await openAccount(folder.package, answer);
  const customers = client.records.customer;
  if (!customers) throw new Error("the sample has customers");
  return { customers, requests };
}

const sizes = (requests: readonly Request[]): unknown[] =>
  requests.map(({ body }) => (body.record ?? body.baseRef)?.length);

test.each([
  ["addAll", "addList", 450, [200, 200, 50]],
  ["updateAll", "updateList", 201, [100, 100, 1]],
  ["upsertAll", "upsertList", 100, [100]],
  ["addAll", "addList", 0, []],
] as const)(
  "%s sends %s in lists that NetSuite takes: %i",
  async (method, operation, count, want) => {
    const { customers, requests } = await open(writeAll());
    const outcomes = await collect(customers[method](many(count)));
    expect(sizes(requests)).toEqual(want);
    expect(requests.every((each) => each.operation === operation)).toBe(true);
    expect(outcomes).toEqual(
      many(count).map((input, index) => ({
        index,
        input,
        ok: true,
        ref: ref(index),
        warnings: [],
        afterSubmitFailed: false,
      })),
    );
  },
);

test.each([
  ["deleteAll", 201, [200, 1]],
  ["getAll", 1001, [1000, 1]],
] as const)("%s sends references, %i", async (method, count, want) => {
  const { customers, requests } = await open(({ body: { baseRef = [] } }) => {
    const status = done;
    return {
      value:
        method === "getAll"
          ? {
              readResponseList: {
                status,
                readResponse: baseRef.map(({ internalId }) => ({
                  status,
                  record: { $type: "Customer", internalId },
                })),
              },
            }
          : {
              writeResponseList: {
                status,
                writeResponse: baseRef.map((each) => ({
                  status,
                  baseRef: each,
                })),
              },
            },
    };
  });
  const ids = many(count).map((_, index) => String(index));
  const outcomes = await collect<unknown>(customers[method](ids));
  expect(sizes(requests)).toEqual(want);
  expect(outcomes).toMatchObject(
    ids.map((input, index) => ({ index, input, ok: true })),
  );
});

test("outcomes keep the order of the inputs, whichever list is answered first", async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const answer = writeAll();
  const { customers } = await open(async (request) => {
    if (request.body.record?.[0]?.companyName === "Customer 0") await held;
    else release();
    return answer(request);
  });
  const outcomes = await collect(
    customers.addAll(many(6), { chunkSize: 2, listsInFlight: 2 }),
  );
  expect(outcomes.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
});

test("each input has an outcome of its own", async () => {
  const statuses = [
    done,
    refusal("USER_ERROR", "No name"),
    refusal("OPERATION_NOT_FINISHED", "Record status unknown."),
    refusal("USER_ERROR", "Record was not processed."),
    refusal("USER_ERROR", "Script", { afterSubmitFailed: true }),
  ];
  const { customers } = await open(
    writeAll((name) => statuses[Number(String(name).at(-1))] ?? done),
  );
  const outcomes = await collect(customers.addAll(many(5)));
  expect(
    outcomes.map((each) =>
      each.ok
        ? ["ok", each.afterSubmitFailed]
        : [each.kind, each.error.message],
    ),
  ).toEqual([
    ["ok", false],
    ["failed", "records.customer.addAll, input 1 failed: USER_ERROR: No name"],
    [
      "unknown",
      "records.customer.addAll, input 2 failed: OPERATION_NOT_FINISHED: Record status unknown.",
    ],
    [
      "notProcessed",
      "records.customer.addAll, input 3 failed: USER_ERROR: Record was not processed.",
    ],
    ["ok", true],
  ]);
});

test("an input that cannot be encoded does not hold back the others", async () => {
  const { customers, requests } = await open(writeAll());
  const inputs = [named(0), { compnyName: "Acme" }, named(2)];
  const outcomes = await collect(customers.addAll(inputs));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
  expect(outcomes[1]).toMatchObject({
    kind: "failed",
    error: { name: "NetSuiteEncodeError" },
  });
  expect(sizes(requests)).toEqual([2]);
});

test("a list that got no answer is reported unknown, never sent again, and the others go on", async () => {
  const answer = writeAll();
  const { customers, requests } = await open((request) =>
    request.body.record?.[0]?.companyName === "Customer 2"
      ? "reset"
      : answer(request),
  );
  const outcomes = await collect(customers.addAll(many(6), { chunkSize: 2 }));
  expect(outcomes.map((each) => (each.ok ? "ok" : each.kind))).toEqual([
    "ok",
    "ok",
    "unknown",
    "unknown",
    "ok",
    "ok",
  ]);
  expect(requests).toHaveLength(3);
});

test("what would meet every list ends the batch, when all that was sent is reported", async () => {
  const answer = writeAll();
  const { customers, requests } = await open((request) =>
    request.body.record?.[0]?.companyName === "Customer 2"
      ? { fault: "invalidCredentialsFault", code: "INVALID_LOGIN_CREDENTIALS" }
      : answer(request),
  );
  const kinds: string[] = [];
  const batch = customers.addAll(many(20), { chunkSize: 2, listsInFlight: 1 });
  const error = await failure(
    (async () => {
      for await (const each of batch) kinds.push(each.ok ? "ok" : each.kind);
    })(),
  );
  expect(kinds).toEqual(["ok", "ok", "notProcessed", "notProcessed"]);
  expect(error.netsuiteCode).toBe("INVALID_LOGIN_CREDENTIALS");
  expect(requests).toHaveLength(2);
});

test("a batch resumes where it stopped, and its checkpoint says what may have been sent", async () => {
  const { customers, requests } = await open(writeAll());
  const checkpoints: unknown[] = [];
  for await (const { index } of customers.addAll(many(7), {
    chunkSize: 2,
    listsInFlight: 1,
    checkpoint: ({ reported, sent }) => {
      checkpoints.push([reported, sent]);
    },
  }))
    if (index === 2) break;
  expect(checkpoints).toEqual([
    [0, 2],
    [2, 2],
    [2, 4],
  ]);
  requests.length = 0;
  const rest = await collect(
    customers.addAll(many(7), { startAt: 4, chunkSize: 2 }),
  );
  expect(rest.map(({ index }) => index)).toEqual([4, 5, 6]);
  expect(requests.flatMap(({ body }) => body.record)).toMatchObject(
    [4, 5, 6].map(named),
  );
});

test("no more inputs are taken than the lists in flight hold", async () => {
  const { customers } = await open(writeAll());
  let taken = 0;
  let isClosed = false;
  function* endless(): Generator<AnyRecord, void, undefined> {
    try {
      for (;;) yield named(taken++);
    } finally {
      isClosed = true;
    }
  }
  for await (const { index } of customers.addAll(endless(), {
    chunkSize: 5,
    listsInFlight: 2,
  }))
    if (index === 3) break;
  expect(taken).toBeLessThanOrEqual(15);
  await new Promise(setImmediate);
  expect(isClosed).toBe(true);
});

test("outcomes do not wait for inputs that are slow to come", async () => {
  const { customers } = await open(writeAll());
  let more: () => void = () => undefined;
  async function* slow(): AsyncGenerator<AnyRecord, void, undefined> {
    yield named(0);
    await new Promise<void>((resolve) => (more = resolve));
    yield named(1);
  }
  const indices: number[] = [];
  for await (const { index } of customers.addAll(slow(), { chunkSize: 1 })) {
    indices.push(index);
    more();
  }
  expect(indices).toEqual([0, 1]);
});

test("inputs that fail end the batch with their error, when all that was sent is reported", async () => {
  const { customers } = await open(writeAll());
  function* failing(): Generator<AnyRecord, void, undefined> {
    yield named(0);
    yield named(1);
    throw new Error("the file ended early");
  }
  const indices: number[] = [];
  const batch = customers.addAll(failing(), { chunkSize: 2 });
  const error = await failure(
    (async () => {
      for await (const { index } of batch) indices.push(index);
    })(),
  );
  expect(error.message).toBe("the file ended early");
  expect(indices).toEqual([0, 1]);
});

test("lists are parted by size too", async () => {
  const { customers, requests } = await open(writeAll());
  const inputs = many(6).map((each) => ({
    ...each,
    comments: "x".repeat(4000),
  }));
  await collect(customers.addAll(inputs, { maxListBytes: 10_000 }));
  expect(sizes(requests)).toEqual([2, 2, 2]);
});

test("getAll reads by reference; what is not there is a value", async () => {
  const { customers, requests } = await open(({ body: { baseRef = [] } }) => ({
    value: {
      readResponseList: {
        status: done,
        readResponse: baseRef.map(({ internalId }) =>
          internalId === "2"
            ? { status: refusal("RCRD_DSNT_EXIST", "Not there") }
            : { status: done, record: { $type: "Customer", internalId } },
        ),
      },
    },
  }));
  const outcomes = await collect(
    customers.getAll(["1", { externalId: "a" }, "2"]),
  );
  expect(requests[0]?.body.baseRef).toEqual([
    { $type: "RecordRef", type: "customer", internalId: "1" },
    { $type: "RecordRef", type: "customer", externalId: "a" },
    { $type: "RecordRef", type: "customer", internalId: "2" },
  ]);
  expect(outcomes).toMatchObject([
    { input: "1", ok: true, record: { internalId: "1" } },
    { ok: true },
    { input: "2", ok: false, kind: "failed" },
  ]);
});

test("getAll does not call it found where NetSuite gave no record", async () => {
  const { customers } = await open(() => ({
    value: {
      readResponseList: { status: done, readResponse: [{ status: done }] },
    },
  }));
  const [outcome] = await collect(customers.getAll(["1"]));
  expect(outcome).toMatchObject({
    ok: false,
    error: {
      message:
        "records.customer.getAll, input 0: NetSuite answered with success, and without a record. Check what answers at the endpoint.",
    },
  });
});

test("an answer with fewer responses than inputs is told of, and nothing is guessed", async () => {
  const { customers } = await open(() => ({
    value: {
      writeResponseList: {
        status: done,
        writeResponse: [{ status: done, baseRef: ref(1) }],
      },
    },
  }));
  const outcomes = await collect(customers.addAll(many(2)));
  expect(outcomes).toMatchObject([
    {
      kind: "unknown",
      error: {
        message:
          "records.customer.addAll: NetSuite answered a list of 2 with 1 responses, so that nobody can tell which is whose. Read the records back.",
      },
    },
    { kind: "unknown" },
  ]);
});

test.each([
  [
    { chunkSize: 201 },
    "records.customer.addAll: chunkSize is 201; give a whole number, 1 to 200, which is what NetSuite takes in one list.",
  ],
  [
    { listsInFlight: 0 },
    "records.customer.addAll: listsInFlight is 0; give a whole number, 1 or more.",
  ],
])("%j is refused", async (options, message) => {
  const { customers } = await open(() => "reset");
  expect((await failure(collect(customers.addAll([], options)))).message).toBe(
    message,
  );
});
