import { propertiesIn, type Properties } from "../schema/properties.js";
import {
  allOf,
  createCriteria,
  type Criteria,
  type SearchPlace,
} from "./create-criteria.js";
import { createJoined, joinsIn } from "./joins/create-joined.js";

/**
 * The criteria of an XSearch: of its `basic`, and of its joins, each of which holds when one joined record fulfils all
 * of it.
 *
 * @throws StatusError where one is not valid
 */
export function createSearchCriteria(
  place: SearchPlace,
  search: Properties,
): Criteria {
  const basic = propertiesIn(search, "basic");
  const joins = joinsIn(place, `${place.stem}Search`, search);
  return allOf([
    ...(basic ? [createCriteria(place, basic)] : []),
    ...joins
      .filter(({ content }) =>
        Object.keys(content).some((key) => key !== "$type"),
      )
      .map(({ join, content }): Criteria => {
        const joined = createJoined(place, join, [content]);
        return {
          areOfLines: joined.isOfLine,
          test: (subject) => joined.find(subject).length > 0,
        };
      }),
  ]);
}
