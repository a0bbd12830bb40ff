/** Local names of the fault elements that SuiteTalk's WSDLs declare. */
export const FAULT_ELEMENTS = [
  "asyncFault",
  "exceededConcurrentRequestLimitFault",
  "exceededRecordCountFault",
  "exceededRequestLimitFault",
  "exceededRequestSizeFault",
  "exceededUsageLimitFault",
  "insufficientPermissionFault",
  "invalidAccountFault",
  "invalidCredentialsFault",
  "invalidSessionFault",
  "invalidVersionFault",
  "unexpectedErrorFault",
] as const;

/** One of {@link FAULT_ELEMENTS}. */
export type FaultElement = (typeof FAULT_ELEMENTS)[number];

/**
 * What refuses a request as a whole: thrown by whatever finds the reason, answered as a SOAP fault.
 *
 * `element` is null where the fault has no typed detail, as Axis' own do.
 */
export class SoapFault extends Error {
  override readonly name = "SoapFault";
  readonly element: FaultElement | null;
  /** A value of FaultCodeType; null together with `element`. */
  readonly code: string | null;
  /** Such as `soapenv:Server.userException`. */
  readonly faultcode: string;
  /** Default 500: what SOAP 1.1 asks for. */
  readonly httpStatus: number;

  constructor(
    element: FaultElement | null,
    code: string | null,
    message: string,
    {
      faultcode = "soapenv:Server.userException",
      httpStatus = 500,
    }: { readonly faultcode?: string; readonly httpStatus?: number } = {},
  ) {
    super(message);
    this.element = element;
    this.code = code;
    this.faultcode = faultcode;
    this.httpStatus = httpStatus;
  }
}
