/** A sequence of pseudo-random numbers that a seed determines. */
export interface Random {
  readonly seed: number;
  /** A whole number from 0 to `bound - 1`. */
  below(bound: number): number;
  /** The items in another order. */
  shuffle<T>(items: readonly T[]): T[];
}

/** The seed of this run: `NSGEN_SEED`, or 1, so that a run without it repeats. It is printed, for a failure to be repeated. */
export function readSeed(): number {
  const seed = Number(process.env["NSGEN_SEED"] ?? 1);
  if (!Number.isInteger(seed))
    throw new Error(
      `NSGEN_SEED is ${JSON.stringify(process.env["NSGEN_SEED"])}: give a whole number.`,
    );
  // eslint-disable-next-line no-console -- a failure is repeated with the seed that was printed
  console.info(`NSGEN_SEED=${seed}`);
  return seed;
}

/** Makes a sequence by the Mulberry32 generator. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound: number): number => next() % bound;
  return {
    seed,
    below,
    shuffle(items) {
      return items
        .map((item) => ({ item, order: next() }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item);
    },
  };
}
