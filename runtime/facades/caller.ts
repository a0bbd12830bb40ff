import type { CallOptions, ResponseInfo } from "../call/index.js";
import type { NetSuiteSchema } from "../codegen-v1/index.js";
import type { CallContext } from "../errors/index.js";

/** What the facades stand on: the schema, and the calling of its operations. */
export interface Caller {
  readonly schema: NetSuiteSchema;
  /**
   * Calls an operation.
   *
   * @returns the value of its output element, which is a `T`
   * @throws NetSuiteError of whichever kind
   */
  call<T>(
    operation: string,
    request: object,
    options?: CallOptions,
  ): Promise<T>;
}

/** A response, and what an error about it would say of the call. */
export interface Answer<T> {
  readonly value: T;
  readonly context: CallContext;
}

/** Calls an operation, and keeps what the response says beside its value. */
export async function ask<T>(
  caller: Caller,
  operation: string,
  request: object,
  options: CallOptions = {},
): Promise<Answer<T>> {
  let info: ResponseInfo | null = null;
  const value = await caller.call<T>(operation, request, {
    ...options,
    onResponse(response) {
      info = response;
      options.onResponse?.(response);
    },
  });
  const { attempts, nsId } = told(info);
  return { value, context: { operation, attempts, nsId } };
}

function told(
  info: ResponseInfo | null,
): Pick<ResponseInfo, "attempts" | "nsId"> {
  return info ?? { attempts: [], nsId: null };
}
