import { parseAccount } from "nsgen-runtime";
import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import {
  DEFAULT_SETTINGS,
  FEATURES,
  type SettingsOptions,
} from "./account/settings.js";
import type { TokenOptions, UserOptions } from "./auth/credentials.js";
import type { FaultRule } from "./injection/fault-rule.js";
import { parseFaultRules } from "./injection/parse-fault-rules.js";
import { isProperties } from "./schema/properties.js";
import type { Seed } from "./seed/seed.js";
import type { RequestEntry } from "./server/request-log.js";

/** How an emulator is started. */
export interface EmulatorOptions {
  /** The `schema` of a generated package; several for several endpoint versions at once, over the same records. */
  readonly schema: NetSuiteSchema | readonly NetSuiteSchema[];
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `127.0.0.1`: this machine only. */
  readonly host?: string;
  /** The account's id, in any of its spellings. Default `TSTDRV1234567`. */
  readonly account?: string;
  /** Who may call by token-based authentication. Default: one fixed token of an administrator. */
  readonly tokens?: readonly TokenOptions[];
  /** Who may call with a password, at endpoints whose WSDL still declares the header. Default: nobody. */
  readonly users?: readonly UserOptions[];
  /** What the account begins with. Default: nothing. */
  readonly seed?: Seed;
  /** Path of the file that keeps the account's data, made where there is none. Default: memory, which ends with the process. */
  readonly state?: string;
  /** Whether requests are read that the XSDs do not allow. Default false: they are refused as Axis does. */
  readonly lenient?: boolean;
  /** What the account allows, where it is not what NetSuite's documentation says. */
  readonly settings?: SettingsOptions;
  /** What goes wrong from the start. */
  readonly faults?: readonly FaultRule[];
  /** How long each request takes, in milliseconds, while it holds one of the account's places. Default 0. */
  readonly latencyMs?: number;
  /** A seed for other prefixes and default namespaces in each answer. Default: the same ones always. */
  readonly variation?: number;
  /** The account's clock. Default: the machine's. */
  readonly now?: () => Date;
  /** Told of each request when it was answered. */
  readonly log?: (entry: RequestEntry) => void;
  /** Told of errors of the emulator's own, with the id that the caller was told. Default: written to stderr. */
  readonly onError?: (error: unknown, errorId: string) => void;
}

/** The account of an emulator that was given none. */
export const DEFAULT_ACCOUNT = "TSTDRV1234567";

/**
 * Checks what the types cannot: options may come from JavaScript, a command line or a file.
 *
 * @throws Error that tells all that is wrong
 */
export function checkOptions(options: EmulatorOptions): void {
  const problems = [
    ...checkNumber("port", options.port, 65_535),
    ...checkNumber("latencyMs", options.latencyMs),
    ...checkNumber("variation", options.variation),
    ...checkAccount(options.account),
    ...(options.tokens ?? []).flatMap((each, at) =>
      checkTexts(`tokens[${at}]`, each, [
        "consumerKey",
        "consumerSecret",
        "tokenId",
        "tokenSecret",
      ]),
    ),
    ...checkUnique(options.tokens ?? []),
    ...(options.users ?? []).flatMap((each, at) =>
      checkTexts(`users[${at}]`, each, ["email", "password"]),
    ),
    ...checkSettings(options.settings),
    ...checkRules(options),
  ];
  if (problems.length > 0)
    throw new Error(`The emulator cannot start:\n${problems.join("\n")}`);
}

function checkNumber(
  name: string,
  value: unknown,
  most = Number.MAX_SAFE_INTEGER,
): string[] {
  if (value === undefined) return [];
  return Number.isSafeInteger(value) &&
    Number(value) >= 0 &&
    Number(value) <= most
    ? []
    : [
        `${name} is ${typeof value === "number" ? value : JSON.stringify(value)}: give a whole number from 0${most === Number.MAX_SAFE_INTEGER ? "" : ` to ${most}`}.`,
      ];
}

function checkAccount(account: string | undefined): string[] {
  if (account === undefined) return [];
  try {
    parseAccount(account);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Values are secret, so that messages tell names only. */
function checkTexts<T extends object>(
  name: string,
  value: T,
  keys: readonly (keyof T & string)[],
): string[] {
  return keys
    .filter((key) => typeof value[key] !== "string" || value[key] === "")
    .map((key) => `${name}.${key} is missing: give a text.`);
}

function checkUnique(tokens: readonly TokenOptions[]): string[] {
  const ids = tokens.map(({ tokenId }) => tokenId);
  return ids.flatMap((id, at) =>
    ids.indexOf(id) < at
      ? [`tokens[${at}].tokenId is that of tokens[${ids.indexOf(id)}] as well.`]
      : [],
  );
}

function checkSettings(settings: object = {}): string[] {
  return checkLimits("settings", settings, DEFAULT_SETTINGS);
}

/** Holds limits against a preset of them: the same names, numbers where it has numbers. */
function checkLimits(name: string, given: object, presets: object): string[] {
  return Object.entries(given).flatMap(([key, value]: [string, unknown]) => {
    const at = `${name}.${key}`;
    if (!Object.hasOwn(presets, key))
      return [
        `${at} is no setting: those are ${Object.keys(presets).join(", ")}.`,
      ];
    if (value === undefined) return [];
    const preset: unknown = Reflect.get(presets, key);
    if (typeof preset === "number") return checkNumber(at, value);
    if (Array.isArray(preset)) return checkFeatures(at, value);
    return isProperties(value) && isProperties(preset)
      ? checkLimits(at, value, preset)
      : [`${at} is ${JSON.stringify(value)}: give an object.`];
  });
}

function checkFeatures(name: string, value: unknown): string[] {
  const isKnown =
    Array.isArray(value) &&
    value.every((each) => FEATURES.some((feature) => feature === each));
  return isKnown
    ? []
    : [
        `${name} is ${JSON.stringify(value)}: give an array of ${FEATURES.join(", ")}.`,
      ];
}

function checkRules({ faults, schema }: EmulatorOptions): string[] {
  if (faults === undefined) return [];
  try {
    parseFaultRules(faults, "faults", [schema].flat());
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
