import type { Environment } from "nsgen-runtime";

/** A proxy that the environment names. */
export interface Proxy {
  /** The variable that names it. */
  readonly variable: string;
  /** Without user name and password. */
  readonly url: URL;
}

/** This machine's own names are never asked of a proxy. */
const LOCAL = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** The proxy that a URL is reached through, or null: by the variables that undici's agent reads, lower case first. */
export function findProxy(url: URL, environment: Environment): Proxy | null {
  const read = (name: string): { variable: string; value: string } | null => {
    for (const variable of [name.toLowerCase(), name]) {
      const value = environment[variable];
      if (value !== undefined && value !== "") return { variable, value };
    }
    return null;
  };
  const named =
    (url.protocol === "https:" ? read("HTTPS_PROXY") : null) ??
    read("HTTP_PROXY");
  if (!named || LOCAL.test(url.hostname)) return null;
  const excluded = (read("NO_PROXY")?.value ?? "").split(/[\s,]+/);
  if (excluded.some((each) => matches(url, each))) return null;
  if (!URL.canParse(named.value)) return null;
  const proxy = new URL(named.value);
  proxy.username = proxy.password = "";
  return { variable: named.variable, url: proxy };
}

/** Whether an entry of NO_PROXY is about a URL: `*`, a host, or `.domain` for all under it; with or without a port. */
function matches({ hostname, protocol, port }: URL, entry: string): boolean {
  if (entry === "*") return true;
  const [name = "", number] = entry.toLowerCase().split(":");
  const actual = port || (protocol === "https:" ? "443" : "80");
  if (number !== undefined && number !== actual) return false;
  return /^[.*]/.test(name)
    ? hostname.endsWith(name.replace(/^\*/, ""))
    : hostname === name;
}
