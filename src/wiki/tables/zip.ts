import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
/** Version 2.0 of the format, names in UTF-8, DEFLATE. */
const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATE = 8;
/** 1 January 1980, the first day that the format knows: the same content makes the same bytes. */
const EPOCH = (1 << 5) | 1;

const deflate = promisify(deflateRaw);

/** A ZIP archive (PKWARE APPNOTE 6.3), of less than 4 GB. It is compressed away from the main thread. */
export async function zip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const path = Buffer.from(name);
    const data = await deflate(content);
    const common = commonHeader(content, data, path);
    const local = Buffer.concat([uint32(LOCAL_HEADER), common, path, data]);
    const central = Buffer.concat([
      uint32(CENTRAL_HEADER),
      uint16(VERSION),
      common,
      Buffer.alloc(10),
      uint32(offset),
      path,
    ]);
    parts.push(local);
    directory.push(central);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const counts = [0, 0, entries.length, entries.length].map(uint16);
  return Buffer.concat([
    ...parts,
    ...directory,
    uint32(END_OF_CENTRAL),
    ...counts,
    uint32(size),
    uint32(offset),
    uint16(0),
  ]);
}

/** What the header of a file and its entry in the directory have in common. */
function commonHeader(content: Uint8Array, data: Uint8Array, path: Uint8Array): Buffer {
  return Buffer.concat([
    ...[VERSION, UTF8, DEFLATE, 0, EPOCH].map(uint16),
    ...[crc32(content), data.length, content.length].map(uint32),
    ...[path.length, 0].map(uint16),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
