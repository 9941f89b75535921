import { unreadableFile } from './unreadable-file';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const UTF_16_LE = Buffer.from([0xff, 0xfe]);

/**
 * The text of a CSV file: UTF-8 with or without a byte order mark, UTF-16 as Excel's "Unicode text", otherwise
 * Windows-1252, which every byte is. @throws Problem for what is no text
 */
export function decodeFile(bytes: unknown): string {
  if (!Buffer.isBuffer(bytes) || bytes.length === 0)
    throw unreadableFile(
      'O arquivo está vazio, e não há o que importar. Envie o CSV no corpo da requisição.',
    );
  if (bytes.subarray(0, 4).equals(ZIP))
    throw unreadableFile(
      'Isto é uma planilha do Excel, não um CSV. Salve a planilha como CSV e envie de novo.',
    );
  const text = decoded(bytes);
  if (text.includes('\0'))
    throw unreadableFile('Isto não é um arquivo de texto. Salve a planilha como CSV e envie de novo.');
  return text;
}

function decoded(bytes: Buffer): string {
  if (bytes.subarray(0, 2).equals(UTF_16_LE)) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
