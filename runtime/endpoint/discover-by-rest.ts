import type { Account } from "../auth/index.js";
import { NetSuiteHttpError } from "../errors/index.js";
import { parseDataCenter } from "./data-center.js";

/** Gets a URL. It rejects with a NetSuiteError where no response comes. */
export type Fetch = (
  url: URL,
) => Promise<{ readonly status: number; readonly text: string }>;

/** Words of the answer to a request that reached the wrong server first. */
const WANTS_C = /include c parameter/i;

/**
 * Finds the origin of an account's web services by NetSuite's REST lookup, which takes no authentication.
 *
 * @param url of the lookup
 * @throws NetSuiteConfigurationError for an unknown account, NetSuiteHttpError or NetSuiteDecodeError for an answer that is none
 */
export async function discoverByRest(
  account: Account,
  url: URL,
  fetch: Fetch,
): Promise<string> {
  const lookup = new URL(url);
  lookup.searchParams.set("account", account.passport);
  let answer = await fetch(lookup);
  if (WANTS_C.test(answer.text)) {
    lookup.searchParams.set("c", account.passport);
    answer = await fetch(lookup);
  }
  if (answer.status !== 200)
    throw new NetSuiteHttpError(
      `${lookup.host} was asked for the hosts of account ${account.passport}, and answered with HTTP ${answer.status}. Try later.`,
      {
        status: answer.status,
        outcome: "notDone",
        retryable: answer.status >= 500 || answer.status === 429,
      },
    );
  return parseDataCenter(account, readWebservicesDomain(answer.text), lookup);
}

function readWebservicesDomain(text: string): unknown {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" && answer !== null
      ? new Map<string, unknown>(Object.entries(answer)).get(
          "webservicesDomain",
        )
      : undefined;
  } catch {
    return undefined;
  }
}
