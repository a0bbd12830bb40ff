import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../../generator/emit/output/testing/folders.js";
import { createTypeNames } from "../../generator/emit/names.js";
import {
  formatDescriptor,
  selectSubset,
  type Schema,
} from "../../generator/model/index.js";
import { readSchema } from "../../generator/read/index.js";
import {
  smallSet,
  writeFolder,
} from "../../generator/read/testing/small-set.js";
import {
  defineSchema,
  type NetSuiteSchema,
} from "../../runtime/codegen-v1/index.js";
import { encodeEnvelope } from "../../runtime/codec/index.js";
import { readZipTree } from "../../generator/read/source/zip-tree.js";
import { createFiller } from "../../test/wire/fill.js";
import { envelopeOf } from "../../test/wire/places.js";
import { createRandom, readSeed } from "../../test/wire/random.js";
import { readWsdlSet } from "../../test/wire/wsdl-set.js";
import { createEnvelopeValidator } from "../../test/wire/xsd-validator.js";
import { sampleWsdl, wsdlSets } from "../../test/wsdl-sets.js";
import { xsdPaths } from "./page-paths.js";
import { startEmulator } from "../start-emulator.js";
import { createWsdlPages, pagePaths } from "./wsdl-pages.js";

const ORIGIN = "http://127.0.0.1:1";
const ADDRESS = /"address":"[^"]*"/;
const paths = [sampleWsdl, ...wsdlSets()];

describe.each(paths.map((path) => ({ name: basename(path), path })))(
  "what is printed of $name",
  ({ path }) => {
    test("is read as the same schema", { timeout: 60_000 }, async () => {
      await expectSameAgain(await readSchema(path));
    });
  },
);

test.each(wsdlSets())("XSDs are named as in %s", async (path) => {
  const tree = await readZipTree(path);
  const schema = describeSchema(await readSchema(path));
  const own = (await tree.list())
    .map((each) =>
      /(\w+)(?:\.|\/v\w+\/)(\w+)\.xsd$/
        .exec(each)
        ?.slice(1)
        .join(`/v${schema.version}_0/`),
    )
    .flatMap((each) => (each === undefined ? [] : `/xsd/${each}.xsd`));
  expect([...xsdPaths(schema).values()].sort()).toEqual(own.sort());
});

test("a subset is read as the same schema", async () => {
  const whole = await readSchema(sampleWsdl);
  await expectSameAgain(
    selectSubset(whole, { records: ["customer"], operations: ["get"] }),
  );
});

test("all that a declaration may hold is printed", async () => {
  const core = `
<simpleType name="Empty"><annotation><documentation>a "b" &amp; &lt;c&gt;</documentation></annotation><restriction base="string"/></simpleType>
<simpleType name="Odd"><restriction base="string"><enumeration value=""/><enumeration value=" a&#10;b&#9;"/><enumeration value="&lt;&quot;&amp;'&gt;"/></restriction></simpleType>
<complexType name="Text" abstract="true"><annotation><documentation>t</documentation></annotation><simpleContent><extension base="c:Odd"><attribute name="a" type="c:Odd" default="" use="optional"><annotation><documentation>d</documentation></annotation></attribute></extension></simpleContent></complexType>
<complexType name="Few"><sequence><element name="__proto__" type="xsd:string" minOccurs="2" maxOccurs="7" default=" x&#10;"><annotation><documentation>e</documentation></annotation></element><element ref="c:top" minOccurs="0" maxOccurs="unbounded"/></sequence></complexType>
<complexType name="Nothing"><complexContent><extension base="c:Few"/></complexContent></complexType>
<element name="top" type="c:Nothing"><annotation><documentation>g</documentation></annotation></element>`;
  await expectSameAgain(
    await readSchema(await writeFolder(smallSet({ core }))),
  );
});

test("an emulator's WSDL is a source of nsgen", async () => {
  const model = await readSchema(sampleWsdl);
  await using emulator = await startEmulator({ schema: describeSchema(model) });
  const { endpoint } = emulator.connection;
  const url = `${endpoint}/wsdl/v${model.version}_0/netsuite.wsdl`;
  const again = await readSchema(url, {
    cacheDir: await makeFolder(),
    environment: {},
  });
  expectSame(again, model, endpoint);
});

const seed = readSeed();
// libxml2 forgets no schema: two of the sets, besides the sample, will do.
const validated = paths.filter((path) =>
  [basename(sampleWsdl), "v2013_2.zip", "v2025_2.zip"].includes(basename(path)),
);

test.each(validated)(
  "libxml2 takes what is printed of %s, and a value of every type by it",
  { timeout: 120_000 },
  async (path) => {
    const { schema, query, places, wrapper } = await readWsdlSet(path);
    const filler = createFiller(query, createRandom(seed));
    const folder = await printInto(describeSchema(await readSchema(path)));
    const validator = await createEnvelopeValidator(
      join(folder, "netsuite.wsdl"),
      [wrapper],
    );
    try {
      for (const type of query.concreteTypes)
        for (const extent of ["minimal", "full"] as const) {
          const value = filler[extent](type);
          const envelope = envelopeOf(query, filler, places, type, value);
          expect(
            validator.validate(encodeEnvelope(schema, envelope)),
            `${type.name}, seed ${seed}`,
          ).toEqual([]);
        }
    } finally {
      validator.dispose();
    }
  },
);

async function expectSameAgain(model: Schema): Promise<void> {
  const again = await readSchema(await printInto(describeSchema(model)));
  expectSame(again, model, ORIGIN);
}

function expectSame(again: Schema, model: Schema, origin: string): void {
  expect(again.service.address).toBe(
    `${origin}/services/NetSuitePort_${model.version}`,
  );
  const [got, want] = [again, model].map((each) =>
    formatModel(each).replace(ADDRESS, ""),
  );
  // Texts of megabytes: what differs would not be legible.
  expect(got === want).toBe(true);
}

function formatModel(model: Schema): string {
  return formatDescriptor(model, {
    names: createTypeNames(model),
    long: "number",
  });
}

function describeSchema(model: Schema): NetSuiteSchema {
  return defineSchema(formatModel(model));
}

async function printInto(schema: NetSuiteSchema): Promise<string> {
  const pages = createWsdlPages(schema);
  return makeFolder(
    Object.fromEntries(
      pagePaths(schema).map((path) => [path, pages(path, ORIGIN) ?? ""]),
    ),
  );
}
