/** What is said of a page that came instead of an envelope. */
export const HTML_PAGE =
  "The message is an HTML page, not a SOAP envelope: the host is not a SuiteTalk endpoint, is being maintained, or a proxy answered in its place";
