import { statusOf, StatusError } from "../../faults/status.js";
import { membersOf } from "../../schema/members.js";
import {
  numberIn,
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { answerPage, answerPages } from "../../search/answer-page.js";
import { readSearchPreferences } from "../../search/search-preferences.js";
import type { KnownSearch } from "../../search/searches.js";
import type { Call, Operation } from "../operation.js";

/** `search`. */
export const search: Operation = (call) =>
  answer(call, () => givePage(call, begin(call, false), 1));

/** The responses of a job's search: one for each page, all as they are found now. */
export function searchPages(call: Call): readonly Properties[] {
  return statusOf(
    () => answerPages(call, begin(call, true)),
    (status) => [{ status }],
  ).map((page) => respond(call, page));
}

/** Keeps the search of a request. */
function begin(call: Call, isAsync: boolean): KnownSearch {
  const { account, schema, header, request } = call;
  return account.searches.add({
    version: schema.version,
    searchRecord: propertiesIn(request, "searchRecord") ?? {},
    preferences: readSearchPreferences(header, isAsync),
  });
}

/** `searchMoreWithId`. */
export const searchMoreWithId: Operation = (call) =>
  answer(call, () => {
    const id = textIn(call.request, "searchId")?.trim() ?? "";
    const known = call.account.searches.use(id);
    if (known?.version !== call.schema.version)
      throw new StatusError(
        "INVALID_JOB_ID",
        `The search id ${id} is unknown, or has expired: search again.`,
      );
    return givePage(call, known, numberIn(call.request, "pageIndex") ?? 1);
  });

/** `searchMore`, which endpoints had until 2019.2: a page of the search that was sent last. */
export const searchMore: Operation = (call) =>
  answer(call, () =>
    givePage(
      call,
      findLast(call).search,
      numberIn(call.request, "pageIndex") ?? 1,
    ),
  );

/** `searchNext`, which endpoints had until 2019.2: the next page of the search that was sent last. */
export const searchNext: Operation = (call) =>
  answer(call, () => {
    const last = findLast(call);
    return givePage(call, last.search, last.pageIndex + 1);
  });

function answer(call: Call, work: () => Properties): Properties {
  return respond(
    call,
    statusOf(work, (status) => ({ status })),
  );
}

/** The response with those elements of a SearchResult that the endpoint's version has. */
function respond({ schema }: Call, result: Properties): Properties {
  const type = schema.typeOf("SearchResult");
  return {
    searchResult: Object.fromEntries(
      Object.entries(result).filter(
        ([name]) => type && membersOf(schema, type).elements.has(name),
      ),
    ),
  };
}

/** A page, of which note is taken for those that ask for the next without an id. */
function givePage(
  call: Call,
  search: KnownSearch,
  pageIndex: number,
): Properties {
  const page = answerPage(call, search, pageIndex);
  if (call.role)
    call.account.searches.setLast(call.role, { id: search.id, pageIndex });
  return page;
}

/** The search that a login sent last to the endpoint, and the page that was given. Each login has a role of its own. */
function findLast({ account, schema, role }: Call): {
  readonly search: KnownSearch;
  readonly pageIndex: number;
} {
  const last = role && account.searches.last(role);
  const search = last && account.searches.use(last.id);
  if (!search || search.version !== schema.version)
    throw new StatusError(
      "INVALID_SEARCH_MORE",
      "There is no search to go on with: search first.",
    );
  return { search, pageIndex: last.pageIndex };
}
