import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive, its content in pieces. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
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

/** A ZIP archive (PKWARE APPNOTE 6.3), of less than 4 GB. It is compressed away from the main thread. */
export async function zip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const path = Buffer.from(name);
    const compressed = await compress(content);
    const header = commonHeader(compressed, path);
    const file = Buffer.concat([uint32(LOCAL_HEADER), header, path, compressed.data]);
    files.push(file);
    directory.push(
      Buffer.concat([
        uint32(CENTRAL_HEADER),
        uint16(VERSION),
        header,
        Buffer.alloc(10),
        uint32(offset),
        path,
      ]),
    );
    offset += file.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const counts = [0, 0, entries.length, entries.length].map(uint16);
  const end = [uint32(END_OF_CENTRAL), ...counts, uint32(size), uint32(offset), uint16(0)];
  return Buffer.concat([...files, ...directory, ...end]);
}

interface Compressed {
  readonly data: Buffer;
  /** Of what was compressed, in bytes. */
  readonly size: number;
  readonly crc: number;
}

async function compress(content: ZipEntry['content']): Promise<Compressed> {
  let size = 0;
  let crc = 0;
  const deflate = createDeflateRaw();
  const measured = async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      size += piece.length;
      crc = crc32(piece, crc);
      yield piece;
    }
  };
  const [data] = await Promise.all([buffer(deflate), pipeline(Readable.from(content), measured, deflate)]);
  return { data, size, crc };
}

/** What the header of a file and its entry in the directory have in common. */
function commonHeader({ data, size, crc }: Compressed, path: Uint8Array): Buffer {
  return Buffer.concat([
    ...[VERSION, UTF8, DEFLATE, 0, EPOCH].map(uint16),
    ...[crc, data.length, size].map(uint32),
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
