import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, verifyLedger } from './shop';
import type { SaleJson } from './shop';
import { until } from './until';

/*
 * Orders as other programs and people write them into Bling: odd cents are taken exactly and rounded half up once, and a field on
 * which nothing depends refuses nothing (R52); goods taken back in exchange are lines below zero (R53).
 */

type Shown = SaleJson & { number: string | null; totalCents: number };

let house: House;
beforeAll(async () => {
  const earning = { rules: [{ id: 'cb', grant: { type: 'cashback' as const, rateBps: 1000 } }] };
  house = await openHouse({ program: aProgram({ messages: {}, earning }) });
});
afterAll(() => house.close());

const line = (quantidade: number, valor: unknown): object => ({
  ...{ id: 1, codigo: 'P-1', unidade: 'UN', quantidade, desconto: 0, valor, aliquotaIPI: 0 },
  ...{ descricao: 'Produto', descricaoDetalhada: '', produto: { id: 0 } },
});
const freight = (frete: unknown): Record<string, unknown> => ({ transporte: { frete } });

/** The sale of an order that is completed with these fields written into it. */
async function completedWith(oddFields: Record<string, unknown>): Promise<Shown> {
  const { company, api } = house.tenant;
  const { id } = company.createOrder({ contactId: aBuyer(company).id, totalCents: 7_191, oddFields });
  company.completeOrder(id);
  return until(`order ${id} to be settled`, async () => {
    const { status, body } = await api.get<{ data: Shown[] }>(`/v1/sales?channel=bling&externalId=${id}`);
    const [sale] = status === 200 ? body.data : [];
    return sale && sale.status !== 'waiting' ? sale : null;
  });
}

describe('an order with odd fields', () => {
  it.each<[string, Record<string, unknown>, Partial<Shown>]>([
    [
      'a discount of half a cent (C7)',
      { desconto: { valor: 7.995, unidade: 'REAL' }, itens: [line(1, 79.9)], ...freight(0) },
      { status: 'active', totalCents: 7_191, earnedCents: 719 },
    ],
    [
      'a freight of half a cent, which is not goods',
      freight(15.905),
      { status: 'active', totalCents: 7_191, earnedCents: 560 },
    ],
    [
      'a percentage of four decimals',
      { desconto: { valor: 10.0004, unidade: 'PERCENTUAL' } },
      { earnedCents: 719 },
    ],
    ['a total of half a cent', { total: 71.955 }, { totalCents: 7_196, earnedCents: 719 }],
    ['a discount that is none', { desconto: { valor: 'abc' } }, { status: 'active', earnedCents: 719 }],
    [
      'numbers, a shop and lines that are nonsense, which no rule asks for',
      { numero: {}, numeroLoja: false, loja: 'centro', itens: [line(1, 'dez'), null] },
      { status: 'active', earnedCents: 719 },
    ],
    ['other expenses below zero', { outrasDespesas: -10 }, { status: 'active', earnedCents: 819 }],
    [
      'goods taken back in exchange',
      { total: 50, totalProdutos: 50, itens: [line(1, 80), line(-1, 30)] },
      { totalCents: 5_000, earnedCents: 500 },
    ],
    [
      'more taken back than bought',
      { total: -20, totalProdutos: -20, itens: [line(1, 80), line(-1, 100)] },
      { status: 'no_benefit', totalCents: -2_000, earnedCents: 0 },
    ],
  ])('of %s is settled', async (_what, oddFields, expected) => {
    expect(await completedWith(oddFields)).toMatchObject(expected);
  });

  it.each([
    ['no number', 'abc', 'não é um número'],
    ['nothing', null, 'está vazio'],
    ['beyond any sale', 10_000_000.01, 'passa de R$ 10.000.000,00'],
  ])(
    'whose total is %s is refused by its number, with what is wrong and what to do',
    async (_what, total, fault) => {
      const refused = await completedWith({ total, numero: 70_551 });
      const refusal = `O campo "total" do pedido ${fault}. Corrija-o no Bling, e o pedido é lido de novo.`;
      expect(refused).toMatchObject({ number: '70551', sourceStatus: 'refused', refusal, earnedCents: 0 });
      expect(refused.explanation.flatMap(({ lines }) => lines).join()).toContain('recusado');
    },
  );

  it('leaves the books whole', () => verifyLedger(house.tenant));
});
