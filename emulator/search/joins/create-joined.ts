import { parseSearchName } from "nsgen-runtime/codegen-v1";
import { membersOf } from "../../schema/members.js";
import {
  asList,
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import {
  allOf,
  createCriteria,
  type Criteria,
  type SearchPlace,
} from "../create-criteria.js";
import { findSearchedTypes, type SearchedType } from "../searched-types.js";
import { subjectsOf, type Subject } from "../subject.js";
import { findCustomJoin, findJoin, type Join } from "./find-join.js";

/** What a join leads to and fulfils its criteria. */
export interface JoinedSubject {
  readonly subject: Subject;
  readonly searched: SearchedType;
}

/** A join with its criteria, from records of one type. */
export interface JoinedSubjects {
  /** Whether it goes through a field of a transaction's lines. */
  readonly isOfLine: boolean;
  find(subject: Subject): readonly JoinedSubject[];
}

/** A join that a search, or its columns, name. */
export interface JoinName {
  /** The element, such as `salesRepJoin`; or the id of a custom field. */
  readonly name: string;
  readonly isCustom: boolean;
  /** That of the joined search, such as `Employee`. */
  readonly stem: string;
}

/** What stands in a search, or in its columns, for a join: its criteria or columns. */
export interface NamedJoin {
  readonly join: JoinName;
  readonly content: Properties;
  /** What names the custom field, for a join through one. */
  readonly customizationRef?: Properties;
}

/** The joins in an XSearch or an XSearchRow. */
export function joinsIn(
  { schema }: SearchPlace,
  typeName: string,
  search: Properties,
): readonly NamedJoin[] {
  const type = schema.typeOf(typeName);
  if (!type) return [];
  const { elements } = membersOf(schema, type);
  return Object.keys(search).flatMap((name): readonly NamedJoin[] => {
    const element = elements.get(name);
    if (!element || name === "basic") return [];
    if (name === "customSearchJoin")
      return asList(search[name]).flatMap(readCustomJoin);
    const stem = stemOf(schema.type(element.type).name);
    const content = propertiesIn(search, name);
    return content && stem !== null
      ? [{ join: { name, isCustom: false, stem }, content }]
      : [];
  });
}

/** Whether two joins are the same. */
export function isSameJoin(one: JoinName, other: JoinName): boolean {
  return one.name === other.name && one.isCustom === other.isCustom;
}

/**
 * What a join leads to from a record, of which criteria are asked.
 *
 * @param basics values of the joined XSearchBasic
 * @throws StatusError where a criterion is not valid
 */
export function createJoined(
  place: SearchPlace,
  join: JoinName,
  basics: readonly Properties[],
): JoinedSubjects {
  const found = findNamedJoin(place, join);
  const known = new Map<SearchedType, Criteria>();
  const criteriaOf = (searched: SearchedType): Criteria => {
    let criteria = known.get(searched);
    if (!criteria) {
      const joined = { ...place, stem: join.stem, searched };
      criteria = allOf(basics.map((basic) => createCriteria(joined, basic)));
      known.set(searched, criteria);
    }
    return criteria;
  };
  // What is not valid is said also where no record is joined.
  findSearchedTypes(place.schema, join.stem).slice(0, 1).forEach(criteriaOf);
  return {
    isOfLine: found.isOfLine,
    find: (subject) =>
      found.find(subject).flatMap(({ value, searched }) => {
        const criteria = criteriaOf(searched);
        return subjectsOf(value, criteria.areOfLines)
          .filter((each) => criteria.test(each))
          .map((each) => ({ subject: each, searched }));
      }),
  };
}

function findNamedJoin(
  place: SearchPlace,
  { name, isCustom, stem: joinedStem }: JoinName,
): Join {
  return isCustom
    ? findCustomJoin({ ...place, joinedStem }, name)
    : findJoin({ ...place, joinedStem }, name.replace(/Join$/, ""));
}

function readCustomJoin(value: Properties): readonly NamedJoin[] {
  const customizationRef = propertiesIn(value, "customizationRef");
  const name =
    textIn(customizationRef, "scriptId") ??
    textIn(customizationRef, "internalId");
  const content =
    propertiesIn(value, "searchRecordBasic") ??
    propertiesIn(value, "searchRowBasic");
  const stem = stemOf(textIn(content, "$type") ?? "");
  return name !== undefined && customizationRef && content && stem !== null
    ? [{ join: { name, isCustom: true, stem }, content, customizationRef }]
    : [];
}

/** `Employee` of `EmployeeSearchBasic` and `EmployeeSearchRowBasic`. */
function stemOf(typeName: string): string | null {
  return parseSearchName(typeName.replace(/RowBasic$/, "Basic"))?.stem ?? null;
}
