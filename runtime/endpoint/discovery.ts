/** How an account's host is found: by the SOAP operation `getDataCenterUrls`, or by the REST lookup. */
export type Discovery = "soap" | "rest";
