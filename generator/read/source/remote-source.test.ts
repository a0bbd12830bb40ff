import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import type { Schema } from "../../model/schema.js";
import type { ProgressEvent, ReadOptions } from "../read-options.js";
import { readSchema } from "../read-schema.js";
import { hasRealSets, WSDL_DIR } from "../testing/real-sets.js";
import { smallSet, writeFolder } from "../testing/small-set.js";
import { readZipTree } from "./zip-tree.js";

/** What a test's server answers; a status alone, or a body, or both. */
interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

const servers: Server[] = [];

afterEach(() => {
  for (const each of servers.splice(0)) {
    each.closeAllConnections();
    each.close();
  }
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a TCP port has such an address.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

async function serve(
  answer: (path: string, request: IncomingMessage) => Answer | Promise<Answer>,
): Promise<string> {
  return listen(
    createServer((request, response) => {
      void Promise.resolve(answer(request.url ?? "", request)).then((each) => {
        response.writeHead(each.status ?? 200, each.headers).end(each.body);
      });
    }),
  );
}

const files = smallSet();
const bodyOf = (path: string): Answer => {
  const body = files[path.slice(1).split("?")[0] ?? ""];
  return body === undefined ? { status: 404 } : { body };
};

async function options(more: ReadOptions = {}): Promise<ReadOptions> {
  return {
    cacheDir: await mkdtemp(join(tmpdir(), "nsgen-cache-")),
    environment: {},
    sleep: () => Promise.resolve(),
    ...more,
  };
}

async function messageOf(
  source: string,
  more: ReadOptions = {},
): Promise<string> {
  const error: unknown = await readSchema(source, await options(more)).catch(
    (each: unknown) => each,
  );
  if (!(error instanceof Error)) throw new Error("it was read");
  return error.message;
}

const withoutSources = (schema: Schema): string =>
  JSON.stringify(schema, (key, each: unknown) =>
    key === "source" ? undefined : each,
  );

test("a WSDL on a server is read like one on disk, with progress", async () => {
  const events: ProgressEvent[] = [];
  const url = await serve(bodyOf);
  const schema = await readSchema(
    `${url}/netsuite.wsdl`,
    await options({ onProgress: (each) => events.push(each) }),
  );
  expect(withoutSources(schema)).toBe(
    withoutSources(await readSchema(await writeFolder(files))),
  );
  expect(schema.service.source?.file).toBe(`${url}/netsuite.wsdl`);
  expect(events.map(({ done, total }) => [done, total])).toEqual([
    [1, 1],
    [2, 3],
    [3, 3],
  ]);
  expect(events.at(-1)?.bytes).toBe(Object.values(files).join("").length);
});

test("a busy server is asked again, three times in all", async () => {
  const seen = new Map<string, number>();
  const url = await serve((path) => {
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    return count < 3 ? { status: count === 1 ? 503 : 429 } : bodyOf(path);
  });
  const waits: number[] = [];
  await readSchema(
    `${url}/netsuite.wsdl`,
    await options({
      random: () => 0.5,
      sleep: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    }),
  );
  expect(seen.get("/xsd/core.xsd")).toBe(3);
  expect(waits.slice(0, 2)).toEqual([500, 1_000]);
  expect(
    await messageOf(`${await serve(() => ({ status: 503 }))}/x.wsdl`),
  ).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/x\.wsdl cannot be downloaded \(3 attempts\): HTTP status 503\n {2}Try again later, or download the WSDL's zip and give its path\.$/,
  );
});

test("a missing file is not asked for again; its import is told", async () => {
  const asked: string[] = [];
  const url = await serve((path) => {
    asked.push(path);
    return path.endsWith("core.xsd") ? { status: 404 } : bodyOf(path);
  });
  expect(await messageOf(`${url}/netsuite.wsdl?key=secret`)).toBe(
    `${url}/netsuite.wsdl?…:7:1: ${url}/xsd/core.xsd cannot be downloaded: HTTP status 404
    <xsd:import namespace="urn:core_2022_1.platform.webservices.netsuite.com" schemaLocation="xsd/core.xsd"/>
  Check the address: NetSuite's WSDLs are at https://webservices.netsuite.com/wsdl/v2025_2_0/netsuite.wsdl, by version.`,
  );
  expect(asked.filter((each) => each.endsWith("core.xsd"))).toHaveLength(1);
});

test("an unreachable server is an error even when the cache has all files", async () => {
  const url = await serve(() => ({}));
  servers[0]?.close();
  servers[0]?.closeAllConnections();
  expect(await messageOf(`${url}/x.wsdl`)).toBe(
    `${url}/x.wsdl cannot be downloaded (3 attempts): the connection failed (ECONNREFUSED)\n  Check the network and HTTPS_PROXY, or download the WSDL's zip elsewhere and give its path.`,
  );
});

test("a silent server is given up", async () => {
  const url = await serve(() => new Promise<Answer>(() => undefined));
  expect(await messageOf(`${url}/x.wsdl`, { timeoutMs: 100 })).toContain(
    "the connection failed (no answer in 0.1 s)",
  );
});

test("an HTML page instead of a WSDL is told", async () => {
  const url = await serve(() => ({ body: "<html><body>Login</body></html>" }));
  expect((await messageOf(`${url}/x.wsdl`)).split("\n")[0]).toBe(
    `${url}/x.wsdl:1:1: this is an HTML page, not a WSDL or XSD`,
  );
});

test("a redirect is followed on the same host only", async () => {
  const url = await serve((path) =>
    path === "/old"
      ? { status: 302, headers: { location: "/netsuite.wsdl" } }
      : bodyOf(path),
  );
  const schema = await readSchema(`${url}/old`, await options());
  expect(schema.service.source?.file).toBe(`${url}/netsuite.wsdl`);
  for (const location of [
    "http://localhost:1/netsuite.wsdl",
    "file:///etc/passwd",
  ]) {
    const away = await serve(() => ({ status: 301, headers: { location } }));
    expect(await messageOf(`${away}/x.wsdl`)).toBe(
      `${away}/x.wsdl cannot be downloaded: the server redirects to another host, ${new URL(location).host || "file:"}\n  If you trust that address, give it instead: nsgen stays on the host that you name.`,
    );
  }
  const circle = await serve(() => ({
    status: 302,
    headers: { location: "/x" },
  }));
  expect(await messageOf(`${circle}/x`)).toContain("more than 5 redirects");
});

test.each([
  "http://localhost:1/core.xsd",
  "file:///etc/passwd",
  "//localhost:1/core.xsd",
])("the import %s leaves the host and is not followed", async (location) => {
  const url = await serve((path) =>
    path === "/netsuite.wsdl"
      ? {
          body: files["netsuite.wsdl"]?.replace("xsd/core.xsd", location) ?? "",
        }
      : bodyOf(path),
  );
  const shown = location.startsWith("file")
    ? "file:"
    : "http://localhost:1/core.xsd";
  expect((await messageOf(`${url}/netsuite.wsdl`)).split("\n")[0]).toBe(
    `${url}/netsuite.wsdl:7:1: schemaLocation leads away from ${url}, to ${shown}`,
  );
});

test("an import on another host is asked for on the WSDL's own", async () => {
  const asked: string[] = [];
  const url = await serve((path) => {
    asked.push(path);
    return path === "/netsuite.wsdl"
      ? {
          body:
            files["netsuite.wsdl"]?.replace(
              "xsd/core.xsd",
              "https://webservices.netsuite.invalid/xsd/core.xsd",
            ) ?? "",
        }
      : bodyOf(path);
  });
  await readSchema(`${url}/netsuite.wsdl`, await options());
  expect(asked).toContain("/xsd/core.xsd");
});

describe("the cache", () => {
  const serveWithTags = async (
    asked: (string | undefined)[],
  ): Promise<string> =>
    serve((path, { headers }) => {
      asked.push(headers["if-none-match"]);
      const answer = { ...bodyOf(path), headers: { etag: `"${path}"` } };
      return headers["if-none-match"] === `"${path}"`
        ? { status: 304 }
        : answer;
    });

  test("is used when the server says that nothing changed", async () => {
    const asked: (string | undefined)[] = [];
    const url = await serveWithTags(asked);
    const same = await options();
    const first = await readSchema(`${url}/netsuite.wsdl`, same);
    expect(asked).toEqual([undefined, undefined, undefined]);
    expect(await readSchema(`${url}/netsuite.wsdl`, same)).toEqual(first);
    expect(asked.slice(3).sort()).toEqual([
      '"/netsuite.wsdl"',
      '"/xsd/core.xsd"',
      '"/xsd/messages.xsd"',
    ]);
  });

  test("is filled again where a file in it is damaged", async () => {
    const asked: (string | undefined)[] = [];
    const url = await serveWithTags(asked);
    const same = await options();
    await readSchema(`${url}/netsuite.wsdl`, same);
    const blobs = join(same.cacheDir ?? "", "blobs");
    const names = await readdir(blobs);
    expect(names).toHaveLength(3);
    for (const each of names) await writeFile(join(blobs, each), "damaged");
    await readSchema(`${url}/netsuite.wsdl`, same);
    expect(asked).toEqual(Array.from({ length: 6 }, () => undefined));
    expect(await readFile(join(blobs, names[0] ?? ""), "utf8")).not.toBe(
      "damaged",
    );
  });

  test("that cannot be written is no error", async () => {
    const folder = await writeFolder({ file: "" });
    const url = await serve(bodyOf);
    await readSchema(
      `${url}/netsuite.wsdl`,
      await options({ cacheDir: join(folder, "file") }),
    );
  });
});

test("the environment's proxy is used, and NO_PROXY honoured", async () => {
  const url = await serve(bodyOf);
  const asked: string[] = [];
  const HTTP_PROXY = await serve((address) => {
    asked.push(new URL(address).host);
    return bodyOf(new URL(address).pathname);
  });
  await readSchema(
    "http://netsuite.invalid/netsuite.wsdl",
    await options({ environment: { HTTP_PROXY } }),
  );
  expect(new Set(asked)).toEqual(new Set(["netsuite.invalid"]));
  await readSchema(
    `${url}/netsuite.wsdl`,
    await options({ environment: { HTTP_PROXY, NO_PROXY: "127.0.0.1" } }),
  );
  expect(asked).not.toContain(new URL(url).host);
});

test.each(["http://", ""])(
  "a proxy may be given as %shost:port",
  async (scheme) => {
    const url = await serve((address) => bodyOf(new URL(address).pathname));
    const environment = { http_proxy: url.replace("http://", scheme) };
    const schema = await readSchema(
      "http://netsuite.invalid/netsuite.wsdl",
      await options({ environment }),
    );
    expect(schema.version).toBe("2022_1");
  },
);

test.each(["localhost:99999", "ftp://user:secret@proxy"])(
  "a proxy that is no URL is told without its text: %s",
  async (HTTP_PROXY) => {
    expect(
      await messageOf("http://netsuite.invalid/netsuite.wsdl", {
        environment: { HTTP_PROXY },
      }),
    ).toBe(
      "HTTP_PROXY is not the URL of a proxy\n  Set it to one such as http://proxy.example.com:8080, or unset it.",
    );
  },
);

test("two slashes in a schemaLocation are one", async () => {
  const asked: string[] = [];
  const url = await serve((path) => {
    asked.push(path);
    const { body = "", ...rest } = bodyOf(path);
    return { ...rest, body: String(body).replace('"./core', '".//core') };
  });
  await readSchema(`${url}/netsuite.wsdl`, await options());
  expect(asked.sort()).toEqual([
    "/netsuite.wsdl",
    "/xsd/core.xsd",
    "/xsd/messages.xsd",
  ]);
});

test("https goes through a tunnel of the proxy; one that hangs up is given up", async () => {
  const tunnels = new Set<string>();
  const proxy = createServer();
  proxy.on("connect", (request, client) => {
    tunnels.add(request.url ?? "");
    client.destroy();
  });
  const HTTPS_PROXY = await listen(proxy);
  expect(
    await messageOf("https://netsuite.invalid/netsuite.wsdl", {
      environment: { HTTPS_PROXY },
      timeoutMs: 200,
    }),
  ).toBe(
    "https://netsuite.invalid/netsuite.wsdl cannot be downloaded (3 attempts): the connection failed (no answer in 0.2 s)\n  Check the network and HTTPS_PROXY, or download the WSDL's zip elsewhere and give its path.",
  );
  expect(tunnels).toEqual(new Set(["netsuite.invalid:443"]));
});

test("gzip is asked for and undone; a bomb and another coding are refused", async () => {
  const asked = new Set<string | undefined>();
  const answer = (body: string | Uint8Array, coding: string): Answer => ({
    body,
    headers: { "content-encoding": coding },
  });
  const url = await serve((path, { headers }) => {
    asked.add(headers["accept-encoding"]);
    return answer(gzipSync(bodyOf(path).body ?? ""), "gzip");
  });
  const plain = await serve(bodyOf);
  expect(
    withoutSources(await readSchema(`${url}/netsuite.wsdl`, await options())),
  ).toBe(
    withoutSources(await readSchema(`${plain}/netsuite.wsdl`, await options())),
  );
  expect(asked).toEqual(new Set(["gzip"]));

  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
  const hostile = await serve(() => answer(bomb, "gzip"));
  expect(await messageOf(`${hostile}/x.wsdl`)).toContain(
    "x.wsdl is larger than 64 MiB",
  );
  const damaged = await serve(() => answer("no gzip", "gzip"));
  expect(await messageOf(`${damaged}/x.wsdl`)).toContain(
    "the connection failed (Z_DATA_ERROR)",
  );
  const other = await serve(() => answer("", "br"));
  expect((await messageOf(`${other}/x.wsdl`)).split("\n")[0]).toBe(
    `${other}/x.wsdl cannot be downloaded: the server sends it in the coding br, which was not asked for`,
  );
});

test("an aborted signal stops the downloads", async () => {
  const url = await serve(() => new Promise<Answer>(() => undefined));
  const signal = AbortSignal.timeout(50);
  await expect(
    readSchema(`${url}/x.wsdl`, await options({ signal })),
  ).rejects.toBe(
    await new Promise((resolve) => {
      signal.addEventListener("abort", () => {
        resolve(signal.reason);
      });
    }),
  );
});

test.runIf(hasRealSets())(
  "a real set laid out as NetSuite's server does is downloaded six files at once",
  async () => {
    const tree = await readZipTree(join(WSDL_DIR, "v2022_1.url-layout.zip"));
    let now = 0;
    let most = 0;
    const url = await serve(async (path) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now--;
      const body = await tree.read(path.slice(1));
      return body ? { body } : { status: 404 };
    });
    const schema = await readSchema(
      `${url}/wsdl/v2022_1_0/netsuite.wsdl`,
      await options(),
    );
    const flat = await readSchema(join(WSDL_DIR, "v2022_1.zip"));
    expect(withoutSources(schema) === withoutSources(flat)).toBe(true);
    expect(most).toBe(6);
  },
);
