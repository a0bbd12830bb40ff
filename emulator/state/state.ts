/** Values by key, kept as long as the state is. Values are never changed in place: put another. */
export interface Table<V> {
  readonly size: number;
  get(key: string): V | undefined;
  put(key: string, value: V): void;
  delete(key: string): void;
  entries(): IterableIterator<[string, V]>;
}

/**
 * What an account holds: tables that are read in memory, and written to a file where there is one.
 *
 * Reads see writes at once. {@link State.saved} tells when all that was written so far would survive the end of the
 * process; no answer leaves before.
 */
export interface State {
  /** The table of a name, made on first use. Values are plain data: no functions, symbols or cycles. */
  table<V>(name: string): Table<V>;
  /** The next of an unending row of whole numbers, from 1; never the same twice, also after a restart. */
  nextNumber(): number;
  /** Makes sure that numbers up to this one are not given. */
  skipNumbers(upTo: number): void;
  saved(): Promise<void>;
  close(): Promise<void>;
}
