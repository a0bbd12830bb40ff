/** Where a call was made, for the stack of an error that is found later, when that stack is gone. */
export interface Caller {
  readonly stack?: string;
}

/** Remembers who calls the function that this is called in. Formatting waits until an error asks for it. */
export function captureCaller(): Caller {
  const caller = {};
  Error.captureStackTrace(caller, captureCaller);
  return caller;
}

/** Appends the caller's frames to an error's stack, where they are not in it already. */
export function addCaller(error: Error, caller: Caller): void {
  const frames = caller.stack?.split("\n").slice(1) ?? [];
  const [nearest] = frames;
  if (nearest === undefined || error.stack?.includes(nearest)) return;
  error.stack = [error.stack, ...frames].join("\n");
}
