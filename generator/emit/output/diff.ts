import { createTwoFilesPatch } from "diff";
import type { OutputPlan, PlannedFile } from "./plan.js";

/** The edits that a diff looks for before it only says that a file differs. */
const MAX_EDITS = 2_000;

/** A unified diff of what writing a plan would change. */
export function formatDiff(plan: OutputPlan): string {
  return plan.files
    .filter(({ change }) => change !== "unchanged")
    .map(diffFile)
    .join("");
}

function diffFile({ path, before, after, change }: PlannedFile): string {
  const from = before === null ? "/dev/null" : `a/${path}`;
  const to = after === null ? "/dev/null" : `b/${path}`;
  const patch = createTwoFilesPatch(
    from,
    to,
    (before ?? "").replaceAll("\r\n", "\n"),
    after ?? "",
    undefined,
    undefined,
    { context: 3, maxEditLength: MAX_EDITS },
  );
  return patch === undefined
    ? `--- ${from}\n+++ ${to}\n(${change}: more than ${MAX_EDITS} lines differ)\n`
    : patch.replace(/^=+\n/, "");
}
