import type {
  Counter,
  Histogram,
  Meter,
  UpDownCounter,
} from "@opentelemetry/api";

/** What calls are measured with. */
export interface Instruments {
  readonly duration: Histogram;
  readonly active: UpDownCounter;
  readonly retries: Counter;
}

/** Makes the instruments. The first is one of the conventions' own; they have none for the others. */
export function createInstruments(meter: Meter): Instruments {
  return {
    duration: meter.createHistogram("rpc.client.call.duration", {
      unit: "s",
      description: "Duration of calls, with all their attempts and waits",
      // A call of SuiteTalk's may take 15 minutes.
      advice: {
        explicitBucketBoundaries: [
          0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 900,
        ],
      },
    }),
    active: meter.createUpDownCounter("netsuite.client.active_calls", {
      unit: "{call}",
      description: "Calls under way, those that wait included",
    }),
    retries: meter.createCounter("netsuite.client.retries", {
      unit: "{attempt}",
      description: "Attempts after the first",
    }),
  };
}
