import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import { expect, test } from "vitest";
import { createShapeBudget, Shapes } from "./shape.js";

setFlagsFromString("--allow-natives-syntax");
// The function is one of V8's own: it takes an object and gives a boolean.
const hasFastProperties = runInThisContext(
  "(object) => %HasFastProperties(object)",
) as (object: object) => boolean;

const names = (count: number, prefix = "field"): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`);

function create(shapes: Shapes, keys: readonly string[]): object {
  return shapes.create(
    keys,
    keys.map((key) => `value of ${key}`),
    keys.length,
  );
}

test.each([0, 1, 11, 12, 13, 50, 128, 300])(
  "an object of %i properties is no hash table, as one made by assignments is",
  (count) => {
    // Names that no object had before: V8 would know the shape.
    const keys = names(count, `a${count}_`);
    const object = create(new Shapes(createShapeBudget()), keys);
    expect(Object.entries(object)).toEqual(
      keys.map((key) => [key, `value of ${key}`]),
    );
    const isLarge = count > 128;
    if (!isLarge) expect(hasFastProperties(object)).toBe(true);
  },
);

test("what is measured can be otherwise", () => {
  const assigned: Record<string, unknown> = {};
  for (const key of names(50, "assigned")) assigned[key] = key;
  expect(hasFastProperties(assigned)).toBe(false);
});

test("objects of one shape share nothing but that", () => {
  const shapes = new Shapes(createShapeBudget());
  const keys = names(20);
  const one = shapes.create(keys, [...keys.keys()], 20);
  const other = shapes.create(keys, keys, 19);
  one["field0"] = "changed";
  expect(shapes.create(keys, keys, 20)).toHaveProperty("field0", "field0");
  expect(Object.keys(other)).toEqual(names(19));
  expect(Object.hasOwn(other, "field19")).toBe(false);
});

test("the order of properties is that of the message", () => {
  const shapes = new Shapes(createShapeBudget());
  const keys = names(20);
  const reversed = keys.toReversed();
  create(shapes, keys);
  expect(Object.keys(create(shapes, reversed))).toEqual(reversed);
  expect(Object.keys(create(shapes, keys))).toEqual(keys);
});

test("names of Object's own are names like any other", () => {
  const keys = ["constructor", "toString", "hasOwnProperty", ...names(20)];
  const object = create(new Shapes(createShapeBudget()), keys);
  expect(Object.keys(object)).toEqual(keys);
});

test("beyond what a type may keep, and beyond what a schema may, values are the same", () => {
  const budget = createShapeBudget();
  const { left } = budget;
  const types = Array.from({ length: 40 }, () => new Shapes(budget));
  for (const [type, shapes] of types.entries())
    for (let at = 0; at < 200; at++) {
      const keys = names(20).map((key) => `${key} ${at}`);
      expect(Object.keys(create(shapes, keys))).toEqual(keys);
      if (type === 0) expect(left - budget.left).toBeLessThanOrEqual(1024);
    }
  expect(budget.left).toBe(0);
});
