import type { Answers } from "../operations/answers.js";
import type { Rules } from "../records/rules.js";
import type { SavedSearch } from "../search/saved-search.js";

/**
 * What an account begins with, as it stands in a seed's JSON.
 */
export interface Seed extends Answers {
  /**
   * Records, each with its `$type` and, if it is to have ones, `internalId` and `externalId`; in JSON, bytes are base64
   * text. Typed loosely here, since each generated package has types of its own: an emulator that starts holds them to its schemas.
   */
  readonly records?: readonly object[];
  /** What is asked of records beyond the schema: required and read-only fields, warnings and so on. */
  readonly rules?: Rules;
  /** Saved searches, which an XSearchAdvanced names by `savedSearchId` or `savedSearchScriptId`. */
  readonly savedSearches?: readonly SavedSearch[];
}
