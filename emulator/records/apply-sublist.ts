import type {
  ComplexDescriptor,
  ElementDescriptor,
} from "nsgen-runtime/codegen-v1";
import { membersOf } from "../schema/members.js";
import {
  asList,
  isProperties,
  numberIn,
  type Properties,
} from "../schema/properties.js";
import { applyChanges, type ChangeContext } from "./apply-changes.js";
import { SUBLIST_KEYS, type SublistKey } from "./sublist-keys.js";

/** Elements that number or name a line within its record: those of references are never made up. */
const GENERATED: ReadonlySet<string> = new Set([
  "id",
  "internalId",
  "line",
  "milestoneId",
  "recurrenceId",
]);

/**
 * A sublist after a request: with `replaceAll="false"` a keyed one has its lines changed by key and others added; any other
 * is replaced. Undefined where no line is left.
 *
 * Without the attribute, the schema's default counts, which is mostly true.
 */
export function mergeSublist(
  context: ChangeContext,
  name: string,
  type: ComplexDescriptor,
  line: ElementDescriptor,
  before: Properties | undefined,
  given: Properties,
): Properties | undefined {
  const { schema, record } = context;
  const lineType = schema.type(line.type);
  if (lineType.kind !== "complex") return given;
  const { attributes, elements } = membersOf(schema, type);
  const key = findKey(record, name);
  const replaceAll =
    given["replaceAll"] ?? attributes.get("replaceAll")?.default !== "false";
  const lines: Properties[] =
    key && replaceAll === false ? [...asList(before?.[line.name])] : [];
  const lineElements = membersOf(schema, lineType).elements;
  for (const each of asList(given[line.name])) {
    const at = replaceAll === false && key ? findLine(key, lines, each) : -1;
    const changed = applyChanges(context, lineType, lines[at], each);
    if (at < 0) lines.push(changed);
    else lines[at] = changed;
  }
  if (lines.length === 0) return undefined;
  return {
    ...Object.fromEntries(
      Object.entries(given).filter(([other]) => elements.has(other)),
    ),
    [line.name]: addKeys(context, key, lineElements, lines),
  };
}

function findKey(record: string, list: string): SublistKey | undefined {
  return SUBLIST_KEYS.find(
    (each) => each.list === list && (each.records?.includes(record) ?? true),
  );
}

/** Where the line stands that a given line is for, or -1. */
function findLine(
  { ways }: SublistKey,
  lines: readonly Properties[],
  given: Properties,
): number {
  const way = ways.find((names) =>
    names.every((name) => given[name] !== undefined),
  );
  return way
    ? lines.findIndex((line) =>
        way.every((name) => keyText(line[name]) === keyText(given[name])),
      )
    : -1;
}

function keyText(value: unknown): string | undefined {
  if (!isProperties(value))
    return typeof value === "string" ||
      typeof value === "number" ||
      typeof value === "bigint"
      ? String(value)
      : undefined;
  return keyText(value["internalId"] ?? value["externalId"]);
}

function addKeys(
  context: ChangeContext,
  key: SublistKey | undefined,
  elements: ReadonlyMap<string, ElementDescriptor>,
  lines: readonly Properties[],
): readonly Properties[] {
  if (key?.isGenerated === false) return lines;
  const names = [...(key?.ways.flat() ?? GENERATED)].filter(
    (name) => GENERATED.has(name) && elements.has(name),
  );
  return names.reduce(
    (numbered, name) => addKey(context, name, elements, numbered),
    lines,
  );
}

function addKey(
  { schema, nextId }: ChangeContext,
  name: string,
  elements: ReadonlyMap<string, ElementDescriptor>,
  lines: readonly Properties[],
): readonly Properties[] {
  const type = schema.type(elements.get(name)?.type ?? 0);
  if (type.kind !== "simple") return lines;
  let last = Math.max(0, ...lines.map((each) => numberIn(each, name) ?? 0));
  const next = (): unknown => {
    if (type.builtIn !== "long") return nextId();
    last += 1;
    return schema.long === "bigint" ? BigInt(last) : last;
  };
  return lines.map((each) =>
    each[name] === undefined ? { ...each, [name]: next() } : each,
  );
}
