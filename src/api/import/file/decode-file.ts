import { isUtf8 } from 'node:buffer';
import type { Turns } from './turns';
import { unreadableFile } from './unreadable-file';

/** How files begin that are no text, whatever they are called. */
const OTHERS: [string, Buffer][] = [
  ['uma planilha do Excel', Buffer.from('PK\x03\x04', 'latin1')],
  ['um arquivo compactado vazio', Buffer.from('PK\x05\x06', 'latin1')],
  ['uma planilha antiga do Excel', Buffer.from('\xd0\xcf\x11\xe0', 'latin1')],
  ['um arquivo compactado', Buffer.from('\x1f\x8b', 'latin1')],
  ['um PDF', Buffer.from('%PDF', 'latin1')],
];
/** Byte order marks, and what they mark. */
const MARKS: [Buffer, string][] = [
  [Buffer.from([0xff, 0xfe]), 'utf-16le'],
  [Buffer.from([0xfe, 0xff]), 'utf-16be'],
  [Buffer.from([0xef, 0xbb, 0xbf]), 'utf-8'],
];
const SLICE_BYTES = 16 * 1024;

/** The bytes of a file. @throws Problem where there are none, or where they are no CSV by how they begin */
export function fileBytes(body: unknown): Buffer {
  if (!Buffer.isBuffer(body) || body.length === 0)
    throw unreadableFile(
      'O arquivo está vazio, e não há o que importar. Envie o CSV no corpo da requisição.',
    );
  const other = OTHERS.find(([, start]) => body.subarray(0, start.length).equals(start));
  if (other)
    throw unreadableFile(`Isto é ${other[0]}, não um CSV. Salve a planilha como CSV e envie de novo.`);
  return body;
}

/**
 * The text of a CSV file as slices of UTF-8. It may be UTF-8 with or without a byte order mark, UTF-16 with one, as Excel's
 * "Unicode text", otherwise Windows-1252, which every byte is. @throws Problem for half characters
 */
export async function decodeFile(bytes: Buffer, turns: Turns): Promise<Buffer[]> {
  const [mark, marked] = MARKS.find(([one]) => bytes.subarray(0, one.length).equals(one)) ?? [
    Buffer.alloc(0),
  ];
  const body = bytes.subarray(mark.length);
  const encoding = marked?.startsWith('utf-16') ? marked : isUtf8(body) ? 'utf-8' : 'windows-1252';
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const slices: Buffer[] = [];
  for (let from = 0; from < body.length; from += SLICE_BYTES) {
    const slice = body.subarray(from, from + SLICE_BYTES);
    slices.push(encoding === 'utf-8' ? slice : Buffer.from(decoded(decoder, slice, true)));
    await turns.piece();
  }
  if (encoding !== 'utf-8') slices.push(Buffer.from(decoded(decoder, Buffer.alloc(0), false)));
  return slices;
}

function decoded(decoder: InstanceType<typeof TextDecoder>, slice: Buffer, more: boolean): string {
  try {
    return decoder.decode(slice, { stream: more });
  } catch {
    throw unreadableFile(
      'O arquivo tem caracteres pela metade, e não se sabe o que diziam. Salve a planilha como CSV UTF-8 e envie de novo.',
    );
  }
}
