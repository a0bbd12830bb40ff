import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSchema } from "../read-schema.js";
import { smallSet, writeFolder } from "../testing/small-set.js";
import { writeZip, type ZipEntry } from "../testing/write-zip.js";
import { KINDS_OF_SOURCE } from "./source-files.js";

const CORE = "urn:core_2022_1.platform.webservices.netsuite.com";
const MESSAGES = "urn:messages_2022_1.platform.webservices.netsuite.com";

const files = smallSet();
const wsdl = files["netsuite.wsdl"] ?? "";
const core = files["xsd/core.xsd"] ?? "";
const messages = files["xsd/messages.xsd"] ?? "";

async function messageOf(source: string): Promise<string> {
  const error: unknown = await readSchema(source).catch(
    (each: unknown) => each,
  );
  if (!(error instanceof Error)) throw new Error("it was read");
  return error.message;
}

async function zipFile(entries: readonly ZipEntry[]): Promise<string> {
  const folder = await writeFolder({ "set.zip": writeZip(entries) });
  return join(folder, "set.zip");
}

const entriesOf = (set: Readonly<Record<string, string>>): ZipEntry[] =>
  Object.entries(set).map(([name, content]) => ({ name, content }));

const REFERENCE_MAP = `<?xml version="1.0" encoding="utf-8"?>
<DiscoveryClientResultsFile><Results>
<DiscoveryClientResult referenceType="System.Web.Services.Discovery.ContractReference" url="https://example.com/wsdl/netsuite.wsdl" filename="netsuite.wsdl" />
<DiscoveryClientResult referenceType="System.Web.Services.Discovery.SchemaReference" url="https://example.com/wsdl/xsd/core.xsd" filename="core0.xsd" />
<DiscoveryClientResult referenceType="System.Web.Services.Discovery.SchemaReference" url="https://example.com/wsdl/xsd/messages.xsd" filename="core.xsd" />
</Results></DiscoveryClientResultsFile>`;

const layouts: readonly (readonly [
  string,
  Readonly<Record<string, string>>,
])[] = [
  ["as its schemaLocations say", files],
  [
    "flat",
    { "netsuite.wsdl": wsdl, "core.xsd": core, "messages.xsd": messages },
  ],
  [
    "with other file names",
    { "a/n.WSDL": wsdl, "b/1.xsd": core, "c/2.xsd": messages },
  ],
  [
    "as a Visual Studio web reference",
    {
      "netsuite.wsdl": wsdl,
      "Reference.map": REFERENCE_MAP,
      "core0.xsd": core,
      "core.xsd": messages,
      "Record.datasource": "<x/>",
    },
  ],
  [
    "with schemaLocations on a server",
    {
      ...files,
      "netsuite.wsdl": wsdl.replaceAll('"xsd/', '"https://127.0.0.1:1/'),
    },
  ],
  [
    "without schemaLocations",
    { ...files, "netsuite.wsdl": wsdl.replace(/ schemaLocation="[^"]*"/g, "") },
  ],
  [
    "with the same XSD twice",
    {
      ...files,
      "netsuite.wsdl": wsdl.replaceAll('"xsd/', '"gone/'),
      "copy/core.xsd": core,
    },
  ],
  [
    "beside what Finder adds",
    { ...files, "__MACOSX/._netsuite.wsdl": "x", ".git/x.wsdl": "x" },
  ],
];

const withoutSources = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, each: unknown) =>
      key === "source" ? undefined : each,
    ),
  );

test.each(layouts)("a folder and a zip %s are read alike", async (_, set) => {
  const want = withoutSources(await readSchema(await writeFolder(files)));
  expect(withoutSources(await readSchema(await writeFolder(set)))).toEqual(
    want,
  );
  expect(
    withoutSources(await readSchema(await zipFile(entriesOf(set)))),
  ).toEqual(want);
});

test("XSDs may stand beside the folder of the WSDL", async () => {
  const folder = await writeFolder({
    "wsdl/v1/netsuite.wsdl": wsdl.replaceAll('"xsd/', '"../../xsd/'),
    "xsd/core.xsd": core,
    "xsd/messages.xsd": messages,
  });
  const schema = await readSchema(join(folder, "wsdl/v1/netsuite.wsdl"));
  expect(schema.service.source?.file).toBe("netsuite.wsdl");
  expect(schema.namespaces[0]?.source).toEqual({
    file: "../../xsd/core.xsd",
    line: 1,
    column: 1,
  });
});

test("positions in a zip name the zip", async () => {
  const schema = await readSchema(await zipFile(entriesOf(files)));
  expect(schema.namespaces[0]?.types[0]?.source).toEqual({
    file: "set.zip!/xsd/core.xsd",
    line: 2,
    column: 1,
  });
});

test("the model is frozen", async () => {
  const schema = await readSchema(await writeFolder(files));
  expect(Object.isFrozen(schema.service.operations[0]?.input.headers)).toBe(
    true,
  );
  expect(schema.service.documentation).toBe(
    "Release Status: Generally Available",
  );
});

test("a generated package is read by the function that is given for it", async () => {
  const schema = await readSchema(await writeFolder(files));
  const folder = await writeFolder({ "nsgen.manifest.json": "{}" });
  const read: string[] = [];
  expect(
    await readSchema(folder, {
      readPackage: (each) => {
        read.push(each);
        return Promise.resolve(schema);
      },
    }),
  ).toBe(schema);
  expect(read).toEqual([folder]);
  expect(await messageOf(folder)).toBe(
    `${folder} is a generated package, which is not read here\n  Give the WSDL that it was generated from.`,
  );
});

test.each([
  ["./gone", `there is no file or folder "./gone"\n  ${KINDS_OF_SOURCE}`],
  ["", `there is no file or folder ""\n  ${KINDS_OF_SOURCE}`],
  [
    "ftp://x/y.wsdl",
    `sources of the kind ftp: are not read\n  ${KINDS_OF_SOURCE}`,
  ],
  [
    "https://user:secret@host/x.wsdl",
    "the URL https://host/x.wsdl was given with a user name or password\n  Remove them: NetSuite's WSDLs are public, and nsgen sends no credentials.",
  ],
])("the source %s is refused", async (source, want) => {
  expect(await messageOf(source)).toBe(want);
});

test("a folder without a WSDL, and one with several, are refused", async () => {
  const none = await writeFolder({ "core.xsd": core });
  expect(await messageOf(none)).toBe(
    `${none} holds no .wsdl file\n  ${KINDS_OF_SOURCE}`,
  );
  const two = await writeFolder({ "b.wsdl": wsdl, "a/a.wsdl": wsdl });
  expect(await messageOf(two)).toBe(
    `${two} holds 2 WSDLs: a/a.wsdl, b.wsdl\n  Give the path of one of them, or a folder or zip that holds only one.`,
  );
});

test("missing imports are reported together", async () => {
  const folder = await writeFolder({ "netsuite.wsdl": wsdl });
  expect(await messageOf(folder)).toBe(
    `netsuite.wsdl:7:1: no file in ${folder} declares namespace ${CORE}
    <xsd:import namespace="${CORE}" schemaLocation="xsd/core.xsd"/>
  Add core.xsd to the files beside the WSDL: nsgen never downloads for a local source.
netsuite.wsdl:8:1: no file in ${folder} declares namespace ${MESSAGES}
    <xsd:import namespace="${MESSAGES}" schemaLocation="xsd/messages.xsd"/>
  Add messages.xsd to the files beside the WSDL: nsgen never downloads for a local source.`,
  );
});

test("one namespace in two different files is refused", async () => {
  const folder = await writeFolder({
    "netsuite.wsdl": wsdl,
    "a.xsd": core,
    "b.xsd": core.replace("Record", "Other"),
    "c.xsd": messages,
  });
  expect((await messageOf(folder)).split("\n")[0]).toBe(
    `netsuite.wsdl:7:1: a.xsd and b.xsd both declare namespace ${CORE}, with different content`,
  );
});

test("a truncated XSD is reported where it ends", async () => {
  const folder = await writeFolder({
    ...files,
    "xsd/core.xsd": core.slice(0, -20),
  });
  expect(await messageOf(folder)).toMatch(
    /^xsd\/core\.xsd:\d+:\d+: (the file ends before <schema> of line 1 is closed|this is not well-formed XML: .*)\n/,
  );
});

test("files of two versions are refused", async () => {
  const other = smallSet({ version: "2021_2" });
  const folder = await writeFolder({
    ...files,
    "xsd/core.xsd": other["xsd/core.xsd"] ?? "",
  });
  expect(await messageOf(folder)).toBe(
    "the files are of different versions: 2022_1 (netsuite.wsdl, xsd/messages.xsd) and 2021_2 (xsd/core.xsd)\n  Use the WSDL and XSDs of one version.",
  );
});

test("a WSDL of something else is refused", async () => {
  const folder = await writeFolder({
    "x.wsdl":
      '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" targetNamespace="urn:x"/>',
  });
  expect((await messageOf(folder)).split("\n")[0]).toBe(
    "x.wsdl:1:1: this is not a SuiteTalk WSDL: its targetNamespace urn:x names no version such as 2025_2",
  );
  expect(
    await messageOf(join(await writeFolder(files), "xsd/core.xsd")),
  ).toContain("this is not a WSDL: its root element is xsd:schema");
});

const hostileZips: readonly (readonly [string, readonly ZipEntry[], string])[] =
  [
    [
      "a path that leaves it",
      [{ name: "../x.xsd", content: "" }],
      "cannot be unpacked: invalid relative path: ../x.xsd",
    ],
    [
      "an absolute path",
      [{ name: "/etc/x.xsd", content: "" }],
      "cannot be unpacked: absolute path: /etc/x.xsd",
    ],
    [
      "a drive letter",
      [{ name: "C:/x.xsd", content: "" }],
      "cannot be unpacked: absolute path: C:/x.xsd",
    ],
    [
      "a backslash",
      [{ name: "a\\x.xsd", content: "" }],
      "cannot be unpacked: invalid characters in fileName: a\\x.xsd",
    ],
    [
      "a password",
      [{ name: "x.xsd", content: "", encrypted: true }],
      "holds x.xsd, which needs a password: it is not unpacked",
    ],
    [
      "a symbolic link",
      [{ name: "x.xsd", content: "/etc/passwd", symlink: true }],
      "holds x.xsd, which is a symbolic link: it is not unpacked",
    ],
    [
      "a name twice",
      [
        { name: "x.xsd", content: "a" },
        { name: "x.xsd", content: "b" },
      ],
      "holds x.xsd twice: it is not unpacked",
    ],
    [
      "too many entries",
      Array.from({ length: 2_001 }, (_, at) => ({
        name: `${at}.txt`,
        content: "",
      })),
      "holds 2001 entries: it is not unpacked",
    ],
    [
      "a bomb",
      [{ name: "x.xsd", content: Buffer.alloc(8 * 1024 * 1024, " ") }],
      "holds x.xsd, which unpacks to more than 200 times its size: it is not unpacked",
    ],
    [
      "more in it than its headers say",
      [
        {
          name: "x.xsd",
          content: Buffer.alloc(100_000, " "),
          claimedBytes: 10,
        },
      ],
      "cannot be unpacked: too many bytes in the stream. expected 10. got at least 16384",
    ],
  ];

test.each(hostileZips)("a zip with %s is refused", async (_, entries, want) => {
  const message = await messageOf(await zipFile(entries));
  expect(message.split("\n")[0]).toBe(`set.zip ${want}`);
});

test("a file that is no zip is refused", async () => {
  const folder = await writeFolder({ "set.zip": "<html>" });
  expect(await messageOf(join(folder, "set.zip"))).toBe(
    "set.zip cannot be unpacked: End of central directory record signature not found. Either not a zip file, or file is truncated\n  Download the zip again; if it stays so, unpack it yourself and give the folder.",
  );
});

test("files that a source does not consist of are neither followed nor read", async () => {
  const folder = await writeFolder(files);
  await writeFile(join(folder, "secret.txt"), core);
  const set = {
    ...files,
    "netsuite.wsdl": wsdl.replace("xsd/core.xsd", "secret.txt"),
  };
  await writeFile(join(folder, "netsuite.wsdl"), set["netsuite.wsdl"]);
  const schema = await readSchema(folder);
  expect(schema.namespaces[0]?.source?.file).toBe("xsd/core.xsd");
});
