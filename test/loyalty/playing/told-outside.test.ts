import { describe, expect, it } from '@jest/globals';
import { readImportFile } from '../../../src/api/import/file';
import { BUILT_IN_SITUATIONS, orderOutcome } from '../../../src/bling';
import { playHistory } from '../../../src/loyalty';
import { orderJson } from '../../bling/samples';
import { recogniseByProduct } from '../../oracle/recognising';
import { fileOfProduct, saleOfProduct } from '../../oracle/reading';
import type { House, Typed } from '../../oracle/model/marks';
import type { SaleInput } from '../../oracle/model/input';

/*
 * What the world outside tells, read as the product reads it, and played: files (R51), contacts (R48, R49), orders (R52, R53).
 */

const program = {
  name: 'C',
  timezone: 'America/Sao_Paulo',
  earning: { rules: [{ id: 'cb', grant: { type: 'cashback' as const, rateBps: 1000 } }] },
};
const soldAt = '2026-11-12T15:00:00.000Z';
const NOBODY_ELSE: House = { words: [], emails: [], phones: [] };

const typed = (parts: Partial<Typed>): Typed => ({
  ...{ name: null, document: null, phones: [], emails: [], sourceId: null },
  ...parts,
});

/** What each customer has in the end, in cents. */
function earned(sales: SaleInput[]): Record<string, number> {
  const events = sales.map((sale) => ({ at: '2026-11-20T15:00:00.000Z', do: 'complete', sale }));
  const { wallets, problems } = playHistory({ program, events });
  expect(problems).toEqual([]);
  return Object.fromEntries(Object.entries(wallets).map(([id, { cashback }]) => [id, cashback.activeCents]));
}

/** Each of them buys once. @returns who they are, and what each has */
function bought(told: Partial<Typed>[], totals: number[], house = NOBODY_ELSE) {
  const people = recogniseByProduct(told.map(typed), house);
  const sales = people.who.map((who, index) => ({
    ...{ id: `s${index}`, customerId: who === null ? null : `c${who}`, channel: 'bling', soldAt },
    totalCents: totals[index]!,
  }));
  return { ...people, earned: earned(sales) };
}

async function earnedBy(titles: string, ...rows: string[]) {
  const cells = (line: string): string[] => line.split(';');
  const taken = await fileOfProduct({ titles: cells(titles), rows: rows.map(cells) });
  if (taken === 'asked') throw new Error('A person was asked.');
  return { ...taken, earned: earned(taken.sold) };
}

describe('a file, played (R51)', () => {
  it('earns nothing by what was refused or given back, and by what was paid what it says (C2)', async () => {
    const titles = 'Número do Pedido;E-mail;Data;Status do Pedido;Status do Pagamento;Total';
    const refused = [
      '2002;bia@correio.com.br;11/11/2026 18:00:00;Aberto;Recusado;99,90',
      '2003;caio@correio.com.br;12/11/2026 08:00:00;Cancelado;Devolvido;50,00',
    ];
    expect(await earnedBy(titles, ...refused)).toEqual({
      stands: ['open', 'cancelled'],
      sold: [],
      earned: {},
    });
    const paid = '2004;dora@correio.com.br;12/11/2026 08:00:00;Concluído;Pago;50,00';
    expect((await earnedBy(titles, ...refused, paid)).earned).toEqual({ 'dora@correio.com.br': 500 });
  });

  it('keeps name and phone, by which who buys next is the same customer (C3)', async () => {
    const file = [
      'Nome completo;CPF/CNPJ;E-mail;Telefone de Contato',
      'RAFAEL DA SILVA;11144477735;rafael@correio.com.br;+5511988887777',
    ];
    const about = { zone: 'America/Sao_Paulo', now: Date.parse(soldAt), columns: [], statuses: [] };
    const { customers } = await readImportFile(Buffer.from(file.join('\n')), { kind: 'customers', ...about });
    const { name, document, phones, emails } = customers[0]!.contact;
    const imported = { name, document, phones, emails };
    expect(imported).toMatchObject({ name: 'RAFAEL DA SILVA', phones: ['+5511988887777'] });
    const atTheTill = [{ phones: ['11 98888-7777'] }, { name: 'Rafael Silva', phones: ['(11) 8888-7777'] }];
    const { who, writtenTo, earned: has } = bought([imported, ...atTheTill], [0, 10_000, 5_000]);
    expect([who, writtenTo, has]).toEqual([[0, 0, 0], { 0: '+5511988887777' }, { c0: 1_500 }]);
  });

  it.each(['2,00001E+15', '20000061234567,00'])(
    'takes nothing of one customer by an id that two files have rounded to %s (C4)',
    async (id) => {
      const whole = await earnedBy('id;data;total;cpf', '2000006123456789;10/11/2026;100,00;39053344705');
      const first = await earnedBy('id;data;total;cpf', `${id};10/11/2026;100,00;39053344705`);
      const second = await earnedBy('id;data;total;cpf', `${id};11/11/2026;250,00;86288366757`);
      for (const file of [first, second]) expect(file).toEqual({ stands: ['refused'], sold: [], earned: {} });
      expect(earned([...whole.sold, ...first.sold, ...second.sold])).toEqual({ '39053344705': 1_000 });
    },
  );
});

describe('contacts, played', () => {
  it('have two wallets where one has the landline and one the mobile of the same digits (C5, R49)', () => {
    const landline = { name: 'Marcos Lima', phones: ['(11) 4002-8922'] };
    const mobile = { phones: ['(11) 94002-8922'] };
    const { who, earned: has } = bought([landline, mobile], [10_000, 20_000]);
    expect([who, has]).toEqual([[0, 1], { c0: 1_000, c1: 2_000 }]);
  });

  it('keep the mobile that is written to, whatever landline is told later (C5, R49)', () => {
    const known = { name: 'Ana Reis', document: '529.982.247-25' };
    const mobile = { ...known, phones: ['(21) 94321-5678'] };
    const landline = { ...known, phones: ['(21) 4321-5678'] };
    const { who, writtenTo, earned: has } = bought([mobile, landline], [10_000, 20_000]);
    expect([who, writtenTo, has]).toEqual([[0, 0], { 0: '+5521943215678' }, { c0: 3_000 }]);
  });

  it.each<[string, Partial<Typed>]>([
    ['a stand-in name', { name: 'Venda consumidor' }],
    ['one with the shop’s own phone', { name: 'CONSUMIDOR NÃO CADASTRADO', phones: ['(11) 3456-7890'] }],
    ['a filler document of letters', { name: 'Maria', document: 'aaaaaaaaaaaa45' }],
    ['a filler document of digits', { name: 'Maria', document: '11.111.111/1111-80' }],
  ])('are nobody, and nothing is earned, by %s (C6, R48)', (_what, told) => {
    const { who, earned: has } = bought([told, told], [10_000, 10_000]);
    expect([who, has]).toEqual([[null, null], {}]);
  });
});

describe('an order of the ERP, played (C7, R52, R53)', () => {
  const line = (quantidade: number, valor: number): object => ({ codigo: 'A', quantidade, valor });
  const plain = { desconto: undefined, transporte: undefined, outrasDespesas: 0, itens: [line(1, 100)] };

  it.each<[string, Record<string, unknown>, number]>([
    [
      'a discount of 7.995',
      { total: 71.91, desconto: { valor: 7.995, unidade: 'REAL' }, itens: [line(1, 79.9)] },
      719,
    ],
    ['a freight of 15.905', { total: 115.91, transporte: { frete: 15.905 } }, 1_000],
    ['a discount of 10.0004 %', { total: 90, desconto: { valor: 10.0004, unidade: 'PERCENTUAL' } }, 900],
    ['other expenses of -10', { total: 90, outrasDespesas: -10 }, 1_000],
    ['a negative line', { total: 70, itens: [line(1, 100), line(-1, 30)] }, 700],
    ['a number that is none', { total: 50, numero: {}, numeroLoja: false, loja: 'centro' }, 500],
  ])('with %s earns', (_what, changes, cents) => {
    const sale = saleOfProduct(orderJson({ ...plain, ...changes }), 'ana', program);
    expect(sale).not.toBeNull();
    expect(earned([sale!])).toEqual({ ana: cents });
  });

  it('of situation 9 is completed', () => {
    expect(BUILT_IN_SITUATIONS).toContain(9);
    expect(orderOutcome({ id: 9, value: 1 }, { completed: [], cancelled: [] })).toBe('completed');
  });
});
