import { Buffer } from "node:buffer";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dropFields } from "./drop-fields.js";
import { printXml } from "./print-xml.js";
import { parseXml } from "./parse-xml.js";
import { shuffleFields } from "./shuffle-fields.js";

/** Gives the paths of messages by their names, made when first asked for. */
export class Messages {
  #made = new Map();

  constructor(maker, workspace) {
    this.maker = maker;
    this.workspace = workspace;
  }

  /**
   * The path of a message of the maker's.
   *
   * @param kind `customers`, `rows`, `addlist` or `addlist-json`
   * @param count of records or rows
   */
  make(kind, count) {
    return this.#keep(`${kind}-${count}`, () =>
      execFileSync(
        process.execPath,
        [this.maker, this.workspace.version, kind, String(count)],
        { maxBuffer: 1 << 30 },
      ),
    );
  }

  /** The path of 1,000 customers of whose fields 40 % are dropped at random. */
  dropped() {
    return this.#keep("dropped", () =>
      Buffer.from(printXml(dropFields(this.#customers(), 0.4))),
    );
  }

  /**
   * The paths of 1,000 customers in legal ways that NetSuite does not write: `{ what, file, charset }`.
   */
  irregular() {
    const print = (options) => printXml(this.#customers(), options);
    const text = () => readFileSync(this.make("customers", 1000), "utf8");
    return [
      {
        what: "other prefixes",
        file: this.#keep("prefixes", () =>
          Buffer.from(print({ prefixOf: (index) => `n${index}` })),
        ),
      },
      {
        what: "default namespaces",
        file: this.#keep("default", () =>
          Buffer.from(print({ isDefault: true })),
        ),
      },
      {
        what: "fields in any order",
        file: this.#keep("order", () =>
          Buffer.from(printXml(shuffleFields(this.#customers()))),
        ),
      },
      {
        what: "text in CDATA",
        file: this.#keep("cdata", () => Buffer.from(print({ isCdata: true }))),
      },
      {
        what: "UTF-16",
        file: this.#keep("utf16", () =>
          Buffer.from(`\uFEFF${text().replace("UTF-8", "UTF-16")}`, "utf16le"),
        ),
        charset: "utf-16le",
      },
      {
        what: "Latin-1",
        file: this.#keep("latin1", () =>
          Buffer.from(
            escapeBeyond(text().replace("UTF-8", "ISO-8859-1")),
            "latin1",
          ),
        ),
        charset: "latin1",
      },
    ];
  }

  #customers() {
    return parseXml(readFileSync(this.make("customers", 1000), "utf8"));
  }

  #keep(name, make) {
    let path = this.#made.get(name);
    if (path === undefined) {
      path = join(this.workspace.folder, `${name}.message`);
      writeFileSync(path, make());
      this.#made.set(name, path);
    }
    return path;
  }
}

/** The text with references for what Latin-1 has not. */
function escapeBeyond(text) {
  return text.replace(
    /[^\0-\xFF]/gu,
    (character) => `&#${character.codePointAt(0)};`,
  );
}
