import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * What each part may import of the others: folders, or modules without their ending. The innermost part that a file
 * is in counts. Folders that are not named here are free.
 */
const WALLS = {
  "generator/model": ["runtime/codegen-v1"],
  "generator/read": ["generator/model"],
  "generator/emit": ["generator/model", "runtime/codegen-v1", "templates"],
  // Bundled with the runtime, whose reading of configurations and judgement of answers are also the doctor's.
  "generator/doctor": [
    "generator/model/index",
    "runtime/call",
    "runtime/codegen-v1/index",
    "runtime/config/index",
    "runtime/endpoint/index",
    "runtime/index",
    "runtime/retry/index",
  ],
  "generator/cli": [
    "generator/generate",
    "generator/doctor/index",
    "generator/model/index",
    "generator/read/index",
    "generator/emit/index",
    "package.json",
    "runtime/package.json",
    "runtime/codegen-v1/index",
    "emulator/index",
  ],
  generator: [
    "generator/model/index",
    "generator/read/index",
    "generator/emit/index",
  ],
  "runtime/codegen-v1": [],
  "runtime/errors": [],
  "runtime/auth": ["runtime/errors"],
  "runtime/endpoint": ["runtime/auth", "runtime/errors"],
  "runtime/codec": ["runtime/codegen-v1", "runtime/errors"],
  // Whatever stands on these, such as runtime/call.
  runtime: ["runtime"],
  emulator: ["emulator"],
};

/** Modules of a package of the workspace, as its users name them. */
const OWN_PACKAGES = {
  "nsgen-runtime": "runtime/index",
  "nsgen-runtime/codegen-v1": "runtime/codegen-v1/index",
  "nsgen-emulator": "emulator/index",
};

/** What the packages of the workspace find installed beside them once published: their dependencies. */
const INSTALLED = new Map(
  ["runtime", "emulator"].map((folder) => {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(join(root, folder, "package.json"), "utf8"),
    );
    return [folder, Object.keys({ ...dependencies, ...peerDependencies })];
  }),
);

/** Files that are not published: they may import any package, and those of the generator what is there for tests. */
const FOR_TESTS = /\.test\.ts$|^test\/|\/(?:testing|fixtures)\//;

/** What is wrong with an import, or null. */
function findProblem(file, specifier) {
  const part = partOf(file);
  if (part === undefined) return null;
  if (isIn(file, "emulator") && isForTests(file)) return null;
  const target = targetOf(file, specifier);
  if (target === null) return findForeignPackage(file, specifier);
  if (isIn(file, "generator") && isForTests(file) && isForTests(target))
    return null;
  const allowed = WALLS[part];
  if (partOf(target) === part || allowed.some((each) => isIn(target, each)))
    return null;
  const all = [...new Set([part, ...allowed])].join(", ");
  return `${part} may import only ${all}: not ${target}.`;
}

function findForeignPackage(file, specifier) {
  const name = specifier
    .split("/", specifier.startsWith("@") ? 2 : 1)
    .join("/");
  const [folder = ""] = file.split("/");
  const installed = INSTALLED.get(folder);
  if (!installed || isForTests(file)) return null;
  if (specifier.startsWith("node:") || builtinModules.includes(name))
    return null;
  return installed.includes(name)
    ? null
    : `The published ${folder} may import only its dependencies (${installed.join(", ")}): not ${name}.`;
}

/** The module of this checkout that an import names, from the root and without its ending; null for other packages. */
function targetOf(file, specifier) {
  if (!specifier.startsWith("."))
    return isIn(file, "emulator") ? null : (OWN_PACKAGES[specifier] ?? null);
  return join(dirname(file), specifier)
    .split(sep)
    .join("/")
    .replace(/\.[jt]s$/, "");
}

function partOf(file) {
  return Object.keys(WALLS).find((part) => isIn(file, part));
}

function isForTests(path) {
  return FOR_TESTS.test(path);
}

function isIn(path, folder) {
  return path === folder || path.startsWith(`${folder}/`);
}

const imports = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const file = relative(root, context.filename).split(sep).join("/");
    const check = ({ source }) => {
      if (typeof source?.value !== "string") return;
      const message = findProblem(file, source.value);
      if (message !== null) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

/** ESLint plugin whose rule `imports` keeps the parts of the project apart. */
export const walls = { rules: { imports } };
