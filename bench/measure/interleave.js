import { performance } from "node:perf_hooks";
import { median } from "./median.js";

/** Above this, in milliseconds, a run is long enough to have warmed its own program up. */
const LONG_MS = 500;

/**
 * Runs several works in turn, round after round, so that a busy machine slows all of them alike.
 *
 * @param works asynchronous functions by name; each gives its milliseconds, or any other number
 * @param rounds how many are counted
 * @param warmUps how many go before; one where a work is slow
 * @returns the numbers of all rounds by name
 */
export async function interleave(works, rounds, warmUps = 0) {
  const names = Object.keys(works);
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  const isSlow = {};
  for (let round = 0; round < warmUps; round++)
    for (const name of names)
      if (!isSlow[name]) isSlow[name] = (await works[name]()) > LONG_MS;
  for (let round = 0; round < rounds; round++)
    for (const name of names) samples[name].push(await works[name]());
  return samples;
}

/** How long a turn is at least, in milliseconds. */
const TURN_MS = 500;

/**
 * A work whose turn is as many runs as fill half a second, and whose figure is their median: what a program forgets while
 * others have their turns is not measured.
 */
export function inTurns(run) {
  return async () => {
    const times = [];
    const started = performance.now();
    do times.push(await run());
    while (performance.now() - started < TURN_MS);
    return median(times);
  };
}

/** How many times `theirs` is of `ours`: the median of the ratios of each round. */
export function ratioOf(theirs, ours) {
  return median(theirs.map((each, round) => each / ours[round]));
}
