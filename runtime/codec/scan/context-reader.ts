import { NetSuiteDecodeError } from "../../errors/index.js";
import { checkEndpointVersion } from "../endpoint-version.js";
import type { DecodeContext } from "../frame.js";
import type { SchemaPlan } from "../schema-plan.js";
import { MAX_DEPTH } from "../soap.js";
import { isNCName } from "../xml-text.js";
import { ValueReader } from "./value-reader.js";

/** Knows which elements are open, and tells frames what they ask of the message around them. */
export class ContextReader extends ValueReader implements DecodeContext {
  readonly plan: SchemaPlan;
  /** What is being read, from the document down. */
  protected readonly open: { readonly step: string }[] = [];
  readonly #checked = new Set<string>();

  constructor(bytes: Buffer, plan: SchemaPlan) {
    super(bytes);
    this.plan = plan;
  }

  resolve(qname: string): { uri: string; local: string } | undefined {
    const name = qname.trim();
    const colon = name.indexOf(":");
    const local = name.slice(colon + 1);
    if (!isNCName(local)) return undefined;
    const uri = this.scope.resolve(name.slice(0, Math.max(0, colon)));
    return uri === undefined ? undefined : { uri, local };
  }

  checkVersion(uri: string): void {
    if (uri === "" || this.#checked.has(uri)) return;
    checkEndpointVersion(this, uri);
    this.#checked.add(uri);
  }

  fail(message: string): never {
    const { line, column } = this.position();
    const path = this.open
      .map((each) => each.step)
      .filter((step) => step !== "")
      .join(".");
    throw new NetSuiteDecodeError(
      `${path === "" ? "" : `${path}: `}${message} (line ${line}, column ${column}).`,
      { path: path === "" ? null : path, line, column },
    );
  }

  /** Refuses one more element in too many others. */
  protected checkDepth(): void {
    if (this.open.length > MAX_DEPTH)
      this.fail(`The message nests deeper than ${MAX_DEPTH} elements`);
  }
}
