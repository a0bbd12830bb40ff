import { parseAccount } from "nsgen-runtime";
import type { Account } from "../../account/account.js";
import { failure, SUCCESS } from "../../faults/status.js";
import { textIn } from "../../schema/properties.js";
import type { Operation } from "../operation.js";

/** The hosts of an account, by the names that both look-ups give them. */
export interface DataCenterUrls {
  readonly restDomain: string;
  readonly webservicesDomain: string;
  readonly systemDomain: string;
}

/** What NetSuite answers for every account that it does not know. */
const DEFAULTS: DataCenterUrls = {
  restDomain: "https://rest.netsuite.com",
  webservicesDomain: "https://webservices.netsuite.com",
  systemDomain: "https://system.netsuite.com",
};

/** `getDataCenterUrls`: takes no authentication. */
export const getDataCenterUrls: Operation = ({ account, request, origin }) => {
  const asked = textIn(request, "account")?.trim() ?? "";
  return {
    getDataCenterUrlsResult:
      asked === ""
        ? { status: failure("DATA_REQD", "The account is required.") }
        : {
            status: SUCCESS,
            dataCenterUrls: findUrls(account, asked, origin),
          },
  };
};

/**
 * The answer to `GET /rest/datacenterurls?account=…`, as JSON.
 *
 * @param url that was asked, as the caller sees it: its origin is the answer for the emulator's own account
 */
export function answerDataCenterLookup(
  account: Account,
  url: URL,
): DataCenterUrls {
  return findUrls(account, url.searchParams.get("account") ?? "", url.origin);
}

function findUrls(
  account: Account,
  asked: string,
  origin: string | undefined,
): DataCenterUrls {
  if (origin === undefined || !isOwn(account, asked)) return DEFAULTS;
  return {
    restDomain: origin,
    webservicesDomain: origin,
    systemDomain: origin,
  };
}

function isOwn({ id }: Account, asked: string): boolean {
  try {
    return parseAccount(asked).passport === parseAccount(id).passport;
  } catch {
    return false;
  }
}
