/**
 * A row of a table.
 *
 * @param what is compared
 * @param figures `ours` and `theirs` as text, `ratio` a number, and the target: `atLeast` or `atMost`, which `value`
 *   (default: the ratio) must meet; `target` is its text where it is no ratio
 */
export function createRow(what, figures) {
  const { ours, theirs = "", ratio, atLeast, atMost } = figures;
  const value = figures.value ?? ratio;
  const bound = atLeast ?? atMost;
  const sign = atLeast === undefined ? "≤" : "≥";
  return {
    what,
    ours,
    theirs,
    ratio: ratio === undefined ? "" : formatRatio(ratio),
    target: figures.target ?? (bound === undefined ? "" : `${sign} ${bound} ×`),
    reached:
      bound === undefined
        ? null
        : atLeast === undefined
          ? value <= bound
          : value >= bound,
  };
}

/** A ratio to three digits. */
export function formatRatio(ratio) {
  return `${ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3)} ×`;
}

/** Milliseconds, as seconds where they are many. */
export function formatMs(ms) {
  return ms >= 1000
    ? `${(ms / 1000).toFixed(1)} s`
    : `${ms >= 10 ? ms.toFixed(0) : ms.toPrecision(2)} ms`;
}

/** Bytes read in a time, as MB/s. */
export function formatRate(bytes, ms) {
  const rate = bytes / 1000 / ms;
  return `${rate >= 10 ? rate.toFixed(0) : rate.toFixed(1)} MB/s`;
}

/** Bytes as KB. */
export function formatKb(bytes) {
  return `${Math.round(bytes / 1000).toLocaleString("en")} KB`;
}
