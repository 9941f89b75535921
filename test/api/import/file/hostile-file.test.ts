import { describe, expect, it } from '@jest/globals';
import { readImportFile, Turns } from '../../../../src/api/import/file';
import { Problem } from '../../../../src/api/http/problem';
import { NOW } from '../../builders';

const HEADER = 'Pedido;Data;Valor total;CPF;Nome';
const about = { kind: 'sales' as const, zone: 'America/Sao_Paulo', now: NOW, columns: [], statuses: [] };

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error.toDocument().errors![0]!.message;
    throw error;
  }
  throw new Error('It was taken.');
}

/** How many turns others got, and the most pieces of work that were done without one. */
class CountedTurns extends Turns {
  given = 0;
  longest = 0;
  private since = 0;

  constructor() {
    super(async () => {
      this.given += 1;
      this.since = 0;
      await new Promise((done) => setImmediate(done));
    });
  }

  override async piece(characters = 0): Promise<void> {
    this.since += 1;
    this.longest = Math.max(this.longest, this.since);
    await super.piece(characters);
  }
}

const MEGABYTES = 10 * 1024 * 1024;
const filled = (start: string, piece: string): Buffer => {
  const bytes = Buffer.alloc(MEGABYTES, piece);
  bytes.write(start);
  return bytes;
};

describe('a hostile file of 10 MB', () => {
  it.each<[string, Buffer, string]>([
    ['one cell whose quotes never close', filled(`${HEADER}\n"`, 'x'), 'longa demais'],
    ['quotes in quotes', filled(`${HEADER}\n`, '"'), 'longa demais'],
    ['quoted lines without end', filled(`${HEADER}\n"`, 'x\n'), 'linhas'],
    ['a million columns', filled('Pedido;Data;Total', ';'), 'colunas demais'],
    [
      'a row of a million columns that goes on over lines',
      filled(`${HEADER}\n`, `${';'.repeat(1_000)}"\n"`),
      'células',
    ],
    ['empty lines', filled(HEADER, '\n'), '500.000 linhas'],
    ['empty lines of an old Mac', filled(HEADER, '\r'), '500.000 linhas'],
    ['empty cells', filled(`${HEADER}\n`, ';;;;\n'), 'linhas'],
    ['nothing but NUL', filled(HEADER, '\0'), 'não é um arquivo de texto'],
    ['one line of UTF-16', filled('\xff\xfe', 'a\0'), 'longa demais'],
  ])('is refused: %s', async (_what, bytes, words) => {
    if (bytes[0] === 0xc3) bytes.set([0xff, 0xfe, 97, 0]);
    const turns = new CountedTurns();
    expect(await refusalOf(readImportFile(bytes, about, turns))).toContain(words);
    expect(turns.longest).toBeLessThanOrEqual(10);
  });

  it('of good rows lets everybody else work in between, at least once in 10 rows or slices', async () => {
    const row = 'x;03/11/2026;10,00;529.982.247-25;Maria Exemplo\n';
    const lines = Array.from({ length: 3_000 }, (_, index) => row.replace('x', `A${index}`));
    const turns = new CountedTurns();
    const bytes = Buffer.from([HEADER, '\n', ...lines].join(''));
    const reading = await readImportFile(bytes, about, turns);
    expect(reading).toMatchObject({ total: 3_000, failed: 0 });
    expect(turns.longest).toBeLessThanOrEqual(10);
    expect(turns.given).toBeGreaterThanOrEqual(3_000 / 10);
  });

  it('gives a turn after each row that is as long as many', async () => {
    const lines = Array.from(
      { length: 12 },
      (_, index) => `A${index};03/11/2026;10,00;;${'x'.repeat(60_000)}`,
    );
    const turns = new CountedTurns();
    const bytes = Buffer.from([`${HEADER} do vendedor`, ...lines].join('\n'));
    const reading = await readImportFile(bytes, about, turns);
    expect(reading).toMatchObject({ total: 12, failed: 0, ignoredColumns: ['Nome do vendedor'] });
    expect(turns.given).toBeGreaterThanOrEqual(12 + bytes.length / (2 * 160 * 1_024));
  });

  it.each([
    ['Celular', '(23) 98765-4321/'.repeat(1_000), ['Celular', 'longo demais']],
    ['Nome', 'x'.repeat(1_001), ['Nome', 'longo demais']],
    ['Observação', 'x'.repeat(60_000), null],
  ])(
    'refuses by row a cell of %s that is longer than any, and reads nothing of it',
    async (title, cell, said) => {
      const header = `Pedido;Data;Valor total;CPF;${title}`;
      const rows = `A1;03/11/2026;10,00;529.982.247-25;${cell}\nA2;03/11/2026;10,00;529.982.247-25;`;
      const { errors, sales } = await readImportFile(Buffer.from(`${header}\n${rows}`), about);
      expect(errors.map(({ row, field, message }) => [row, field, message])).toEqual(
        said ? [[2, said[0], expect.stringContaining(said[1]!)]] : [],
      );
      expect(sales).toHaveLength(said ? 1 : 2);
    },
  );

  it('refuses a row with more phones than anybody has, each in a column of its own', async () => {
    const titles = Array.from({ length: 11 }, () => 'Telefone').join(';');
    const phones = (count: number): string =>
      Array.from({ length: 11 }, (_, index) => (index < count ? `(11) 3333-44${index + 10}` : '')).join(';');
    const lines = [`CPF;${titles}`, `529.982.247-25;${phones(11)}`, `529.982.247-25;${phones(10)}`];
    const reading = await readImportFile(Buffer.from(lines.join('\n')), { ...about, kind: 'customers' });
    expect(reading.errors).toMatchObject([{ row: 2, field: 'Telefone' }]);
    expect(reading.customers).toHaveLength(1);
  });

  it('takes a customer with as many segments as one can be in', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `${index}-`.padEnd(100, 'x'));
    const lines = ['CPF;Segmentos', `529.982.247-25;${names.join(' | ')}`];
    const reading = await readImportFile(Buffer.from(lines.join('\n')), { ...about, kind: 'customers' });
    expect(reading).toMatchObject({ errors: [], customers: [{ segments: names }] });
  });

  it.each([
    ['Nome', 'x;03/11/2026;10,00;;'],
    ['Situação', 'x;03/11/2026;10,00;;;'],
  ])('of piled marks takes about as long as another one (%s)', async (_column, start) => {
    // A letter with thousands of accents: to put them in order, each line would take most of a second.
    const taken = async (cell: string): Promise<number> => {
      const from = performance.now();
      const rows = `${start}${cell}\n`.repeat(12);
      await readImportFile(Buffer.from(`${HEADER};Situação\n${rows}`), about).catch(() => null);
      return performance.now() - from;
    };
    const plain = await taken('áà'.repeat(15_000));
    expect(await taken(`a${'\u0301\u0316'.repeat(15_000)}`)).toBeLessThan(3 * plain + 1_000);
  });

  it('lets what waits in the event loop run before it is through', async () => {
    const seen: string[] = [];
    setImmediate(() => seen.push('another request'));
    const lines = Array.from({ length: 200 }, (_, index) => `A${index};03/11/2026;10,00;;`);
    await readImportFile(Buffer.from([HEADER, ...lines].join('\n')), about).then(() => seen.push('the file'));
    expect(seen).toEqual(['another request', 'the file']);
  });
});
