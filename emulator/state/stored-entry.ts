import { DefaultSerializer, Deserializer } from "node:v8";

/** An entry of a table as a state file holds it. */
export interface StoredEntry {
  readonly table: string;
  readonly key: string;
  readonly value: unknown;
}

/**
 * Formats an entry in V8's serialisation, which Node promises to read in later versions too: it keeps what JSON loses,
 * such as bytes, bigint, NaN and any text or name of a property.
 *
 * @throws Error where a value is no plain data
 */
export function formatEntry({ table, key, value }: StoredEntry): Uint8Array {
  try {
    const serializer = new EntrySerializer();
    serializer.writeHeader();
    serializer.writeValue([table, key, value]);
    return serializer.releaseBuffer();
  } catch (error) {
    throw new Error(
      `The entry "${key}" of the table "${table}" is no plain data. Store values without functions and symbols.`,
      { cause: error },
    );
  }
}

/**
 * Parses what {@link formatEntry} gave.
 *
 * @throws Error where the bytes are nothing of the kind
 */
export function parseEntry(bytes: Uint8Array): StoredEntry {
  const deserializer = new EntryDeserializer(bytes);
  deserializer.readHeader();
  const entry: unknown = deserializer.readValue();
  if (!Array.isArray(entry)) throw new Error("The bytes hold no entry.");
  // V8 refuses bytes that no serializer wrote, and formatEntry writes no other array.
  const [table, key, value] = entry as [string, string, unknown];
  return { table, key, value };
}

/** Writes bytes alone, without the buffer that they are a part of. */
class EntrySerializer extends DefaultSerializer {
  /** Called by V8 for each view of an ArrayBuffer. */
  _writeHostObject(view: NodeJS.ArrayBufferView): void {
    if (!(view instanceof Uint8Array))
      throw new TypeError(`Cannot store a ${view.constructor.name}.`);
    this.writeUint32(view.byteLength);
    this.writeRawBytes(view);
  }
}

/** Reads bytes into memory of their own. */
class EntryDeserializer extends Deserializer {
  /** Called by V8 for each view of an ArrayBuffer. */
  _readHostObject(): Uint8Array {
    return Uint8Array.from(this.readRawBytes(this.readUint32()));
  }
}
