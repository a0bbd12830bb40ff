/** A URL as messages may show it: without user, password, fragment, and what its query says. */
export function displayUrl(url: URL | string): string {
  const { protocol, host, pathname, search } = new URL(url);
  return `${protocol}//${host}${pathname}${search === "" ? "" : "?…"}`;
}
