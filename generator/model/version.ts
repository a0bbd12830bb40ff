/** Endpoint version tokens: `2025_2` in `urn:core_2025_2.platform.webservices.netsuite.com`. */

const TOKEN = /_(\d{4}_\d+)(?=[.]|$)/;

/** Whether a text is a version token. */
export function isVersion(text: string): boolean {
  return /^\d{4}_\d+$/.test(text);
}

/** A namespace URI taken apart. */
export interface VersionedUri {
  /** The URI without the token. */
  readonly name: string;
  /** The token, or null where the URI has none. */
  readonly version: string | null;
}

/** Parses the version token out of a namespace URI. */
export function parseVersionedUri(uri: string): VersionedUri {
  const match = TOKEN.exec(uri);
  return match?.[1] === undefined
    ? { name: uri, version: null }
    : { name: uri.replace(TOKEN, ""), version: match[1] };
}

/** A version as people write it: `2025.2` for `2025_2`. */
export function formatVersion(version: string): string {
  return version.replace("_", ".");
}
