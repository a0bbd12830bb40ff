import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";

/** How many problems one error tells. */
const LIMIT = 10;

/** The check of a seed: the schemas it is for, and what was found to be wrong. */
export class SeedCheck {
  /** The newest first. */
  readonly schemas: readonly NetSuiteSchema[];
  readonly #problems: string[] = [];

  constructor(schemas: readonly NetSuiteSchema[]) {
    this.schemas = newestFirst(schemas);
  }

  /** Notes that something is wrong at a path, such as `seed.records[3].$type`. */
  report(path: string, message: string): void {
    this.#problems.push(`${path}: ${message}`);
  }

  /** Throws one Error for all problems, a line for each. */
  throwIfAny(): void {
    const more = this.#problems.length - LIMIT;
    if (this.#problems.length > 0)
      throw new Error(
        [
          ...this.#problems.slice(0, LIMIT),
          ...(more > 0 ? [`and ${more} more.`] : []),
        ].join("\n"),
      );
  }
}

/** Schemas by their version, the newest first. */
export function newestFirst(
  schemas: readonly NetSuiteSchema[],
): readonly NetSuiteSchema[] {
  return schemas.toSorted((a, b) => (a.version < b.version ? 1 : -1));
}

/** The newest schema that has a type of a `$type`, or undefined. */
export function schemaWith(
  schemas: readonly NetSuiteSchema[],
  typeName: string,
): NetSuiteSchema | undefined {
  return newestFirst(schemas).find((each) => each.typeOf(typeName));
}
