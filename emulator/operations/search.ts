import { statusOf, StatusError } from "../faults/status.js";
import { membersOf } from "../schema/members.js";
import {
  numberIn,
  propertiesIn,
  textIn,
  type Properties,
} from "../schema/properties.js";
import { answerPage } from "../search/answer-page.js";
import { readSearchPreferences } from "../search/search-preferences.js";
import type { KnownSearch } from "../search/searches.js";
import type { Call, Operation } from "./operation.js";

/** `search`. */
export const search: Operation = (call) =>
  answer(call, () => {
    const { account, schema, header, request } = call;
    const known = account.searches.add({
      version: schema.version,
      searchRecord: propertiesIn(request, "searchRecord") ?? {},
      preferences: readSearchPreferences(
        header,
        call.operation === "asyncSearch",
      ),
    });
    return givePage(call, known, 1);
  });

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

/** The response with those elements of a SearchResult that the endpoint's version has. */
function answer({ schema }: Call, work: () => Properties): Properties {
  const type = schema.typeOf("SearchResult");
  const result = statusOf(work, (status) => ({ status }));
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
  call.account.searches.setLast(userOf(call), { id: search.id, pageIndex });
  return page;
}

/** The search that a user of the endpoint sent last, and the page that was given. */
function findLast({ account, schema, role }: Call): {
  readonly search: KnownSearch;
  readonly pageIndex: number;
} {
  const last = account.searches.last(userOf({ schema, role }));
  const search = last && account.searches.use(last.id);
  if (!search)
    throw new StatusError(
      "INVALID_SEARCH_MORE",
      "There is no search to go on with: search first.",
    );
  return { search, pageIndex: last.pageIndex };
}

/** Whose search is meant where no id says it: there is a session for each. */
function userOf({ schema, role }: Pick<Call, "schema" | "role">): string {
  return `${schema.version} ${role?.id ?? ""}`;
}
