import { estimateBytes } from "./estimate-bytes.js";
import type { Inputs } from "./batch-options.js";

/** Inputs that go into one list. */
export interface InputList<Input> {
  /** Index of the first. */
  readonly index: number;
  readonly inputs: readonly Input[];
}

/** Parts inputs into lists of so many inputs and bytes at most. It takes no more inputs than it is asked for, but for one that does not fit. */
export async function* splitInputs<Input>(
  inputs: Inputs<Input>,
  limits: {
    readonly chunkSize: number;
    readonly maxListBytes: number;
    readonly startAt: number;
  },
): AsyncGenerator<InputList<Input>, void, undefined> {
  const { chunkSize, maxListBytes, startAt } = limits;
  let list: Input[] = [];
  let bytes = 0;
  let index = 0;
  for await (const input of inputs) {
    index++;
    if (index <= startAt) continue;
    const size = estimateBytes(input);
    if (list.length > 0 && bytes + size > maxListBytes) {
      yield { index: index - 1 - list.length, inputs: list };
      list = [];
      bytes = 0;
    }
    list.push(input);
    bytes += size;
    if (list.length < chunkSize) continue;
    yield { index: index - list.length, inputs: list };
    list = [];
    bytes = 0;
  }
  if (list.length > 0) yield { index: index - list.length, inputs: list };
}
