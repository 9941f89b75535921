import { describe, expect, it } from '@jest/globals';
import { readColumnAnswers, readImportFile } from '../../../../src/api/import/file';
import { NOW } from '../../builders';

type Reading = Awaited<ReturnType<typeof readImportFile>>;
const about = { zone: 'America/Sao_Paulo', now: NOW, columns: [], statuses: [] };
const read = (kind: 'sales' | 'customers', ...lines: string[]): Promise<Reading> =>
  readImportFile(Buffer.from(lines.join('\n')), { kind, ...about });

const readSaid = (kind: 'sales' | 'customers', said: readonly string[], ...lines: string[]) =>
  readImportFile(Buffer.from(lines.join('\n')), { ...about, kind, columns: readColumnAnswers(said, kind) });

const CPF = '11144477735';

describe('the columns of customers', () => {
  it('are those of the exports of shops', async () => {
    const reading = await read(
      'customers',
      'Nome completo;CPF/CNPJ;E-mail;Telefone de Contato;Data de nascimento;Cidade',
      `RAFAEL DA SILVA;${CPF};rafael@example.com;+5511988887777;24/08/1990;Caxias`,
    );
    expect(reading.ignoredColumns).toEqual(['Cidade']);
    expect(reading.customers).toMatchObject([
      {
        contact: {
          name: 'RAFAEL DA SILVA',
          document: CPF,
          emails: ['rafael@example.com'],
          phones: ['+5511988887777'],
          birthDate: '1990-08-24',
        },
      },
    ]);
  });

  it.each([
    'Nome',
    'NOME COMPLETO',
    'Nome do cliente',
    'nome_cliente',
    'Nome do comprador',
    'nomeCliente',
    'Cliente',
    'Comprador',
    'Razão Social',
    'Customer Name',
    'Billing Name',
    'Full name',
    'Nome/Razão social',
    'nomedocliente',
    'Nome do Contato',
  ])('may call the name "%s"', async (title) => {
    const { customers } = await read('customers', `${title};CPF`, `Ana Souza;${CPF}`);
    expect(customers).toMatchObject([{ contact: { name: 'Ana Souza' } }]);
  });

  it.each([
    'Telefone',
    'Celular/WhatsApp',
    'Telefone de Contato',
    'Celular',
    'WhatsApp',
    'Whats App',
    'Telefone (com DDD)',
    'Fone 2',
    'Telefone do Cliente',
    'telefone_celular',
    'Tel.',
    'Phone Number',
    'Telefone residencial',
    'Nº do celular',
    'Billing Phone',
  ])('may call the phone "%s"', async (title) => {
    const { customers } = await read('customers', `${title};CPF`, `(11) 98888-7777;${CPF}`);
    expect(customers).toMatchObject([{ contact: { phones: ['(11) 98888-7777'] } }]);
  });

  it.each([
    'CPF',
    'CPF / CNPJ',
    'cpf_cnpj',
    'CPF do comprador',
    'CPF ou CNPJ',
    'Documento',
    'Documento do Cliente',
    'CPF/CNPJ (cobrança)',
  ])('may call the document "%s"', async (title) => {
    expect((await read('customers', title, CPF)).customers).toMatchObject([{ contact: { document: CPF } }]);
  });

  it.each([
    'E-mail',
    'email',
    'E-mail do comprador',
    'Email do cliente',
    'Endereço de e-mail',
    'EMAIL_CLIENTE',
    'Correio eletrônico',
  ])('may call the e-mail "%s"', async (title) => {
    const { customers } = await read('customers', title, 'ana@souza.com.br');
    expect(customers).toMatchObject([{ contact: { emails: ['ana@souza.com.br'] } }]);
  });

  it.each([
    'Data de nascimento',
    'Nascimento',
    'Dt. Nasc.',
    'DATA_NASCIMENTO',
    'Aniversário',
    'Birthday',
    'Data Nascimento Cliente',
  ])('may call the birthday "%s"', async (title) => {
    const { customers } = await read('customers', `${title};CPF`, `24/08/1990;${CPF}`);
    expect(customers).toMatchObject([{ contact: { birthDate: '1990-08-24' } }]);
  });

  it.each([
    'Nome do destinatário',
    'Nome (entrega)',
    'Nome do produto',
    'Nome da mãe',
    'Nome do vendedor',
    'Telefone de entrega',
    'E-mail do vendedor',
    'Aceita e-mail marketing',
    'CPF do destinatário',
    'Tipo de documento',
    'Shipping Name',
    'Data de cadastro',
  ])('are not guessed: "%s" is somebody or something else, and is listed', async (title) => {
    const reading = await read('customers', `CPF;${title}`, `${CPF};valor`);
    expect(reading).toMatchObject({ failed: 0, ignoredColumns: [title] });
  });

  it('may be several for one thing: the first filled, or all phones and addresses, and a surname of its own', async () => {
    const { customers } = await read(
      'customers',
      'Nome (cobrança);Sobrenome (cobrança);CPF;CNPJ;Celular;Telefone;Telefone 2;E-mail;E-mail 2',
      `Ana;Souza;;11222333000181;(11) 98888-7777;;(11) 3003-1234;ana@example.com;ana@example.com`,
    );
    expect(customers).toMatchObject([
      {
        contact: {
          name: 'Ana Souza',
          document: '11222333000181',
          phones: ['(11) 98888-7777', '(11) 3003-1234'],
          emails: ['ana@example.com'],
        },
      },
    ]);
  });
});

describe('the columns of sales', () => {
  const EXPORTS: [string, string, string][] = [
    [
      'a Brazilian shop',
      'Número do Pedido;E-mail;Data;Status do Pedido;Status do Pagamento;Moeda;Subtotal;Desconto;Valor do Frete;Total;Nome do comprador;CPF / CNPJ;Telefone;Nome para a entrega',
      '2002;ana@example.com;01/11/2026 18:00;Concluído;Pago;BRL;90,00;0,00;9,90;99,90;Ana Souza;11144477735;(11) 98888-7777;Bia',
    ],
    [
      'an English one',
      'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Total,Discount Code,Discount Amount,Shipping Method,Created at,Billing Name,Billing Phone,Shipping Name,Payment Method',
      '#2002,ana@example.com,paid,2026-11-01 18:00:00,BRL,90.00,9.90,99.90,,0.00,Sedex,2026-11-01 18:00:00,Ana Souza,(11) 98888-7777,Bia,pix',
    ],
    [
      'an ERP',
      'ID;Número do pedido;Data da venda;Valor total;Frete;Situação;Cliente;CPF/CNPJ;E-mail;Celular;Vendedor',
      '9;2002;01/11/2026 18:00;99,90;9,90;Atendido;Ana Souza;11144477735;ana@example.com;(11) 98888-7777;Zé',
    ],
    [
      'a marketplace',
      'N.º de venda;Data da venda;Estado;Total (BRL);Comprador;Forma de entrega;Valor do frete;E-mail;Celular',
      '2002;01/11/2026 18:00;Entregue;99,90;Ana Souza;Correios;9,90;ana@example.com;(11) 98888-7777',
    ],
    [
      'a plugin',
      'Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing),Phone (Billing),Order Total Amount,Order Shipping Amount,First Name (Shipping)',
      '2002,Completed,2026-11-01 18:00,Ana,Souza,ana@example.com,(11) 98888-7777,99.90,9.90,Bia',
    ],
  ];

  it.each(EXPORTS)('are those of the export of %s', async (_whose, header, row) => {
    const reading = await read('sales', header, row);
    expect(reading.errors).toEqual([]);
    const [{ sale, contact }] = reading.sales as [Reading['sales'][number]];
    expect(sale).toMatchObject({ totalCents: 9_990, freightCents: 990, sourceStatus: 'completed' });
    expect(sale.number?.replace('#', '')).toBe('2002');
    expect(sale.soldAt.toISOString()).toBe('2026-11-01T21:00:00.000Z');
    expect(contact).toMatchObject({
      name: 'Ana Souza',
      emails: ['ana@example.com'],
      phones: ['(11) 98888-7777'],
    });
  });

  it('that could both be meant are refused, and the plainer of two is taken', async () => {
    await expect(read('sales', 'Pedido;Data;Total;Valor total', 'A;03/11/2026;1,00;2,00')).rejects.toThrow();
    const reading = await read('sales', 'Pedido;Data;Data do pedido;Total', 'A;x;03/11/2026;1,00');
    expect(reading).toMatchObject({ failed: 0, ignoredColumns: ['Data'] });
  });
});

describe('what a person has said of columns', () => {
  const ROW = 'A;03/11/2026;1,00;2,00';

  it('counts before their titles, and takes a field from all others', async () => {
    const reading = await readSaid(
      'sales',
      ['Total:freightCents', 'Quanto: totalCents'],
      'Pedido;Data;Total;Quanto',
      ROW,
    );
    expect(reading.sales).toMatchObject([{ sale: { freightCents: 100, totalCents: 200 } }]);
    const given = await readSaid('sales', ['Quanto:totalCents'], 'Pedido;Data;Total;Quanto', ROW);
    expect(given).toMatchObject({ ignoredColumns: ['Total'], sales: [{ sale: { totalCents: 200 } }] });
  });

  it('settles which of two that say the same is meant', async () => {
    const lines = ['Pedido;Data;Total;Valor total', ROW];
    for (const said of ['Valor total:totalCents', 'Total:ignore', 'total:ignore'])
      expect((await readSaid('sales', [said], ...lines)).sales).toMatchObject([
        { sale: { totalCents: 200 } },
      ]);
  });

  it('may give one column several fields, and a field of people several columns', async () => {
    const { customers } = await readSaid(
      'customers',
      ['Contato A:phone', 'Contato B:phone'],
      'Doc;Contato A;Contato B',
      `${CPF};(11) 98888-7777;(11) 3003-1234`,
    );
    expect(customers).toMatchObject([{ contact: { phones: ['(11) 98888-7777', '(11) 3003-1234'] } }]);
    const both = await readSaid(
      'sales',
      ['Ref:number', 'Ref:externalId'],
      'Ref;Data;Total',
      'A1;03/11/2026;1',
    );
    expect(both.sales).toMatchObject([{ sale: { number: 'A1', externalId: 'A1' } }]);
    expect(both.columns[0]).toEqual({ column: 'Ref', fields: ['number', 'externalId'] });
  });

  it('never lets a status pass as completed: ignored it is still asked about (R51)', async () => {
    const lines = ['Pedido;Data;Total;Situação', 'A;03/11/2026;1,00;Perdido na mata'];
    await expect(readSaid('sales', ['Situação:ignore'], ...lines)).rejects.toMatchObject({
      code: 'status_unclear',
    });
    const other = await readSaid('sales', ['Situação:channel'], ...lines);
    expect(other.columns.at(-1)).toEqual({ column: 'Situação', fields: ['channel'] });
    const named = ['Pedido;Data;Total;Como vai', 'A;03/11/2026;1,00;Cancelado'];
    const reading = await readSaid('sales', ['Como vai:status'], ...named);
    expect(reading).toMatchObject({
      sales: [{ sale: { sourceStatus: 'cancelled' } }],
      columns: [{}, {}, {}, { column: 'Como vai', fields: ['status'] }],
    });
  });
});
