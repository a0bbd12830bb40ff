/** The server's clock, as far as the Date headers of its responses tell. */
export interface ServerClock {
  /** What to add to this machine's time before it is signed, in milliseconds. */
  readonly correctionMs: () => number;
  /** How far a time that was so corrected is from the server's clock, in milliseconds. */
  readonly errorMs: (correctionMs: number) => number;
  /** Takes a response's Date header, with when the request was sent and its response read. */
  readonly learn: (
    date: string | undefined,
    sentAt: number,
    receivedAt: number,
  ) => void;
}

/** Smaller differences do no harm, and this machine's clock is then mostly the better one. */
const TOLERATED_MS = 30_000;

/** Makes the clock of a server that nothing is known of yet. */
export function createServerClock(): ServerClock {
  /** The server's time minus this machine's. */
  let skewMs = 0;
  return {
    correctionMs: () => (Math.abs(skewMs) > TOLERATED_MS ? skewMs : 0),
    errorMs: (correctionMs) => Math.abs(skewMs - correctionMs),
    learn(date, sentAt, receivedAt) {
      const at = Date.parse(date ?? "");
      if (Number.isNaN(at)) return;
      // The header was written at some time between, and without fractions of a second: what is known already stays,
      // as far as the header allows, so that a response that took minutes unlearns nothing.
      const least = at - receivedAt;
      const most = at + 999 - sentAt;
      skewMs = Math.min(Math.max(skewMs, least), most);
    },
  };
}
