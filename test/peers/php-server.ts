import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { createWsdlPages, pagePaths } from "../../emulator/wsdl/wsdl-pages.js";
import { readZipTree } from "../../generator/read/source/zip-tree.js";
import type { NetSuiteSchema } from "../../runtime/codegen-v1/index.js";
import { wsdlSet } from "../wsdl-sets.js";

/** PHP's SoapServer with a SuiteTalk WSDL, running. */
export interface PhpServer {
  /** Options of `new NetSuiteClient`. */
  readonly connection: {
    readonly account: string;
    readonly consumerKey: string;
    readonly consumerSecret: string;
    readonly tokenId: string;
    readonly tokenSecret: string;
    readonly endpoint: string;
  };
  [Symbol.asyncDispose](): Promise<void>;
}

const CREDENTIALS = {
  account: "TSTDRV1234567",
  consumerKey: "php-consumer-key",
  consumerSecret: "php-consumer-secret",
  tokenId: "php-token-id",
  tokenSecret: "php-token-secret",
};

/** Starts PHP's SoapServer over the real WSDL of a schema's version, or over the printed one where that is absent. */
export async function startPhpServer(
  php: string,
  schema: NetSuiteSchema,
): Promise<PhpServer> {
  const folder = await mkdtemp(join(tmpdir(), "nsgen-php-"));
  const wsdl = await writeWsdl(schema, folder);
  const address = `127.0.0.1:${await findFreePort()}`;
  const child = spawn(
    php,
    ["-S", address, join(import.meta.dirname, "php-server.php")],
    {
      stdio: "ignore",
      env: {
        ...process.env,
        PEER_TASK: JSON.stringify({
          wsdl,
          folder,
          version: schema.version,
          keys: CREDENTIALS,
        }),
      },
    },
  );
  const ended = once(child, "close");
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await waitForServer(
      `http://${address}/?wsdl`,
      () => child.exitCode !== null,
    );
  } catch (error) {
    await close();
    throw error;
  }
  return {
    connection: { ...CREDENTIALS, endpoint: `http://${address}` },
    [Symbol.asyncDispose]: close,
  };
}

/** Writes the WSDL with its XSDs into a folder, and gives its path. */
async function writeWsdl(
  schema: NetSuiteSchema,
  folder: string,
): Promise<string> {
  const set = wsdlSet(`v${schema.version}`);
  const files = set === null ? printFiles(schema, folder) : await unpack(set);
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const wsdl = [...files.keys()].find((path) => path.endsWith(".wsdl")) ?? "";
  return join(folder, wsdl);
}

async function unpack(zip: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const tree = await readZipTree(zip);
  const files = new Map<string, Uint8Array>();
  for (const path of await tree.list())
    files.set(path, (await tree.read(path)) ?? new Uint8Array());
  return files;
}

function printFiles(
  schema: NetSuiteSchema,
  folder: string,
): ReadonlyMap<string, string> {
  const pages = createWsdlPages(schema);
  const origin = pathToFileURL(folder).href;
  return new Map(
    pagePaths(schema).map((path) => [path.slice(1), pages(path, origin) ?? ""]),
  );
}

/** `php -S` takes no port 0. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  // A TCP server has no other address.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** The first request makes PHP read the WSDL, which takes a while. */
async function waitForServer(
  url: string,
  hasEnded: () => boolean,
): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    if (response || hasEnded())
      throw new Error(
        `php -S does not answer: ${response ? await response.text() : "it has ended"}`,
      );
    await sleep(50);
  }
}
