import {
  JOB_OPERATIONS,
  RECORD_METHODS,
  capitalize,
} from "../../runtime/codegen-v1/index.js";
import { layoutImport, layoutTypeArgument, quote } from "./layout.js";
import type { ModulePaths } from "./module-paths.js";
import { printRecords } from "./print-records.js";
import { printSearches } from "./print-searches.js";
import type { RecordsView } from "./records-view.js";
import { createShapeNames } from "./schema-names.js";
import { shapeOf, type Shapes } from "./shapes.js";

/** What `templates/facades.hbs` prints: the types of `client.records`, `client.searches` and `client.jobs`. */
export interface FacadesView {
  readonly imports: readonly string[];
  /** The import of the runtime's types; empty where none is used. */
  readonly runtimeImport: string;
  /** The interfaces that stand for what one record can do: those that are used, as keys. */
  readonly kinds: Readonly<Record<string, boolean>>;
  /** The reference that records have unless they say otherwise. */
  readonly ref: string;
  /** The type of the sources of `transformFrom`. */
  readonly source: string;
  /** The methods that no record has, for want of their operations: a union of literals, or empty. */
  readonly missing: string;
  /** Members of `Records` and of `Searches`, laid out. */
  readonly records: readonly string[];
  readonly searches: readonly string[];
  readonly jobs: readonly JobView[];
}

/** What one kind of job takes and gives. */
export interface JobView {
  readonly kind: string;
  readonly request: string;
  readonly result: string;
}

/** Adds a type to those that are imported, and gives its name; `object` for one that the schema does not have. */
export type UseType = (name: string) => string;

/** Methods of interfaces of their own, which only some records have. */
const SPECIAL_METHODS: ReadonlySet<string> = new Set([
  "search",
  "transformFrom",
]);

/** The view of the facades. */
export function createFacadesView(
  shapes: Shapes,
  modules: ModulePaths,
  records: RecordsView["records"],
): FacadesView {
  const names = createShapeNames(shapes);
  const operations = new Set(
    shapes.index.schema.service.operations.map(({ name }) => name),
  );
  const hasMethod = (method: string): boolean =>
    RECORD_METHODS[method]?.every((each) => operations.has(each)) === true;
  const used = new Set<string>();
  const use: UseType = (name) => {
    const known = names.typeOf(name) !== null;
    if (known) used.add(name);
    return known ? name : "object";
  };
  for (const { type, fields } of records) used.add(type).add(fields);

  const printed = printRecords(records, names, use, hasMethod);
  const searches = hasMethod("search")
    ? printSearches(shapes, records, names, use, used)
    : [];
  const jobs = createJobs(shapes, use);
  const { kinds } = printed;
  const missing = Object.keys(RECORD_METHODS)
    .filter((each) => !SPECIAL_METHODS.has(each) && !hasMethod(each))
    .map(quote);
  const hasSources =
    kinds.TransformableRecord ?? kinds.SearchableTransformableRecord ?? false;
  const ref = records.length > 0 ? use("RecordRef") : "object";
  const source = hasSources ? use("InitializeRef") : "object";
  return {
    imports: modules.importsOfRoot(used),
    runtimeImport: importOfRuntime(printed.kinds, searches),
    kinds,
    ref,
    source,
    missing: missing.length === 0 ? "" : layoutTypeArgument(missing),
    records: printed.members,
    searches,
    jobs,
  };
}

/** Imports what the interfaces of these kinds and these members are made of. */
function importOfRuntime(
  kinds: FacadesView["kinds"],
  searches: readonly string[],
): string {
  const { SearchableRecord, TransformableRecord } = kinds;
  const both = kinds.SearchableTransformableRecord;
  const names = [
    ...(SearchableRecord || both ? ["RecordFinder"] : []),
    ...(Object.keys(kinds).length > 0 ? ["RecordMethods"] : []),
    ...["RecordSearches", "RowSearches"].filter((name) =>
      searches.some((each) => each.includes(`: ${name}<`)),
    ),
    ...(TransformableRecord || both ? ["RecordTransformer"] : []),
  ];
  return names.length === 0
    ? ""
    : layoutImport("import type", names.sort(), "nsgen-runtime");
}

function createJobs(shapes: Shapes, use: UseType): JobView[] {
  const { index } = shapes;
  return Object.entries(JOB_OPERATIONS).flatMap(([kind, name]) => {
    const operation = index.schema.service.operations.find(
      (each) => each.name === name,
    );
    const element = operation && index.elements.get(operation.input.element);
    if (!element) return [];
    const request = shapeOf(shapes, element.type).name;
    const result = `Async${capitalize(kind)}Result`;
    return [{ kind, request: use(request), result: use(result) }];
  });
}
