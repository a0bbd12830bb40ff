import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { NetSuiteSchema } from "../../runtime/codegen-v1/index.js";
import { envelope } from "../../runtime/codec/fixtures/envelopes.js";
import { smallSchema } from "../../runtime/codec/fixtures/small-schema.js";
import { inputFolder, wsdlSet } from "../wsdl-sets.js";
import { readSource, sources } from "./mutations.js";
import { readWsdlSet } from "./wsdl-set.js";

/** Messages to hold the scanner against saxes with, and the schema that they are of. */
export interface ScannedMessages {
  readonly schema: NetSuiteSchema;
  readonly messages: readonly string[];
}

/** A source of such messages, generated ones by a seed. */
export type ScannedSource = (seed: number) => Promise<ScannedMessages>;

const synthetic = wsdlSet("v2023_2");
const maker = join(
  inputFolder("NSGEN_SYNTH_DIR", "synth", "maker of messages") ?? "",
  "make-messages.mjs",
);

/** All sources, by name: short messages of a small schema, those of `sources`, and such as benchmarks read. */
export const scannedSources: [name: string, read: ScannedSource][] = [
  [
    "short messages",
    () => Promise.resolve({ schema: smallSchema(), messages: SHORT }),
  ],
  ...sources.map(([name, path]): [string, ScannedSource] => [
    name,
    async (seed) => {
      const set = await readWsdlSet(path, "response");
      return { schema: set.schema, messages: readSource(set, path, seed) };
    },
  ]),
  ...(synthetic && existsSync(maker)
    ? [
        [
          "synthetic messages",
          () => readSynthetic(synthetic),
        ] as (typeof scannedSources)[number],
      ]
    : []),
];

/** Pages of customers and of rows, but of one record. */
async function readSynthetic(path: string): Promise<ScannedMessages> {
  const { schema } = await readWsdlSet(path, "response");
  const version = basename(path).replace(/^v|\.zip$/g, "");
  const messages = ["customers", "rows"].map((kind) =>
    execFileSync(process.execPath, [maker, version, kind, "1"], {
      encoding: "utf8",
    }),
  );
  return { schema, messages };
}

const SHORT = [
  '<lists:customer internalId="1"><lists:entityId>Acme &amp; Co</lists:entityId><lists:isPerson>true</lists:isPerson><lists:age>42</lists:age><lists:serial>9007199254740991</lists:serial><lists:balance>-12.50</lists:balance></lists:customer>',
  '<lists:customer><nullFieldList xmlns="urn:core_2022_1.platform.webservices.netsuite.com"><name>age</name></nullFieldList><lists:parent internalId="1" type="customer"><core:name>P</core:name></lists:parent><lists:since>2024-02-29T00:00:00.000-08:00</lists:since><lists:logo>AQID</lists:logo><lists:kind>salesOrder</lists:kind><lists:tag>a</lists:tag><lists:tag/><lists:internalNumber>1</lists:internalNumber><lists:internalNumber>2</lists:internalNumber></lists:customer>',
  '<lists:customer><lists:addressbookList replaceAll="false"><lists:addressbook><lists:label>1</lists:label><lists:address><lists:addr1>Z\u00fcrich</lists:addr1></lists:address></lists:addressbook><lists:addressbook/></lists:addressbookList><lists:customFieldList><core:customField xsi:type="core:StringCustomFieldRef" scriptId="a"><core:value>v</core:value></core:customField><core:customField xsi:type="core:LongCustomFieldRef" internalId="2"><core:value>7</core:value></core:customField></lists:customFieldList></lists:customer>',
  '<addListResponse xmlns="urn:messages_2022_1.platform.webservices.netsuite.com"><writeResponse><core:status isSuccess="true"/><p:baseRef xmlns:p="urn:messages_2022_1.platform.webservices.netsuite.com" xsi:type="core:RecordRef" internalId="1"/></writeResponse><writeResponse><status xmlns="urn:messages_2022_1.platform.webservices.netsuite.com" isSuccess="false"><core:code>X</core:code></status></writeResponse></addListResponse>',
  '<messages:addList><messages:record xmlns:q="urn:relationships_2022_1.lists.webservices.netsuite.com" xsi:type="q:Customer"><q:entityId>a</q:entityId></messages:record><messages:record xmlns:q="urn:relationships_2022_1.lists.webservices.netsuite.com" xsi:type="q:Customer" internalId="2"><q:entityId>b</q:entityId><q:age>1</q:age></messages:record></messages:addList>',
  '<messages:add><messages:record xsi:type="lists:Odd" type="t"><lists:__proto__>a</lists:__proto__><lists:constructor>b</lists:constructor><lists:friend><lists:constructor>c</lists:constructor></lists:friend></messages:record></messages:add>',
  '<s:Fault><faultcode>s:Server</faultcode><faultstring xml:lang="de">x</faultstring><detail><messages:unexpectedErrorFault><messages:code>C</messages:code><messages:message>m</messages:message></messages:unexpectedErrorFault></detail></s:Fault>',
].map((body) => envelope(body));
