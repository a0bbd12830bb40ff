import { readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createApp } from "../inputs/create-app.js";
import { createIntersections } from "../inputs/create-intersections.js";
import { interleave, ratioOf } from "../measure/interleave.js";
import { median } from "../measure/median.js";
import { spawnTimed } from "../measure/spawn-timed.js";
import { createRow, formatKb, formatMs } from "../report/row.js";

export const title = "A user's tsc: a small application over an empty one";
export const needs = [];

/** Whole runs of the compiler over two projects that differ in their one module. */
export async function run(bench) {
  const { workspace } = bench;
  const require = createRequire(import.meta.url);
  const home = dirname(require.resolve("typescript/package.json"));
  const { version } = require("typescript/package.json");
  const counted = { app: [], empty: [], intersections: [] };
  const compile = async (name, project) => {
    const { ms, stdout } = await spawnTimed([
      process.execPath,
      join(home, "bin/tsc"),
      ...["-p", project, "--extendedDiagnostics"],
    ]);
    const [, kilobytes] = /Memory used:\s+(\d+)K/.exec(stdout);
    counted[name].push(Number(kilobytes) / 1000);
    return ms;
  };
  const projects = {
    app: createApp(workspace, "app"),
    empty: createApp(workspace, "empty", { text: "export {};\n" }),
    intersections: createApp(workspace, "intersections", {
      from: createIntersections(workspace),
    }),
  };
  const { app, empty, intersections } = await interleave(
    Object.fromEntries(
      Object.entries(projects).map(([name, project]) => [
        name,
        () => compile(name, project),
      ]),
    ),
    bench.spawns * 2,
    1,
  );
  const memory = median(counted.app) - median(counted.empty);
  const bytes = declarationBytes(dirname(workspace.package));
  return [
    createRow(`wall, TypeScript ${version}`, {
      ours: formatMs(median(app)),
      theirs: `empty ${formatMs(median(empty))}`,
      ratio: ratioOf(app, empty),
      atMost: 1.65,
    }),
    createRow("wall, records as intersections", {
      ours: formatMs(median(app)),
      theirs: `these ${formatMs(median(intersections))}`,
      ratio: ratioOf(intersections, app),
    }),
    createRow("memory that tsc counts", {
      ours: `${median(counted.app).toFixed(0)} MB`,
      theirs: `empty ${median(counted.empty).toFixed(0)} MB`,
      value: memory,
      atMost: 50,
      target: "≤ 50 MB over",
    }),
    createRow("declarations", {
      ours: formatKb(bytes),
      value: bytes,
      atMost: 2_100_000,
      target: "≤ 2.1 MB",
    }),
  ];
}

function declarationBytes(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(".d.ts"))
    .reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
}
