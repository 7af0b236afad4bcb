// Packs index.mjs into terraform/functions.zip, or the file named on the command line: the same bytes every time, so
// that Terraform sees no change where there is none.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';

const NAME = Buffer.from('index.mjs');
const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980, the first day that the format knows. */
const DATE = 0x21;
/** A plain file that everybody may read: Lambda runs as another user. */
const MODE = 0o100644 << 16;
/** Made on Unix, so that the mode is read. */
const UNIX = 3 << 8;

const content = readFileSync(new URL('index.mjs', import.meta.url));
const packed = deflateRawSync(content, { level: 9 });

const entry = Buffer.alloc(26);
entry.writeUInt16LE(VERSION, 0);
entry.writeUInt16LE(DEFLATED, 4);
entry.writeUInt16LE(DATE, 8);
entry.writeUInt32LE(crc32(content), 10);
entry.writeUInt32LE(packed.length, 14);
entry.writeUInt32LE(content.length, 18);
entry.writeUInt16LE(NAME.length, 22);

const local = Buffer.concat([Buffer.from('PK\x03\x04'), entry, NAME, packed]);

const place = Buffer.alloc(14);
place.writeUInt32LE(MODE >>> 0, 6);
const directory = Buffer.concat([Buffer.from('PK\x01\x02'), uint16(VERSION | UNIX), entry, place, NAME]);

const end = Buffer.alloc(18);
end.writeUInt16LE(1, 4);
end.writeUInt16LE(1, 6);
end.writeUInt32LE(directory.length, 8);
end.writeUInt32LE(local.length, 12);

const target = process.argv[2] ?? fileURLToPath(new URL('../terraform/functions.zip', import.meta.url));
writeFileSync(target, Buffer.concat([local, directory, Buffer.from('PK\x05\x06'), end]));

function uint16(value) {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}
