import { walkXml, type Tag } from "../codec/scan/walk-xml.js";
import { toUtf8 } from "../codec/to-utf8.js";
import { escapeAttribute, escapeText } from "../codec/xml-text.js";
import { NetSuiteDecodeError } from "../errors/index.js";
import { REDACTED, type Redact } from "./redact.js";
import type { Secrecy } from "./secrecy.js";

/** Longer texts, such as the content of a file, are cut, in characters. */
const LONGEST_TEXT = 1000;
/** How much of them is shown. */
const SHOWN = 100;

/** What is known of a message besides its bytes. */
export interface RedactXmlOptions {
  readonly secrecy: Secrecy;
  /** Takes out the values that are known to be secret, wherever they stand. */
  readonly redact: Redact;
  /** As the HTTP headers name it. */
  readonly charset?: string | undefined;
}

/**
 * A message as a log may show it: what is secret by its element's name is `[redacted]`, as are known secrets in any other
 * place; long texts are cut; comments and processing instructions are left out.
 *
 * It goes by local names, so any prefixes and namespaces will do.
 *
 * @returns null where the message is not well-formed XML: nobody can then tell what in it is secret
 */
export function redactXml(
  message: Uint8Array | string,
  options: RedactXmlOptions,
): string | null {
  const writer = new RedactedWriter(options);
  try {
    walkXml(toUtf8(message, options.charset), writer);
  } catch (error) {
    if (!(error instanceof NetSuiteDecodeError)) throw error;
    return null;
  }
  return writer.text;
}

interface OpenElement {
  readonly local: string;
  readonly isSecret: boolean;
  /** Whether the element's secret text is already in the output, as `[redacted]`. */
  isMarked: boolean;
}

class RedactedWriter {
  text = "";
  readonly #options: RedactXmlOptions;
  readonly #open: OpenElement[] = [];
  #pending = "";

  constructor(options: RedactXmlOptions) {
    this.#options = options;
  }

  open({ name, attributes, isSelfClosing }: Tag): void {
    this.#flush();
    const { secrecy, redact } = this.#options;
    const parent = this.#open.at(-1);
    const local = localOf(name);
    const isSecret =
      parent?.isSecret === true ||
      secrecy.isSecretElement(local, parent?.local ?? null);
    const isField = secrecy.isSecretCustomField(
      ...attributes
        .filter(([key]) => /^(scriptId|internalId)$/.test(localOf(key)))
        .map(([, value]) => value),
    );
    this.text += `<${name}`;
    for (const [key, value] of attributes) {
      const shown = isSecret && !isStructural(key) ? REDACTED : redact(value);
      this.text += ` ${key}="${escapeAttribute(shown) ?? REDACTED}"`;
    }
    this.text += isSelfClosing ? "/>" : ">";
    if (isSelfClosing) return;
    this.#open.push({ local, isSecret: isSecret || isField, isMarked: false });
  }

  write(text: string): void {
    this.#pending += text;
  }

  close(name: string): void {
    this.#flush();
    this.#open.pop();
    this.text += `</${name}>`;
  }

  #flush(): void {
    const text = this.#pending;
    this.#pending = "";
    const element = this.#open.at(-1);
    if (text === "" || element === undefined) return;
    if (!element.isSecret) {
      const shown = cut(this.#options.redact(text));
      this.text += escapeText(shown) ?? REDACTED;
    } else if (text.trim() !== "" && !element.isMarked) {
      element.isMarked = true;
      this.text += REDACTED;
    }
  }
}

function localOf(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Whether an attribute says what an element is, and nothing of its value. */
function isStructural(name: string): boolean {
  return /^xmlns(:|$)/.test(name) || /:(type|nil)$/.test(name);
}

function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  // Half a pair of surrogates cannot be written.
  const shown = text.slice(0, SHOWN).replace(/\p{Surrogate}$/u, "");
  return `${shown}… (${text.length} characters)`;
}
