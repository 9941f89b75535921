import { describe, expect, it } from '@jest/globals';
import { fileBytes, readImportFile, readStatusAnswers } from '../../../../src/api/import/file';
import { Problem } from '../../../../src/api/http/problem';
import { NOW } from '../../builders';

type Reading = Awaited<ReturnType<typeof readImportFile>>;

const about = { zone: 'America/Sao_Paulo', now: NOW, columns: [], statuses: [] };
const read = (bytes: Buffer, kind: 'sales' | 'customers' = 'sales'): Promise<Reading> =>
  readImportFile(bytes, { kind, ...about });
const sales = (...lines: string[]): Promise<Reading> => read(Buffer.from(lines.join('\n')));
const customers = (...lines: string[]): Promise<Reading> => read(Buffer.from(lines.join('\n')), 'customers');

async function refusalOf(work: Promise<unknown> | (() => unknown)): Promise<string> {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (error instanceof Problem) return error.toDocument().errors![0]!.message;
    throw error;
  }
  throw new Error('It was taken.');
}

const HEADER = 'Pedido;Data;Valor total;CPF;Nome';

describe('a file of sales', () => {
  it('is read by its headers, and each row is what POST /v1/sales would take', async () => {
    const reading = await sales(
      'Código da venda;Número;Data e hora;VALOR TOTAL (R$);Frete;Desconto;Loja;Canal;Situação;CPF/CNPJ;Cliente;Celular;E-mail;Vendedor',
      'A-1;10231;03/11/2026 09:00;"1.234,56";10,00;5;centro;PDV;Concluída;529.982.247-25;Maria Exemplo;(11) 98765-4321;maria@example.com;Zé',
    );
    expect(reading).toMatchObject({ total: 1, failed: 0, errors: [], ignoredColumns: ['Vendedor'] });
    expect(reading.sales).toEqual([
      {
        row: 2,
        sale: {
          channel: 'pos',
          externalId: 'A-1',
          number: '10231',
          marketplaceNumber: null,
          invoiceNumber: null,
          accessKey: null,
          erpNumber: null,
          storeId: 'centro',
          soldAt: new Date('2026-11-03T12:00:00Z'),
          totalCents: 123_456,
          freightCents: 1_000,
          otherExpensesCents: 0,
          discountCents: 500,
          items: null,
          sourceStatus: 'completed',
        },
        contact: {
          externalKey: null,
          name: 'Maria Exemplo',
          document: '529.982.247-25',
          phones: ['(11) 98765-4321'],
          emails: ['maria@example.com'],
          birthDate: null,
        },
      },
    ]);
  });

  it('may have English headers, commas, and quoted cells with quotes and line breaks in them', async () => {
    const reading = await sales(
      'externalId,sold_at,total,customer name',
      'E1,2026-11-03,"10,50","Bar ""do Zé"",\nfilial"',
      'E2,2026-11-03,10.50,',
    );
    expect(reading.errors).toEqual([]);
    expect(reading.sales.map(({ row, sale }) => [row, sale.externalId, sale.totalCents])).toEqual([
      [2, 'E1', 1_050],
      [3, 'E2', 1_050],
    ]);
  });

  it('knows a sale by its id, and by its number where it has no other', async () => {
    const both = await sales('ID;Pedido;Data;Total', 'A-1;77;03/11/2026;10,00', ';78;03/11/2026;10,00');
    expect(both.sales).toMatchObject([{ sale: { externalId: 'A-1', number: '77' } }]);
    expect(both.errors).toMatchObject([{ row: 3, field: 'ID' }]);
    const one = await sales('Pedido;Data;Total', '77;03/11/2026;10,00', '=A1;03/11/2026;10,00');
    expect(one.sales).toMatchObject([{ sale: { externalId: '77', number: '77' } }]);
    expect(one.errors).toMatchObject([{ row: 3, field: 'Pedido' }]);
  });

  it('may be divided by tabs, say its delimiter, and count blank rows as a spreadsheet does', async () => {
    const tabs = await sales('Pedido\tData\tTotal', 'T1\t03/11/2026\t10,00');
    expect(tabs.sales).toHaveLength(1);
    const declared = await sales(
      'sep=;',
      'Pedido;Data;Total',
      '',
      'D1;03/11/2026;10,00',
      ';;',
      'D2;03/11/2026;x',
    );
    expect(declared.sales.map(({ row }) => row)).toEqual([4]);
    expect(declared).toMatchObject({ total: 2, failed: 1, errors: [{ row: 6 }] });
  });

  it('says of each bad row what is wrong in which column, repeats no value, and takes the others', async () => {
    const reading = await sales(
      HEADER,
      'A1;03/11/2026;10,00;;',
      'A2;31/02/2026;10,00;;',
      'A3;03/11/2026;1.234;;',
      ';03/11/2026;10,00;;',
      'A5;03/11/2026;;;',
      'A6;03/11/2026;10,00;123.456.789-00;',
      'A7;03/11/2036;10,00;;',
      'A8;03/11/2026;10,00;;=HYPERLINK("x")',
      'A9;03/11/2026;10,00;;Ana;sobra',
      'olá@x.com;03/11/2026;10,00;;',
      'B1;03/11/2026;10,00',
    );
    expect(reading).toMatchObject({ total: 11, failed: 9 });
    expect(reading.errors.map(({ row, field }) => [row, field])).toEqual([
      [3, 'Data'],
      [4, 'Valor total'],
      [5, 'Pedido'],
      [6, 'Valor total'],
      [7, 'CPF'],
      [8, 'Data'],
      [9, 'Nome'],
      [10, 'linha'],
      [11, 'Pedido'],
    ]);
    expect(JSON.stringify(reading.errors)).not.toMatch(/123\.456|HYPERLINK|sobra|olá/);
    expect(reading.sales.map(({ sale }) => sale.externalId)).toEqual(['A1', 'B1']);
  });

  it('takes a sale that stands in it twice once, and refuses a later row that says something else', async () => {
    const reading = await sales(
      HEADER,
      'A1;03/11/2026;10,00;;',
      'A1;03/11/2026;10,00;;',
      'A1;03/11/2026;11,00;;',
    );
    expect(reading).toMatchObject({ total: 3, failed: 1, errors: [{ row: 4, field: 'Pedido' }] });
    expect(reading.errors[0]!.message).toContain('linha 2');
    expect(reading.sales).toHaveLength(1);
  });

  it('leaves a sale of "Consumidor Final" without a customer', async () => {
    const reading = await sales(HEADER, 'A1;03/11/2026;10,00;000.000.000-00;Consumidor Final');
    expect(reading.sales).toMatchObject([{ contact: null }]);
  });

  it('holds freight to the total, as POST /v1/sales does', async () => {
    const reading = await sales('Pedido;Data;Total;Frete', 'A1;03/11/2026;10,00;11,00');
    expect(reading.errors).toMatchObject([{ row: 2, field: 'Frete' }]);
  });
});

describe('a file of customers', () => {
  it('is read with phones, birthday and segments', async () => {
    const reading = await customers(
      'Nome,CPF,Celular,Telefone,Nascimento,Segmentos',
      'Ana Souza,529.982.247-25,(11) 98765-4321,(11) 3003-1234,01/02/1980,"vip ouro, atacado|vip ouro"',
    );
    expect(reading.errors).toEqual([]);
    expect(reading.customers).toMatchObject([
      {
        row: 2,
        contact: { phones: ['(11) 98765-4321', '(11) 3003-1234'], birthDate: '1980-02-01' },
        segments: ['vip ouro', 'atacado'],
      },
    ]);
  });

  it('leaves segments as they are where it names none', async () => {
    const reading = await customers('CPF;Segmentos', '529.982.247-25;');
    expect(reading.customers).toMatchObject([{ segments: null }]);
  });

  it('refuses rows by which nobody could be recognised', async () => {
    const reading = await customers('Nome;CPF;E-mail', 'Ana;;', 'Consumidor Final;;', 'Bia;123;');
    expect(reading).toMatchObject({
      failed: 3,
      errors: [
        { row: 2, field: 'linha' },
        { row: 3, field: 'linha' },
        { row: 4, field: 'CPF' },
      ],
    });
  });
});

describe('a file that cannot be taken at all', () => {
  it.each([
    ['', 'vazio'],
    ['\n\n;;\n', 'vazio'],
    [HEADER, 'títulos'],
    ['a;b;c\n1;2;3', '"id" ou "numero", e também "data", e também "total"'],
    ['Pedido;Data\nA1;03/11/2026', '"total"'],
    ['Pedido;Data;Total;Valor\nA1;03/11/2026;1;1', 'dizem a mesma coisa'],
    [`${HEADER}\n"A1;03/11/2026;10,00\nA2;03/11/2026;10,00`, 'aspas'],
  ])('is refused with what to do: %j', async (text, words) => {
    expect(await refusalOf(sales(text))).toContain(words);
  });

  it('is one of too many rows, or of a row without end', async () => {
    const many = Array.from({ length: 50_001 }, (_, index) => `X;${index}`);
    expect(await refusalOf(customers('Nome;CPF', ...many))).toContain('50.000');
    expect(await refusalOf(sales(HEADER, `A1;${'x'.repeat(200_000)}`))).toContain('longa demais');
  }, 90_000);

  it.each([
    [Buffer.from('PK\x03\x04rest', 'latin1'), 'planilha do Excel'],
    [Buffer.from('\xd0\xcf\x11\xe0', 'latin1'), 'planilha antiga'],
    [Buffer.from('\x1f\x8brest', 'latin1'), 'compactado'],
    [Buffer.alloc(0), 'vazio'],
    [{}, 'vazio'],
  ])('is no CSV by how it begins', async (bytes, words) => {
    expect(await refusalOf(() => fileBytes(bytes))).toContain(words);
  });

  it('is no text, has half characters, or titles with control characters', async () => {
    expect(await refusalOf(read(Buffer.from([49, 0, 50, 0])))).toContain('não é um arquivo de texto');
    const half = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('Pedido;Data;Total\nA\ud800;', 'utf16le'),
    ]);
    expect(await refusalOf(read(half))).toContain('pela metade');
    expect(await refusalOf(sales('Ped\x07ido;Data;Total', 'A1;03/11/2026;10,00'))).toContain(
      'caracteres de controle',
    );
  });
});

describe('a text in a cell', () => {
  it('with a control character refuses its row, and is in one form however it was typed', async () => {
    const reading = await sales(
      HEADER,
      'A1;03/11/2026;10,00;;An\x1ba',
      'A2;03/11/2026;10,00;52998224725;Joa\u0303o',
    );
    expect(reading.errors).toMatchObject([{ row: 2, field: 'Nome' }]);
    expect(reading.sales).toMatchObject([{ contact: { name: 'João' } }]);
  });

  it('of a column that means nothing here refuses nothing', async () => {
    const reading = await sales('Pedido;Data;Total;Obs', 'A1;03/11/2026;10,00;\x07');
    expect(reading).toMatchObject({ failed: 0, ignoredColumns: ['Obs'] });
  });
});

describe('the encoding of a file', () => {
  const text = 'Pedido;Data;Total;Situação\nÇ;03/11/2026;10,00;Concluída';
  const marked = (...bytes: number[]): Buffer => Buffer.from(bytes);
  it.each([
    ['UTF-8', Buffer.from(text, 'utf8')],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf8')],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['UTF-16 of Excel', Buffer.concat([marked(0xff, 0xfe), Buffer.from(text, 'utf16le')])],
    [
      'UTF-16 the other way round',
      Buffer.concat([marked(0xfe, 0xff), Buffer.from(text, 'utf16le').swap16()]),
    ],
  ])('may be %s', async (_name, bytes) => {
    const reading = await read(bytes);
    expect(reading.statusColumns).toMatchObject([{ column: 'Situação' }]);
    expect(reading.errors).toMatchObject([{ row: 2, field: 'Pedido' }]);
  });
});

describe('a question of what statuses mean', () => {
  it('is answered by column and value, whatever their spelling', () => {
    expect(readStatusAnswers(['Status do Pedido:Em separação=open', 'etapa: * =ignore'])).toMatchObject([
      { column: 'statusdopedido', value: 'emseparacao', means: 'open' },
      { column: 'etapa', value: '*', means: 'ignore' },
    ]);
    for (const wrong of ['', 'x', 'a:b', 'a=open', 'a:b=pago'])
      expect(() => readStatusAnswers([wrong])).toThrow(Problem);
  });
});
