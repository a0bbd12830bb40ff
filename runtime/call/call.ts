import type { OperationDescriptor } from "../codegen-v1/index.js";
import {
  NetSuiteConfigurationError,
  withCallContext,
  type Attempt,
} from "../errors/index.js";
import { makeAttempt } from "./attempt.js";
import { checkCallOptions, type CallOptions } from "./call-options.js";
import type { CallEnvironment } from "./environment.js";
import { createSoapHeaders, takesTokenPassport } from "./soap-headers.js";
import { createAbortedError } from "./transport.js";

/**
 * Performs a call, from its options to the value of the response's element.
 *
 * @throws NetSuiteError of whichever kind; each says what is known about whether the request was carried out
 */
export async function performCall(
  environment: CallEnvironment,
  operationName: string,
  request: object,
  options: CallOptions,
): Promise<unknown> {
  const operation = findOperation(environment, operationName);
  checkCallOptions(options);
  const { signal } = options;
  if (signal?.aborted) throw createAbortedError(signal.reason, false);

  const attempts: Attempt[] = [];
  const { attempt, headers, nsId, result } = await makeAttempt(environment, {
    operation,
    request,
    headers: createSoapHeaders(operation, environment.defaults, options),
    isSigned: takesTokenPassport(environment.schema, operation),
    signal,
    attemptTimeoutMs: options.attemptTimeoutMs ?? environment.attemptTimeoutMs,
  });
  attempts.push(attempt);

  if (headers) options.onResponse?.({ nsId, headers, attempts });
  if (result.kind === "value") return result.value;
  throw withCallContext(result.error, { attempts, nsId });
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
