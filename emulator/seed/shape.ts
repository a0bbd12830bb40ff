import { membersOf } from "../schema/members.js";
import { isProperties } from "../schema/properties.js";
import { findRecordType } from "../schema/record-types.js";
import { schemaWith, type SeedCheck } from "./seed-check.js";

/** Looks whether a value of a seed has the form that its section wants, and reports where it has not. */
export type Shape = (check: SeedCheck, path: string, value: unknown) => void;

export const text: Shape = (check, path, value) => {
  if (typeof value !== "string") expected(check, path, "a text", value);
};

/** A value of RecordType, such as `salesOrder`. */
export const recordType: Shape = (check, path, value) => {
  if (
    typeof value !== "string" ||
    !check.schemas.some((each) => findRecordType(each, value))
  )
    expected(check, path, 'a value of RecordType, such as "customer"', value);
};

/** An array, each of whose items has a shape. */
export function listOf(item: Shape): Shape {
  return (check, path, value) => {
    if (Array.isArray(value))
      value.forEach((each: unknown, at) => {
        item(check, `${path}[${at}]`, each);
      });
    else expected(check, path, "an array", value);
  };
}

/** An object with any keys, where each key and each value has a shape. */
export function mapOf(value: Shape, key: Shape = text): Shape {
  return (check, path, given) => {
    if (!isProperties(given)) {
      expected(check, path, "an object", given);
      return;
    }
    for (const [name, each] of Object.entries(given)) {
      key(check, path, name);
      value(check, `${path}.${name}`, each);
    }
  };
}

/** An object that has no properties but these; those that may be missing end in `?`. */
export function objectOf(properties: Readonly<Record<string, Shape>>): Shape {
  const shapes = new Map(
    Object.entries(properties).map(([name, shape]) => [
      name.replace(/\?$/, ""),
      shape,
    ]),
  );
  return (check, path, given) => {
    if (!isProperties(given)) {
      expected(check, path, "an object", given);
      return;
    }
    for (const [name, each] of Object.entries(given)) {
      const shape = shapes.get(name);
      if (!shape)
        check.report(
          `${path}.${name}`,
          `is not known here. Known: ${[...shapes.keys()].join(", ")}.`,
        );
      else if (each !== undefined) shape(check, `${path}.${name}`, each);
    }
    for (const name of Object.keys(properties))
      if (!name.endsWith("?") && given[name] === undefined)
        check.report(`${path}.${name}`, "is missing.");
  };
}

/** A value of a complexType, by the names of its properties. */
export function valueOf(typeName: string): Shape {
  return (check, path, value) => {
    const schema = schemaWith(check.schemas, typeName);
    const type = schema?.typeOf(typeName);
    if (!isProperties(value)) expected(check, path, `a ${typeName}`, value);
    else if (schema && type) {
      const { elements, attributes } = membersOf(schema, type);
      for (const name of Object.keys(value))
        if (name !== "$type" && !elements.has(name) && !attributes.has(name))
          check.report(
            `${path}.${name}`,
            `is no property of ${typeName} in ${schema.version}.`,
          );
    }
  };
}

/** Reports a value that is something else than what is wanted. */
export function expected(
  check: SeedCheck,
  path: string,
  wanted: string,
  found: unknown,
): void {
  const shown = JSON.stringify(found) as string | undefined;
  check.report(
    path,
    `expects ${wanted}, found ${(shown ?? String(found)).slice(0, 80)}.`,
  );
}
