import { setImmediate } from "node:timers/promises";
import { openStateFile, type StateFile } from "./state-file.js";
import type { State, Table } from "./state.js";
import { formatEntry } from "./stored-entry.js";

/** Numbers are reserved in the file by so many at once; after a crash, those of them that were not given are left out. */
const RESERVED_AT_ONCE = 100;

/**
 * Makes a state that is kept in a file: read into memory now, written whenever {@link State.saved} is awaited.
 *
 * All that was written since is one transaction, so that the writes of one request are found all or not at all. Where
 * that fails, `saved` rejects, the writes stay to be written, and the next `saved` tries again.
 *
 * @throws Error where the path holds something else, or the file is open already
 */
export async function createFileState(path: string): Promise<State> {
  const file = await openStateFile(path);
  try {
    return new FileState(file);
  } catch (error) {
    await file.close();
    throw error;
  }
}

class FileState implements State {
  readonly #file: StateFile;
  readonly #tables = new Map<string, FileTable>();
  /** What the file does not hold yet; null for what is to be taken out. */
  readonly #unsaved = new Map<number, Uint8Array | null>();
  #lastPlace = 0;
  #lastNumber: number;
  #reserved: number;
  #savedReserved: number;
  #saving: Promise<void> | undefined;
  #closing: Promise<void> | undefined;

  constructor(file: StateFile) {
    this.#file = file;
    this.#lastNumber = this.#reserved = this.#savedReserved = file.reserved;
    for (const [place, { table, key, value }] of file.entries()) {
      this.#tableNamed(table).load(key, place, value);
      this.#lastPlace = place;
    }
  }

  table<V>(name: string): Table<V> {
    // Each name is asked for with one type: who owns a table owns its values.
    return this.#tableNamed(name) as Table<V>;
  }

  nextNumber(): number {
    this.skipNumbers(this.#lastNumber + 1);
    return this.#lastNumber;
  }

  skipNumbers(upTo: number): void {
    this.#lastNumber = Math.max(this.#lastNumber, upTo);
    if (this.#lastNumber > this.#reserved)
      this.#reserved = this.#lastNumber + RESERVED_AT_ONCE - 1;
  }

  saved(): Promise<void> {
    if (this.#isSaved()) return Promise.resolve();
    this.#saving ??= this.#saveSoon();
    return this.#saving;
  }

  close(): Promise<void> {
    this.#closing ??= this.#saveAndClose();
    return this.#closing;
  }

  async #saveSoon(): Promise<void> {
    // Requests of the same turn are saved together: what takes long is the disk.
    await setImmediate();
    this.#saving = undefined;
    this.#save();
  }

  async #saveAndClose(): Promise<void> {
    this.#reserved = this.#lastNumber;
    try {
      this.#save();
    } finally {
      await this.#file.close();
    }
  }

  #isSaved(): boolean {
    return this.#unsaved.size === 0 && this.#reserved === this.#savedReserved;
  }

  #save(): void {
    if (this.#isSaved()) return;
    this.#file.commit({ entries: this.#unsaved, reserved: this.#reserved });
    this.#unsaved.clear();
    this.#savedReserved = this.#reserved;
  }

  #tableNamed(name: string): FileTable {
    let table = this.#tables.get(name);
    if (!table) {
      table = new FileTable(name, (place, bytes) => {
        place ??= ++this.#lastPlace;
        this.#unsaved.set(place, bytes);
        return place;
      });
      this.#tables.set(name, table);
    }
    return table;
  }
}

/** Notes what is to be written at a place, or at a new one, and gives the place. */
type Note = (place: number | undefined, bytes: Uint8Array | null) => number;

class FileTable implements Table<unknown> {
  readonly #name: string;
  readonly #note: Note;
  readonly #values = new Map<string, unknown>();
  readonly #places = new Map<string, number>();

  constructor(name: string, note: Note) {
    this.#name = name;
    this.#note = note;
  }

  get size(): number {
    return this.#values.size;
  }

  load(key: string, place: number, value: unknown): void {
    this.#values.set(key, value);
    this.#places.set(key, place);
  }

  get(key: string): unknown {
    return this.#values.get(key);
  }

  put(key: string, value: unknown): void {
    const bytes = formatEntry({ table: this.#name, key, value });
    this.load(key, this.#note(this.#places.get(key), bytes), value);
  }

  delete(key: string): void {
    const place = this.#places.get(key);
    if (place === undefined) return;
    this.#note(place, null);
    this.#places.delete(key);
    this.#values.delete(key);
  }

  entries(): IterableIterator<[string, unknown]> {
    return this.#values.entries();
  }
}
