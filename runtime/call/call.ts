import { prepareEnvelope } from "../codec/index.js";
import type { OperationDescriptor } from "../codegen-v1/index.js";
import {
  NetSuiteConfigurationError,
  NetSuiteError,
  withCallContext,
} from "../errors/index.js";
import { createRedact, findSecrets, redactError } from "../redact/index.js";
import { operationClass } from "../retry/index.js";
import type { CallSignal } from "../wait/index.js";
import { checkCallOptions } from "./call-options.js";
import { withDeadline } from "./deadline.js";
import type { CallEnvironment } from "./environment.js";
import type { CallResult, OutgoingCall } from "./interceptor.js";
import { createInterruption } from "./interruption.js";
import { sendWithRetries, type PreparedCall } from "./send-with-retries.js";
import { createSoapHeaders, isAuthenticated } from "./soap-headers.js";

/**
 * Performs a call that has passed the interceptors: deadline → retry → governor → sign → send.
 *
 * @throws NetSuiteError of whichever kind; each says what is known about whether the request was carried out
 */
export async function performCall(
  environment: CallEnvironment,
  call: OutgoingCall,
): Promise<CallResult> {
  const { operation, signal, options } = call;
  const findSecrets = findSecretsOf(environment, call);
  try {
    // Interceptors may have changed them.
    checkCallOptions(options);
    const { totalTimeoutMs = environment.totalTimeoutMs } = options;
    return await withDeadline(
      { signal, totalTimeoutMs },
      environment.sleep,
      (ending) =>
        sendWithRetries(environment, {
          ...prepareCall(environment, call, ending),
          findSecrets,
        }),
    );
  } catch (error) {
    if (!(error instanceof NetSuiteError)) throw error;
    // Attempts redact their errors themselves; this is for those that come before.
    redactError(error, createRedact(findSecrets));
    throw withCallContext(error, { operation });
  }
}

/** What of a call must not show, besides who calls. */
function findSecretsOf(
  { secrecy }: CallEnvironment,
  { request, options }: OutgoingCall,
): () => readonly string[] {
  let found: readonly string[] | undefined;
  return () =>
    (found ??= findSecrets({ request, headers: options.headers }, secrecy));
}

/** Does once what all attempts share. The request is encoded here: only its signature differs from one to the next. */
function prepareCall(
  environment: CallEnvironment,
  { operation: name, request, options }: OutgoingCall,
  signal: CallSignal | undefined,
): Omit<PreparedCall, "findSecrets"> {
  const { schema, defaults } = environment;
  const operation = findOperation(environment, name);
  if (signal?.aborted) throw createInterruption(signal.reason, "beforeSending");
  return {
    operation,
    operationClass: operationClass(name),
    isIdempotent: options.idempotent ?? false,
    isSigned: isAuthenticated(operation),
    envelope: prepareEnvelope(schema, {
      header: createSoapHeaders(operation, defaults, options),
      body: { [operation.input.element]: request },
    }),
    signal,
    attemptTimeoutMs: options.attemptTimeoutMs ?? environment.attemptTimeoutMs,
    maxRetries: options.maxRetries ?? environment.maxRetries,
    onResponse: options.onResponse,
  };
}

function findOperation(
  { schema }: CallEnvironment,
  name: string,
): OperationDescriptor {
  const operation = schema.operation(name);
  if (operation) return operation;
  throw new NetSuiteConfigurationError([
    `The operation ${name} is not in this client, which was generated for ${schema.version}. Generate one that has it.`,
  ]);
}
