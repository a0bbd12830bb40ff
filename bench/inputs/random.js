/** Makes a function that gives numbers from 0 to 1, the same each time. */
export function createRandom() {
  let seed = 1;
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}
