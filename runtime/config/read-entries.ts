import { findHostAccount, parseAccount } from "../auth/index.js";
import type {
  Configuration,
  ConfigurationTarget,
  Entry,
} from "./configuration.js";
import { findOption } from "./keys.js";

/** How a kind of configuration differs from others. */
export interface EntryStyle {
  /** How an option that is not there would be written. */
  readonly spell: (option: string) => string;
  /** What is said of a key that means nothing, or null where it may be another program's. */
  readonly complain: (entry: Entry) => string | null;
}

interface Setting {
  readonly written: string;
  readonly value: unknown;
}

/** The version in the URL of a WSDL or of a service. */
const VERSION = /(?:\/wsdl\/v|\/NetSuitePort_)(\d{4}_\d+)/;

/** Makes options of entries: finds out what each key means, and that no two contradict each other. */
export function readEntries(
  entries: readonly Entry[],
  target: ConfigurationTarget,
  style: EntryStyle,
): Configuration {
  const problems: string[] = [];
  const settings = new Map<string, Setting>();
  for (const entry of entries) {
    const option = findOption(entry.name, target.checks.keys());
    if (option === undefined) {
      const complaint = style.complain(entry);
      if (complaint !== null) problems.push(complaint);
      continue;
    }
    const { written, value } = entry;
    const before = settings.get(option);
    if (!before) settings.set(option, { written, value });
    else if (before.value !== value)
      problems.push(
        `${before.written} and ${written} mean the same, and differ. Leave one of them out.`,
      );
  }
  const wsdl = settings.get("wsdlUrl");
  settings.delete("wsdlUrl");
  if (wsdl)
    problems.push(
      ...findWsdlProblems(wsdl, settings.get("account"), target.version),
    );
  return {
    options: Object.fromEntries(
      [...settings].map(([option, { value }]) => [option, value]),
    ),
    problems,
    nameOf: (option) => settings.get(option)?.written ?? style.spell(option),
  };
}

function findWsdlProblems(
  { written, value }: Setting,
  account: Setting | undefined,
  version: string,
): string[] {
  const text = typeof value === "string" ? value.trim() : "";
  const found = VERSION.exec(text)?.[1];
  if (found === undefined || !URL.canParse(text))
    return [
      `${written} is not the URL of a WSDL of NetSuite. Give one such as https://webservices.netsuite.com/wsdl/v${version}_0/netsuite.wsdl, or leave it out: no WSDL is read at run time.`,
    ];
  const problems: string[] = [];
  if (found !== version)
    problems.push(
      `${written} is of version ${found}, and this client was generated for ${version}. Give the URL of ${version} or leave it out, or generate a client for ${found}.`,
    );
  const host = findHostAccount(text);
  const [theirs, ours] = [host, account?.value].map(accountIn);
  if (theirs && ours && theirs !== ours)
    problems.push(
      `${written} is of account ${theirs}, and ${account?.written ?? "account"} is ${ours}. Give the one that is meant in both.`,
    );
  return problems;
}

/** What is no account is told of where the options are checked. */
function accountIn(value: unknown): string | null {
  if (typeof value !== "string") return null;
  try {
    return parseAccount(value).passport;
  } catch {
    return null;
  }
}
