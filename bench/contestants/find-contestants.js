import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const own = (file) => fileURLToPath(new URL(file, import.meta.url));

/**
 * The commands of all contestants that this machine can run, by name. Those of Debian are looked for; what is missing is
 * handed to `leaveOut`.
 *
 * @param nodeFlags flags for nsgen's process, such as those that keep a profile
 */
export function findContestants(leaveOut, nodeFlags = []) {
  const contestants = {
    nsgen: [process.execPath, ...nodeFlags, own("nsgen.js")],
    saxes: [process.execPath, own("saxes.js")],
    "node-soap": [process.execPath, own("node-soap.js")],
    "strong-soap": [process.execPath, own("strong-soap.js")],
  };
  if (/^soap$/m.test(spawnSync("php", ["-m"]).stdout?.toString() ?? ""))
    contestants.PHP = ["php", own("php.php")];
  else leaveOut("PHP: apt-get install php-cli php-soap");
  const python = ["python3", "/usr/bin/python3"].find(
    (each) => spawnSync(each, ["-c", "import zeep"]).status === 0,
  );
  if (python) contestants.zeep = [python, own("zeep_client.py")];
  else leaveOut("zeep: apt-get install python3-zeep");
  return contestants;
}
