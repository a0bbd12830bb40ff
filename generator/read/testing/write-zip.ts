import { crc32, deflateRawSync } from "node:zlib";

/** An entry of a zip that a test makes, honest unless told otherwise. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Sets the flag for a password. */
  readonly encrypted?: boolean;
  /** Marks a symbolic link. */
  readonly symlink?: boolean;
  /** The unpacked size that the headers claim. */
  readonly claimedBytes?: number;
}

/** Makes the bytes of a zip. Checks nothing: tests need zips that no tool would write. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(entry.encrypted ? 1 : 0, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(entry.claimedBytes ?? content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([
      Buffer.from("PK\x03\x04", "latin1"),
      facts,
      name,
      packed,
    ]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(entry.symlink ? 0o120777 * 0x10000 : 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.from("PK\x01\x02\x14\x03", "latin1"),
      facts,
      rest,
      name,
    );
    parts.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([
    ...parts,
    ...directory,
    Buffer.from("PK\x05\x06", "latin1"),
    end,
  ]);
}
