import type { LongMode } from "../../runtime/codegen-v1/index.js";

/** Choices that change how a type of XML Schema is printed. */
export interface TypeTextOptions {
  readonly long: LongMode;
}

/** The TypeScript type of one of XML Schema's own types. */
export function builtInText(name: string, options: TypeTextOptions): string {
  switch (name) {
    case "boolean":
      return "boolean";
    case "long":
      return options.long;
    case "byte":
    case "double":
    case "float":
    case "int":
    case "short":
      return "number";
    case "base64Binary":
      return "Uint8Array";
    default:
      return "string";
  }
}
