import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { spawnTimed } from "../measure/spawn-timed.js";

/** What wsimport's and Axis's jars need of Debian's other jars. */
const JARS = "/usr/share/java";

/**
 * Generators that this machine can run, by name: functions that generate into a folder that they empty before, and give
 * the milliseconds of their processes. What is missing is handed to `leaveOut`.
 */
export function findGenerators({ folder, wsdl }, leaveOut) {
  const generators = {
    "wsdl-tsclient": (out) => [[process.execPath, tsclient(), wsdl, "-o", out]],
  };
  if (hasCommand("wsdl2h")) {
    const readWsdl = (out) => ["wsdl2h", "-o", join(out, "netsuite.h"), wsdl];
    generators["gSOAP's wsdl2h, declarations only"] = (out) => [readWsdl(out)];
    generators["gSOAP, C++ with codec"] = (out) => [
      readWsdl(out),
      [
        "soapcpp2",
        "-C",
        "-x",
        "-L",
        "-d",
        out,
        "-I/usr/share/gsoap/import",
        join(out, "netsuite.h"),
      ],
    ];
  } else leaveOut("gSOAP: apt-get install gsoap");
  if (hasJar("jaxws-tools"))
    generators.wsimport = (out) => [
      [
        ...java("com.sun.tools.ws.WsImport"),
        "-quiet",
        "-Xnocompile",
        "-s",
        out,
        wsdl,
      ],
    ];
  else leaveOut("wsimport: apt-get install default-jdk libjaxws-java");
  if (hasJar("axis"))
    generators.Axis = (out) => [
      [...java("org.apache.axis.wsdl.WSDL2Java"), "-o", out, wsdl],
    ];
  else leaveOut("Axis: apt-get install default-jdk libaxis-java");

  return Object.fromEntries(
    Object.entries(generators).map(([name, commandsOf]) => [
      name,
      async () => {
        const out = join(folder, "rival");
        rmSync(out, { recursive: true, force: true });
        mkdirSync(out);
        let total = 0;
        for (const command of commandsOf(out))
          total += (await spawnTimed(command)).ms;
        return total;
      },
    ]),
  );
}

function tsclient() {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("wsdl-tsclient/package.json");
  const { bin } = require(manifest);
  return join(dirname(manifest), bin["wsdl-tsclient"] ?? bin);
}

function hasCommand(name) {
  return spawnSync(name, ["-h"]).error === undefined;
}

function hasJar(name) {
  return existsSync(join(JARS, `${name}.jar`)) && hasCommand("java");
}

function java(main) {
  return ["java", "-cp", `${JARS}/*`, main];
}
