import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { SoapVersion } from "nsgen-runtime";
import type { Login } from "../auth/credentials.js";
import { readSessionId } from "../auth/sessions.js";
import { SoapFault } from "../faults/soap-fault.js";
import { checkPermissions } from "../governance/permissions.js";
import { checkRecordCount } from "../governance/record-count.js";
import {
  damageOf,
  strikeAfter,
  strikeBefore,
  type Damage,
  type Struck,
  type Substitute,
} from "../injection/strike.js";
import type { SessionAccess } from "../operations/operation.js";
import { OPERATIONS } from "../operations/table.js";
import type { Properties } from "../schema/properties.js";
import type { Answer } from "./answer.js";
import {
  encodeFault,
  encodeResponse,
  type EncodeOptions,
} from "./encode-answer.js";
import type { Endpoint } from "./endpoints.js";
import { outcomeOf } from "./outcome-of.js";
import { readBody } from "./read-body.js";
import {
  readRequest,
  soapVersionOf,
  type SoapRequest,
} from "./read-request.js";
import { recordTypesOf } from "./record-types-of.js";
import type { Service } from "./service.js";

/** Answers one SOAP request, and notes it in the log. Throws only where a reset failed. */
export async function answerRequest(
  service: Service,
  endpoint: Endpoint,
  incoming: IncomingMessage,
  origin: string,
): Promise<Answer> {
  while (service.pause) await service.pause;
  const exchange = new Exchange(service, endpoint, incoming, origin);
  try {
    return await exchange.answer();
  } catch (error) {
    return exchange.refuse(error);
  }
}

/** What an exchange ends with where no error ends it. */
type Ending =
  | Substitute
  | {
      readonly kind: "response";
      readonly response: Properties;
      readonly damage: Damage | null;
    };

/** The life of one request: its steps in `answer` and `carryOut`, and what is known of it so far. */
class Exchange {
  readonly #service: Service;
  readonly #endpoint: Endpoint;
  readonly #incoming: IncomingMessage;
  readonly #origin: string;
  readonly #account: Service["account"];
  readonly #startedMs = performance.now();
  readonly #at: Date;
  readonly #nsId: string;
  /** The id in the cookie of the request. */
  readonly #sessionId: string | undefined;
  /** The id in the cookie of the answer: one that is worth nothing, but for an answer to `login`. */
  #nextSessionId: string = randomUUID();
  #soapVersion: SoapVersion;
  #request: SoapRequest | null = null;
  #login: Login | null = null;

  constructor(
    service: Service,
    endpoint: Endpoint,
    incoming: IncomingMessage,
    origin: string,
  ) {
    this.#service = service;
    this.#endpoint = endpoint;
    this.#incoming = incoming;
    this.#origin = origin;
    this.#account = service.account;
    this.#at = service.account.now();
    this.#nsId = createNsId(service.account.id, this.#at);
    this.#sessionId = readSessionId(incoming.headers.cookie);
    this.#soapVersion = soapVersionOf(incoming.headers);
  }

  async answer(): Promise<Answer> {
    const request = await this.#read();
    this.#request = request;
    this.#soapVersion = request.soapVersion;
    this.#login = this.#service.authenticator.authenticate(
      {
        ...request,
        schema: this.#endpoint.schema,
        sessionId: this.#sessionId,
      },
      this.#account,
    );
    const leave = this.#govern(request, this.#login);
    try {
      const ending = await this.#carryOut(request);
      return this.#finish(request, ending);
    } finally {
      leave();
    }
  }

  async #read(): Promise<SoapRequest> {
    const { requestLimitBytes } = this.#account.settings;
    const bytes = await readBody(this.#incoming, requestLimitBytes);
    if (!bytes)
      throw new SoapFault(
        "exceededRequestSizeFault",
        "USER_ERROR",
        `The request is larger than the ${requestLimitBytes} bytes that are allowed.`,
      );
    return readRequest(
      this.#endpoint,
      bytes,
      this.#incoming.headers["content-type"],
      this.#service.isLenient,
    );
  }

  #govern(request: SoapRequest, login: Login | null): () => void {
    if (!login) return () => {};
    const { settings } = this.#account;
    const leave = this.#service.concurrency.enter(
      login,
      settings.concurrencyLimit,
    );
    try {
      checkPermissions(login.role, request.header, settings);
      checkRecordCount(
        request.operation,
        request.request,
        settings.recordLimits,
      );
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  async #carryOut(given: SoapRequest): Promise<Ending> {
    const { schema } = this.#endpoint;
    const fate = this.#service.faults.decide({
      operation: given.operation,
      version: schema.version,
      recordTypes: recordTypesOf(given.request),
    });
    await this.#service.wait(this.#service.latencyMs + fate.delayMs);
    if (!this.#isCurrent()) return { kind: "reset" };
    const struck = strikeBefore(fate.mishap, given.request);
    if ("kind" in struck) return struck;
    const response = this.#operate(given, struck);
    await this.#account.state.saved();
    const told = strikeAfter(fate.mishap, schema, given.request, response);
    if ("kind" in told) return told;
    return { kind: "response", ...told, damage: damageOf(fate.mishap) };
  }

  #operate(
    { operation, header }: SoapRequest,
    { request, effects }: Struck,
  ): Properties {
    const operate = OPERATIONS.get(operation);
    if (!operate)
      throw new SoapFault(
        null,
        null,
        `The emulator does not answer ${operation}.`,
        { faultcode: "soapenv:Server" },
      );
    return operate({
      operation,
      schema: this.#endpoint.schema,
      request,
      header,
      account: this.#account,
      role: this.#login?.role ?? null,
      origin: this.#origin,
      effects,
      session: this.#sessionAccess(header),
    });
  }

  #sessionAccess(header: Properties): SessionAccess {
    const { authenticator } = this.#service;
    return {
      begin: (passport) => {
        const session = authenticator.beginSession(
          passport,
          header,
          this.#account,
        );
        this.#nextSessionId = session.id;
        return session.user;
      },
      end: () => {
        if (this.#sessionId !== undefined)
          authenticator.endSession(this.#sessionId);
      },
    };
  }

  #finish({ operation }: SoapRequest, ending: Ending): Answer {
    if (ending.kind === "html") {
      this.#note("unavailable", ending.httpStatus);
      return ending;
    }
    if (ending.kind !== "response") {
      this.#note(ending.kind, null);
      return ending;
    }
    const { response, damage } = ending;
    const xml = encodeResponse(this.#encodeOptions, operation, response);
    this.#note(damage ?? outcomeOf(response), 200);
    return this.#envelope(200, xml, damage);
  }

  /** The answer to a request that an error ended. */
  refuse(error: unknown): Answer {
    if (this.#isGivenUp()) {
      this.#note("aborted", null);
      return { kind: "reset" };
    }
    const fault = this.#faultOf(error);
    this.#note(fault.code ?? "fault", fault.httpStatus);
    const xml = encodeFault(this.#encodeOptions, fault);
    return this.#envelope(fault.httpStatus, xml, null);
  }

  /** Whether the client went away before it had sent the whole request. */
  #isGivenUp(): boolean {
    return this.#incoming.destroyed && !this.#incoming.complete;
  }

  /** Whether the account is still there: neither reset since the request came, nor closed. */
  #isCurrent(): boolean {
    const { account, pause } = this.#service;
    return pause === undefined && account === this.#account;
  }

  #faultOf(error: unknown): SoapFault {
    if (error instanceof SoapFault) return error;
    const errorId = randomUUID();
    this.#service.onError(error, errorId);
    return new SoapFault(
      "unexpectedErrorFault",
      "UNEXPECTED_ERROR",
      `An unexpected error occurred. Error ID: ${errorId}`,
    );
  }

  #envelope(httpStatus: number, xml: string, damage: Damage | null): Answer {
    return {
      kind: "envelope",
      httpStatus,
      soapVersion: this.#soapVersion,
      xml: this.#service.vary(xml),
      sessionId: this.#nextSessionId,
      damage,
    };
  }

  get #encodeOptions(): EncodeOptions {
    return {
      schema: this.#endpoint.schema,
      soapVersion: this.#soapVersion,
      nsId: this.#nsId,
    };
  }

  #note(outcome: string, httpStatus: number | null): void {
    // The log of a reset account is empty.
    if (this.#service.account !== this.#account) return;
    const durationMs = performance.now() - this.#startedMs;
    this.#service.requests.add({
      at: this.#at.toISOString(),
      operation: this.#request?.operation ?? null,
      version: this.#endpoint.schema.version,
      user: this.#login?.name ?? null,
      recordTypes: this.#request ? recordTypesOf(this.#request.request) : [],
      outcome,
      httpStatus,
      durationMs: Math.round(durationMs * 10) / 10,
      nsId: this.#nsId,
    });
  }
}

/** An id as NetSuite gives each request: opaque, with the account and the time in it. */
function createNsId(account: string, at: Date): string {
  const time = at.toISOString().replaceAll(/\D/g, "");
  return `WEBSERVICES_${account}_${time}_${randomUUID().slice(-12)}`;
}
