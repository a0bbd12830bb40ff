/**
 * What a client logs to: a logger of pino, bunyan, Fastify or the like, or the console.
 *
 * Each line is given as fields and a message, in this order, which pino writes as JSON with `msg` and the console prints
 * one after the other:
 *
 * - `error`: a call failed in the end; the field `err` is the error. Not told where its caller aborted it.
 * - `warn`: a request is sent again, and why; this machine's clock is wrong by more than half a minute.
 * - `debug`: each attempt; with the option `wireLog` also what was sent and received.
 *
 * Nothing is told at `info`: a call that succeeds is quiet. No line holds a secret. What a logger throws is ignored.
 */
export interface Logger {
  debug(fields: object, message: string): unknown;
  warn(fields: object, message: string): unknown;
  error(fields: object, message: string): unknown;
}

/** A line that cannot be lost to an error of the logger's. */
export function writeLine(
  logger: Logger,
  level: keyof Logger,
  fields: object,
  message: string,
): void {
  try {
    // A logger may be asynchronous: what it rejects with later is ignored too.
    Promise.resolve(logger[level](fields, message)).catch(() => undefined);
  } catch {
    // A call does not fail because its log does.
  }
}
