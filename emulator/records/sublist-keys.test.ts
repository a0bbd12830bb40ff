import { expect, test } from "vitest";
import { schema } from "../../generated/netsuite-2025-2/index.js";
import { membersOf } from "../schema/members.js";
import { SUBLIST_KEYS } from "./sublist-keys.js";

test.each(SUBLIST_KEYS)(
  "2025.2 has the keyed sublist $list, and lines with one of its keys",
  ({ list, records, ways }) => {
    const keys: string[][] = [];
    for (let at = schema.firstType; at < schema.typeCount; at += 1) {
      const holder = schema.type(at);
      if (holder.kind !== "complex") continue;
      if (records && !records.includes(holder.name)) continue;
      const element = membersOf(schema, holder).elements.get(list);
      const type = element && schema.type(element.type);
      if (type?.kind !== "complex") continue;
      const { line } = membersOf(schema, type);
      const lineType = line && schema.type(line.type);
      if (lineType?.kind !== "complex") continue;
      keys.push([...membersOf(schema, lineType).elements.keys()]);
    }
    expect(keys).not.toEqual([]);
    expect(
      keys.some((names) =>
        ways.some((way) => way.every((name) => names.includes(name))),
      ),
    ).toBe(true);
  },
);
