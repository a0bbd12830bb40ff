import { lineage, parseId } from "../model/index.js";
import type { Shape, Shapes } from "./shapes.js";

const BROWSER = "https://system.netsuite.com/help/helpcenter/en_US/srbrowser";

/** The page of Oracle's schema browser on a record or a search, or null for other types. */
export function schemaBrowserUrl(shapes: Shapes, shape: Shape): string | null {
  const { index } = shapes;
  const { name } = shape.type;
  if (shape.role !== "member" || !/^[A-Za-z]+$/.test(name)) return null;
  const base = lineage(index, shape.type)[1];
  const page = base && PAGES.get(parseId(base.id).local);
  if (page === undefined || name.endsWith("SearchAdvanced")) return null;
  return `${BROWSER}/Browser${index.schema.version}/schema/${page}/${name.toLowerCase()}.html`;
}

/** The folder of the pages on the types that extend a type. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ["Record", "record"],
  ["SearchRecord", "search"],
]);
