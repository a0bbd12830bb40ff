import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signPassport } from "../../emulator/auth/passport-signature.js";
import {
  FAULT_ELEMENTS,
  type FaultElement,
} from "../../emulator/faults/soap-fault.js";
import { startEmulator, type Emulator } from "../../emulator/index.js";
import { propertiesIn } from "../../emulator/schema/properties.js";
import { hasValue } from "../../emulator/schema/has-value.js";
import { isKindOf } from "../../emulator/schema/record-types.js";
import {
  uncapitalize,
  type ComplexDescriptor,
} from "../../runtime/codegen-v1/index.js";
import { decodeEnvelope, encodeEnvelope } from "../../runtime/codec/index.js";
import { wsdlSet } from "../wsdl-sets.js";
import { createFiller, type Filler, type Value } from "./fill.js";
import { createRandom, readSeed } from "./random.js";
import { readWsdlSet, type WsdlSet } from "./wsdl-set.js";
import {
  createEnvelopeValidator,
  type EnvelopeValidator,
} from "./xsd-validator.js";

const USER = { email: "ann@example.com", password: "secret" };

/** What libxml2 says of answers that are right all the same. */
const DIFFERENCES: readonly RegExp[] = [
  // Axis' own element in the detail of a fault is in no XSD.
  /^Element '\{http:\/\/xml\.apache\.org\/axis\/\}hostname': No matching global declaration/,
  // Recorded answers hold codes that their own schema does not list: the first is in none, the others not in 2013.2's.
  /The value '(?:SSS_INVALID_SRCH_ID|EXTERNALID_REQD|INVALID_SEARCH_TYPE)' is not an element of the set/,
  // Subrecords: RecordType has no name for them where they are added on their own.
  /baseRef', attribute 'type': .* The value '(?:address|inventoryDetail|landedCost|timeEntry)' is not an element/,
];

const seed = readSeed();
/** How many requests of each operation and extent are made. */
const rounds = 3;
const sets = ["v2013_2", "v2019_2", "v2021_2", "v2025_2"].flatMap(
  (name) => wsdlSet(name) ?? [],
);

describe.each(sets)("answers of an emulator of %s are valid", (path) => {
  const errors: unknown[] = [];
  let set: WsdlSet;
  let validator: EnvelopeValidator;
  let filler: Filler;
  let emulator: Emulator;

  beforeAll(async () => {
    set = await readWsdlSet(path);
    validator = await createEnvelopeValidator(path, [set.wrapper]);
    filler = createFiller(set.query, createRandom(seed));
    emulator = await startEmulator({
      schema: set.schema,
      users: [USER],
      settings: { jobDelayMs: 0 },
      onError: (error) => errors.push(error),
    });
  });
  afterAll(async () => {
    await emulator.close();
    validator.dispose();
    expect(errors).toEqual([]);
  });

  test("to every record that is added, read, changed and deleted", async () => {
    const records = concrete("Record").filter(({ name }) =>
      hasValue(set.schema, "RecordType", uncapitalize(name)),
    );
    let read = 0;
    for (const type of records) {
      // Neither its own id nor the names that the filler makes up are for a record that is added.
      const record = {
        ...fill(type),
        internalId: undefined,
        nullFieldList: undefined,
      };
      const added = propertiesIn(await ask("add", { record }), "writeResponse");
      const baseRef = propertiesIn(added, "baseRef");
      if (!baseRef) continue;
      const { internalId } = baseRef;
      const got = propertiesIn(await ask("get", { baseRef }), "readResponse");
      if (propertiesIn(got, "record")) read++;
      await ask("getList", { baseRef: [baseRef, baseRef] });
      await ask("update", { record: { ...record, internalId } });
      const { attributes } = set.query.members(type);
      if (attributes.some(({ name }) => name === "externalId"))
        await ask("upsert", { record: { ...record, externalId: "b" } });
      await ask("delete", { baseRef });
    }
    // Else there was nothing to judge.
    expect(read / records.length).toBeGreaterThan(0.5);
  });

  test("to every search", async () => {
    for (const type of [
      ...concrete("SearchRecord"),
      ...concrete("SearchRecordBasic"),
    ]) {
      const searchRecord = fill(type);
      await ask("search", { searchRecord });
      const { $type, columns } = searchRecord;
      if (columns !== undefined)
        await ask("search", { searchRecord: { $type, columns } });
    }
  });

  test("to every operation, whatever valid request it gets", async () => {
    const { facts, elements } = set.schema;
    for (let round = 0; round < rounds; round++)
      for (const extent of ["minimal", "full"] as const)
        for (const { name, input } of facts.service.operations) {
          const type = set.schema.type(elements[input.element]?.type ?? -1);
          if (type.kind === "complex") await ask(name, filler[extent](type));
        }
  });

  test("to every fault on request", async () => {
    const { faults } = emulator;
    const codes = ["WS_REQUEST_BLOCKED", "INSUFFICIENT_PERMISSION"];
    const said: unknown[] = [];
    for (const element of FAULT_ELEMENTS)
      for (const code of codes) {
        faults.add({ effect: "fault", element, code });
        const { detail } = await ask("getServerTime", {});
        said.push(Object.entries(detail as Value)[0]);
        faults.clear();
      }
    const isOld = set.schema.version === "2013_2";
    const elementOf = (element: FaultElement): FaultElement =>
      isOld && element === "exceededConcurrentRequestLimitFault"
        ? "exceededRequestLimitFault"
        : element;
    expect(said).toEqual(
      FAULT_ELEMENTS.flatMap((element) =>
        (isOld
          ? ["WS_CONCUR_SESSION_DISALLWD", "WS_PERMISSION_REQD"]
          : codes
        ).map((code) => [
          elementOf(element),
          { code, message: expect.any(String) as string },
        ]),
      ),
    );
  });

  /** The concrete types that extend one, of which there are some. */
  function concrete(base: string): readonly ComplexDescriptor[] {
    const types = set.query.concreteTypes.filter((type) =>
      isKindOf(set.schema, type, base),
    );
    expect(types).not.toEqual([]);
    return types;
  }

  function fill(type: ComplexDescriptor): Value {
    return { $type: type.typeName, ...filler.full(type) };
  }

  /** Sends a request, holds the answer against the XSDs, and gives the content of its Body. */
  async function ask(operation: string, request: Value): Promise<Value> {
    const { schema } = set;
    const element = schema.operation(operation)?.input.element ?? operation;
    const response = await fetch(
      `${emulator.endpoint}/services/NetSuitePort_${schema.version}`,
      {
        method: "POST",
        headers: { "content-type": "text/xml" },
        body: withUsualYears(
          encodeEnvelope(schema, {
            header: signIn(),
            body: { [element]: request },
          }),
        ),
      },
    );
    const text = await response.text();
    const problems = validator
      .validate(text)
      .filter((each) => !DIFFERENCES.some((known) => known.test(each)));
    expect(
      problems,
      `${operation}, seed ${seed}: ${JSON.stringify(request).slice(0, 1000)}`,
    ).toEqual([]);
    const [content] = Object.values(decodeEnvelope(schema, text).body);
    // The one element of a Body is a complexType.
    return content as Value;
  }

  /** The header of a login, in the way that the version has. */
  function signIn(): Value {
    const { account, consumerKey, consumerSecret, tokenId, tokenSecret } =
      emulator.connection;
    if (set.schema.elementsNamed("tokenPassport").length === 0)
      return { passport: { ...USER, account } };
    const parts = { account, consumerKey, token: tokenId };
    const nonce = randomBytes(10).toString("hex");
    const timestamp = Math.floor(Date.now() / 1000);
    const $value = signPassport(
      { ...parts, nonce, timestamp: String(timestamp) },
      { consumerSecret, tokenSecret },
    );
    const signature = { algorithm: "HMAC-SHA256", $value };
    return { tokenPassport: { ...parts, nonce, timestamp, signature } };
  }
});

/** The filler has years of five digits, and before Christ: NetSuite has neither. */
function withUsualYears(xml: string): string {
  return xml.replaceAll(/(?:-\d{4}|\d{5})(?=-\d\d-\d\dT)/g, "2025");
}
