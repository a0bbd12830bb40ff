import type { Dispatcher } from "undici";
import { createInputError, InputError } from "../problems.js";
import type { ReadOptions } from "../read-options.js";
import { cacheFolder } from "./cache-folder.js";
import { displayUrl } from "./display-url.js";
import { createDownloadCache } from "./download-cache.js";
import { download, type DownloadContext } from "./download.js";
import {
  LIMITS,
  tooLarge,
  type ImportRequest,
  type NotFound,
  type SourceFile,
  type SourceFiles,
} from "./source-files.js";

/** How many files are downloaded at once. */
export const PARALLEL_DOWNLOADS = 6;

/**
 * A source on a server. It stays on the host of the WSDL, speaks http and https only, and never reads files but those of the download
 * cache.
 */
export async function openRemoteSource(
  address: string,
  options: ReadOptions,
): Promise<SourceFiles> {
  const wsdlUrl = parseAddress(address);
  const dispatcher = options.dispatcher ?? (await createAgent(options));
  const context: DownloadContext = {
    dispatcher,
    cache: createDownloadCache(cacheFolder(options)),
    options,
  };
  const files = new Map<string, Promise<SourceFile>>();
  const progress = { done: 0, total: 0, bytes: 0 };

  const get = (url: string): Promise<SourceFile> => {
    let file = files.get(url);
    if (!file) files.set(url, (file = fetchFile(url)));
    return file;
  };
  const fetchFile = async (url: string): Promise<SourceFile> => {
    progress.total++;
    const { url: key, bytes } = await download(url, context);
    progress.done++;
    progress.bytes += bytes.length;
    const name = displayUrl(key);
    options.onProgress?.({ ...progress, file: name });
    if (progress.bytes > LIMITS.totalBytes)
      throw new InputError([
        tooLarge(`the set at ${displayUrl(wsdlUrl)}`, LIMITS.totalBytes),
      ]);
    return { key, name, bytes };
  };
  const close = async (): Promise<void> => {
    if (dispatcher !== options.dispatcher) await dispatcher.destroy();
  };

  try {
    return {
      wsdl: await get(wsdlUrl.href),
      close,
      find: async (request) => {
        const place = locate(request, wsdlUrl);
        if ("notFound" in place) return place;
        try {
          return await get(place.url);
        } catch (error) {
          const [problem] = error instanceof InputError ? error.problems : [];
          if (!problem) throw error;
          return (
            place.otherwise ?? {
              notFound: problem.what,
              remedy: problem.remedy,
            }
          );
        }
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where an import is asked for. */
interface Place {
  readonly url: string;
  /** What to say where it is not there; null to say what the server said. */
  readonly otherwise: NotFound | null;
}

/**
 * The place of an import, or why there is none. One on another host is asked for on the WSDL's own: mirrors and account-specific hosts
 * serve files that name NetSuite's main host.
 */
function locate(
  { importer, schemaLocation, namespace }: ImportRequest,
  wsdl: URL,
): Place | NotFound {
  if (schemaLocation === null)
    return {
      notFound: `no schemaLocation says where namespace ${namespace} is declared`,
      remedy:
        "Download the WSDL and its XSDs into a folder and give the folder: there they are found by namespace.",
    };
  if (!URL.canParse(schemaLocation, importer))
    return {
      notFound: `schemaLocation ${schemaLocation} is no valid URL`,
      remedy: "Download the WSDL again: the file may be damaged.",
    };
  const url = new URL(schemaLocation, importer);
  url.hash = "";
  // Oracle writes ".//platform.core.xsd", which not every server takes for "./platform.core.xsd".
  url.pathname = url.pathname.replace(/\/{2,}/g, "/");
  const isHttp = /^https?:$/.test(url.protocol);
  const stays =
    url.host === wsdl.host &&
    (url.protocol === wsdl.protocol || url.protocol === "https:");
  const isPlain = url.username === "" && url.password === "";
  if (stays && isPlain) return { url: url.href, otherwise: null };
  const away = {
    notFound: `schemaLocation leads away from ${wsdl.origin}, to ${isHttp ? displayUrl(url) : url.protocol}`,
    remedy:
      "nsgen stays on the host of the WSDL. Download the files into a folder and give the folder.",
  };
  return isHttp && isPlain
    ? { url: wsdl.origin + url.pathname + url.search, otherwise: away }
    : away;
}

function parseAddress(address: string): URL {
  if (!URL.canParse(address))
    throw createInputError(
      "the source is no valid URL",
      "Give a URL such as https://webservices.netsuite.com/wsdl/v2025_2_0/netsuite.wsdl.",
    );
  const url = new URL(address);
  if (url.username !== "" || url.password !== "")
    throw createInputError(
      `the URL ${displayUrl(url)} was given with a user name or password`,
      "Remove them: NetSuite's WSDLs are public, and nsgen sends no credentials.",
    );
  url.hash = "";
  return url;
}

async function createAgent(options: ReadOptions): Promise<Dispatcher> {
  // Importing undici takes about 0.1 s, which local sources need not wait for.
  const { EnvHttpProxyAgent } = await import("undici");
  const env = options.environment ?? process.env;
  return new EnvHttpProxyAgent({
    connections: PARALLEL_DOWNLOADS,
    // Many proxies open tunnels to port 443 only.
    proxyTunnel: false,
    httpProxy: proxyOf(env, "HTTP_PROXY"),
    httpsProxy: proxyOf(env, "HTTPS_PROXY"),
    noProxy: env["no_proxy"] ?? env["NO_PROXY"] ?? "",
  });
}

/** The URL of a proxy, or the empty text. `proxy:8080` is short for `http://proxy:8080`. */
function proxyOf(
  env: Readonly<Record<string, string | undefined>>,
  name: "HTTP_PROXY" | "HTTPS_PROXY",
): string {
  const text = env[name.toLowerCase()] ?? env[name] ?? "";
  if (text === "") return "";
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (URL.canParse(url) && /^(https?|socks5?):/i.test(url)) return url;
  // It may hold a password: it is not shown.
  throw createInputError(
    `${name} is not the URL of a proxy`,
    "Set it to one such as http://proxy.example.com:8080, or unset it.",
  );
}
