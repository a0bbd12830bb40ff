import type { State, Table } from "./state.js";

/** A state that ends with the process. */
export function createMemoryState(): State {
  const tables = new Map<string, Table<unknown>>();
  let last = 0;
  return {
    table<V>(name: string): Table<V> {
      let table = tables.get(name);
      if (!table) {
        table = createTable();
        tables.set(name, table);
      }
      // Each name is asked for with one type: who owns a table owns its values.
      return table as Table<V>;
    },
    nextNumber: () => ++last,
    skipNumbers(upTo) {
      last = Math.max(last, upTo);
    },
    saved: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

function createTable(): Table<unknown> {
  const values = new Map<string, unknown>();
  return {
    get size() {
      return values.size;
    },
    get: (key) => values.get(key),
    put(key, value) {
      values.set(key, value);
    },
    delete(key) {
      values.delete(key);
    },
    entries: () => values.entries(),
  };
}
