import type { Dispatcher } from "undici";
import type { Schema } from "../model/schema.js";
import type { Fingerprint } from "./source/fingerprint.js";

/** How far the downloads of a remote source are. */
export interface ProgressEvent {
  /** Files that have arrived. */
  readonly done: number;
  /** Files known to be needed so far; grows while imports are found. */
  readonly total: number;
  /** Bytes that have arrived, those confirmed by the cache included. */
  readonly bytes: number;
  /** The file that arrived last, without query. */
  readonly file: string;
}

/** Options of `readSchema`. */
export interface ReadOptions {
  /** Stops reading; the promise is rejected with its reason. */
  readonly signal?: AbortSignal;
  /** Called after each download. Local sources call it never. */
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Called with the fingerprint of a local source when it was read whole. */
  readonly onFingerprint?: (fingerprint: Fingerprint) => void;
  /** Folder of the download cache. Default: `NSGEN_CACHE_DIR`, else the system's cache folder for nsgen. */
  readonly cacheDir?: string;
  /** Reads a generated package, given its folder. Without it such a folder is an error. */
  readonly readPackage?: (folder: string) => Promise<Schema>;
  /** Environment variables. Default: those of the process. `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, `NSGEN_CACHE_DIR` are read. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Sends the requests, and is not closed. Default: an agent that honours the environment's proxy. */
  readonly dispatcher?: Dispatcher;
  /** Waits between attempts. Default: a timer. */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Random number from 0 to 1, for the jitter of waits. Default: `Math.random`. */
  readonly random?: () => number;
  /** How long a server may be silent, in ms. Default: 30,000. */
  readonly timeoutMs?: number;
}
