import {
  context,
  metrics,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Meter,
  type Tracer,
} from "@opentelemetry/api";
import type { Interceptor } from "../call/interceptor.js";
import { NetSuiteError, type Attempt } from "../errors/index.js";
import {
  describeAttempt,
  describeCall,
  describeFailure,
  describeServer,
} from "./attributes.js";
import { createInstruments, type Instruments } from "./instruments.js";

/** Where spans and metrics go, and how many. */
export interface OpenTelemetryOptions {
  /** Default: that of the global tracer provider. */
  readonly tracer?: Tracer | undefined;
  /** Default: that of the global meter provider, as it is at the first call. */
  readonly meter?: Meter | undefined;
  /** Whether each attempt has a span too. Default true; give false where undici is instrumented, and so makes them itself. */
  readonly attemptSpans?: boolean | undefined;
}

const NAME = "nsgen-runtime";

/**
 * Makes an interceptor for the client option `interceptors` that traces calls and measures them, in the words of
 * OpenTelemetry's semantic conventions for RPC and HTTP, version 1.45.
 *
 * A call is a span of kind client, `NetSuitePortType/get`, current while the call lasts; each attempt is a span `POST`
 * below it, made when the call is over. Metrics are `rpc.client.call.duration` in seconds, `netsuite.client.active_calls`
 * and `netsuite.client.retries`. None holds a request, a response or a secret.
 *
 * @example
 * import { openTelemetryInterceptor } from "nsgen-runtime/opentelemetry";
 * const client = new NetSuiteClient({ ...tokens, interceptors: [openTelemetryInterceptor()] });
 */
export function openTelemetryInterceptor(
  options: OpenTelemetryOptions = {},
): Interceptor {
  const { attemptSpans = true } = options;
  const tracer = options.tracer ?? trace.getTracer(NAME);
  let instruments: Instruments | undefined;
  return (next) => async (call) => {
    // The global meter provider may be set later than the client is made.
    instruments ??= createInstruments(options.meter ?? metrics.getMeter(NAME));
    const { active, duration, retries } = instruments;
    const attributes = describeCall(call.operation);
    const started = performance.now();
    const span = tracer.startSpan(attributes["rpc.method"], {
      kind: SpanKind.CLIENT,
      attributes,
    });
    const within = trace.setSpan(context.active(), span);
    active.add(1, attributes);
    const end = (attempts: readonly Attempt[], failure: object): void => {
      if (attemptSpans) addAttemptSpans(tracer, within, attempts);
      const ending = { ...describeServer(attempts.at(-1)), ...failure };
      span.setAttributes(ending);
      span.end();
      active.add(-1, attributes);
      if (attempts.length > 1) retries.add(attempts.length - 1, attributes);
      duration.record((performance.now() - started) / 1000, {
        ...attributes,
        ...ending,
      });
    };
    try {
      const result = await context.with(within, () => next(call));
      if (result.nsId !== null)
        span.setAttribute("netsuite.ns_id", result.nsId);
      end(result.attempts, {});
      return result;
    } catch (error) {
      span.setStatus({
        code: SpanStatusCode.ERROR,
        message: error instanceof Error ? error.message : String(error),
      });
      if (error instanceof NetSuiteError) {
        span.setAttribute("netsuite.outcome", error.outcome);
        if (error.nsId !== null)
          span.setAttribute("netsuite.ns_id", error.nsId);
      }
      end(
        error instanceof NetSuiteError ? error.attempts : [],
        describeFailure(error),
      );
      throw error;
    }
  };
}

function addAttemptSpans(
  tracer: Tracer,
  within: Context,
  attempts: readonly Attempt[],
): void {
  for (const [index, attempt] of attempts.entries()) {
    const { startedAt, durationMs, outcome } = attempt;
    const span = tracer.startSpan(
      "POST",
      {
        kind: SpanKind.CLIENT,
        startTime: startedAt,
        attributes: describeAttempt(attempt, index),
      },
      within,
    );
    if (outcome !== "ok")
      span.setStatus({ code: SpanStatusCode.ERROR, message: outcome });
    span.end(startedAt + durationMs);
  }
}
