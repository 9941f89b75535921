/** Hostile and ordinary files of 10 MB, for the bench of files and for the test that holds it to what it found. */
const BYTES = 10 * 1024 * 1024;
const HEADER = 'Pedido;Data;Total;CPF;Nome;Situação\n';
const PHONES = 'Pedido;Data;Total;Celular\n';

function filled(start: string, piece: string): Buffer {
  const bytes = Buffer.alloc(BYTES, piece);
  bytes.write(start);
  return bytes;
}

/** Almost as many rows as a file may have. */
function rows(row: (index: number) => string): Buffer {
  const lines = Array.from({ length: 49_000 }, (_, index) => row(index));
  return Buffer.from(HEADER + lines.join('\n')).subarray(0, BYTES);
}

function goodRow(index: number): string {
  return `A${index};03/11/2025;10,00;529.982.247-25;Maria Exemplo;Pago`;
}

const FILES: [name: string, make: () => Buffer][] = [
  ['49,000 good sales', (): Buffer => rows(goodRow)],
  [
    '49,000 rows, each wrong',
    (): Buffer => rows((n) => `A${n};ontem;dez;123;=HYPERLINK("x")${'x'.repeat(150)};Pago`),
  ],
  [
    'cells of 3,500 phones that nobody has',
    (): Buffer => {
      const phones = '(23) 98765-4321 / '.repeat(3_500);
      return Buffer.from(
        PHONES + Array.from({ length: 160 }, (_, n) => `A${n};03/11/2025;10,00;${phones}`).join('\n'),
      );
    },
  ],
  [
    'rows of 20 cells, each with all the phones that fit',
    (): Buffer => {
      const cell = `${'(23) 98765-4321/'.repeat(7)}(11) 98765-4321/`;
      const titles = Array.from({ length: 20 }, (_, n) => (n < 10 ? 'Celular' : 'Telefone')).join(';');
      const row = Array.from({ length: 20 }, () => cell.repeat(7)).join(';');
      return Buffer.from(
        `Pedido;Data;Total;${titles}\n` +
          Array.from({ length: 500 }, (_, n) => `A${n};03/11/2025;10,00;${row}`).join('\n'),
      );
    },
  ],
  ['a cell whose quotes never close', (): Buffer => filled(`${HEADER}"`, 'x')],
  ['quoted lines without end', (): Buffer => filled(`${HEADER}"`, 'x\n')],
  ['quotes in quotes', (): Buffer => filled(HEADER, '"')],
  ['a million columns', (): Buffer => filled('Pedido;Data;Total', ';')],
  ['empty lines', (): Buffer => filled(HEADER, '\n')],
  ['empty cells', (): Buffer => filled(HEADER, ';;;;;\n')],
  ['NUL bytes', (): Buffer => filled(HEADER, '\0')],
  [
    'UTF-16',
    (): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('á;'.repeat(BYTES / 4), 'utf16le')]),
  ],
];

/** What each is, and how it is made. */
export const HOSTILE_FILES: readonly (readonly [name: string, make: () => Buffer])[] = FILES;

/** A few good rows: the first row of a process loads what reads telephone numbers and compiles schemas. */
export function fewRows(): Buffer {
  return rows(goodRow).subarray(0, 5_000);
}
