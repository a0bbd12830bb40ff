/** Writes responses by hand, in the way of NetSuite's server: prefixes on some elements, default namespaces on others. */
export interface SoapText {
  /** An envelope with a documentInfo header. */
  envelope(body: string): string;
  /** An envelope with a fault of a type, code and message. */
  fault(element: string, code: string, message: string): string;
  /** The response to a search: one page of records or rows. */
  searchResult(parts: {
    readonly operation: string;
    readonly pageIndex: number;
    readonly content: string;
  }): string;
}

/** The namespaces of `version` are bound to `m` (messages), `c` (core), `f` (faults), `r` (relationships) and `t` (common). */
export function createSoapText(version: string): SoapText {
  const uri = (name: string): string =>
    `urn:${name}_${version}.platform.webservices.netsuite.com`;
  const namespaces = [
    'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"',
    'xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    `xmlns:m="${uri("messages")}" xmlns:c="${uri("core")}" xmlns:f="${uri("faults")}" xmlns:t="${uri("common")}"`,
    `xmlns:r="urn:relationships_${version}.lists.webservices.netsuite.com"`,
  ].join(" ");
  const envelope = (body: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<soapenv:Envelope ${namespaces}><soapenv:Header><documentInfo xmlns="${uri("messages")}"><nsId>WEBSERVICES_1234567_SB1_42</nsId></documentInfo></soapenv:Header><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
  return {
    envelope,
    fault: (element, code, message) =>
      envelope(
        `<soapenv:Fault><faultcode>soapenv:Server.userException</faultcode><faultstring>${message}</faultstring><detail><f:${element}><f:code>${code}</f:code><f:message>${message}</f:message></f:${element}><ns1:hostname xmlns:ns1="http://xml.apache.org/axis/">partners-java</ns1:hostname></detail></soapenv:Fault>`,
      ),
    searchResult: ({ operation, pageIndex, content }) =>
      envelope(
        `<${operation}Response xmlns="${uri("messages")}"><c:searchResult><c:status isSuccess="true"/><c:totalRecords>3</c:totalRecords><c:pageSize>2</c:pageSize><c:totalPages>2</c:totalPages><c:pageIndex>${pageIndex}</c:pageIndex><c:searchId>WEBSERVICES_1</c:searchId>${content}</c:searchResult></${operation}Response>`,
      ),
  };
}
