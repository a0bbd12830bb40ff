import envPaths from "env-paths";
import type { Dispatcher } from "undici";
import { createInputError, InputError } from "../problems.js";
import type { ReadOptions } from "../read-options.js";
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
        const url = locate(request, wsdlUrl);
        if (typeof url !== "string") return url;
        try {
          return await get(url);
        } catch (error) {
          const [problem] = error instanceof InputError ? error.problems : [];
          if (!problem) throw error;
          return { notFound: problem.what, remedy: problem.remedy };
        }
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The URL of an import, or why it is not followed. */
function locate(
  { importer, schemaLocation, namespace }: ImportRequest,
  wsdl: URL,
): string | NotFound {
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
  const stays =
    url.host === wsdl.host &&
    (url.protocol === wsdl.protocol || url.protocol === "https:");
  if (stays && url.username === "" && url.password === "") return url.href;
  return {
    notFound: `schemaLocation leads away from ${wsdl.origin}, to ${/^https?:$/.test(url.protocol) ? displayUrl(url) : url.protocol}`,
    remedy:
      "nsgen stays on the host of the WSDL. Download the files into a folder and give the folder.",
  };
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
    httpProxy: env["http_proxy"] ?? env["HTTP_PROXY"] ?? "",
    httpsProxy: env["https_proxy"] ?? env["HTTPS_PROXY"] ?? "",
    noProxy: env["no_proxy"] ?? env["NO_PROXY"] ?? "",
  });
}

function cacheFolder(options: ReadOptions): string {
  const env = options.environment ?? process.env;
  return (
    options.cacheDir ??
    (env["NSGEN_CACHE_DIR"] || envPaths("nsgen", { suffix: "" }).cache)
  );
}
