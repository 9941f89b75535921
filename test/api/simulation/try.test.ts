import { describe, expect, it } from '@jest/globals';
import { published } from '../../loyalty/program/programs';
import { anApi, problemIn } from '../an-api';
import { aSale, MINE, NOW } from '../builders';
import { expectContract } from '../http/contract';

const PATH = '/v1/program/try';

const program = (rateBps: number, minSaleCents = 5_000) => ({
  name: 'Clube da Loja',
  earning: {
    rules: [{ id: 'cashback', grant: { type: 'cashback', rateBps }, when: { minSaleCents } }],
  },
});
const programs = [
  { merchantId: MINE, version: 3, program: published(program(500)), publishedAt: new Date(NOW) },
];

interface Tried {
  tried: { totals: object; explanation: { outcome: string; lines: string[] }[] };
  changes: { text: string }[];
}

describe('POST /v1/program/try', () => {
  it('tries a draft on a sale of the past, beside the version in force, and writes nothing', async () => {
    const api = anApi({ programs });
    const before = JSON.stringify(api.holds.sales);
    const answer = await api.post(PATH, { program: program(700), saleId: 'sal_1' }).expect(200);
    await expectContract(answer, 'post', PATH);
    expect(answer.body).toMatchObject({
      sale: { saleId: 'sal_1', totalCents: 19_000, goodsCents: 19_000, customerId: 'cus_1' },
      tried: { version: null, totals: { cents: 1_330, points: 0, vouchers: 0 } },
      current: { version: 3, totals: { cents: 950 } },
      difference: { cents: 380, points: 0, vouchers: 0 },
      changes: [{ kind: 'changed' }],
    });
    expect(JSON.stringify(api.holds.sales)).toBe(before);
    expect([api.runs.signals, api.runs.moved, api.runs.saleUpdates].flat()).toEqual([]);
  });

  it('says of a typed sale what it lacked', async () => {
    const answer = await anApi({ programs })
      .post(PATH, { program: program(500), sale: { totalCents: 4_990 } })
      .expect(200);
    await expectContract(answer, 'post', PATH);
    const { tried, changes } = answer.body as Tried;
    expect(tried.totals).toEqual({ cents: 0, points: 0, vouchers: 0 });
    expect(tried.explanation).toMatchObject([
      { outcome: 'not_matched', lines: ['Faltaram R$ 0,10 para a venda mínima de R$ 50,00'] },
    ]);
    expect(changes).toEqual([]);
    expect(answer.body).toMatchObject({
      assumptions: expect.arrayContaining(['O cálculo supõe um cliente novo.']),
    });
  });

  it('tries the version in force where no draft is given, and a draft where nothing was published', async () => {
    const current = await anApi({ programs }).post(PATH, { saleId: 'sal_1' }).expect(200);
    expect(current.body).toMatchObject({ tried: { version: 3 }, difference: { cents: 0 }, changes: [] });
    const first = await anApi()
      .post(PATH, { program: program(500), saleId: 'sal_1' })
      .expect(200);
    await expectContract(first, 'post', PATH);
    expect(first.body).toMatchObject({ tried: { totals: { cents: 950 } }, current: null, difference: null });
  });

  it('takes a sale that is not completed, or nobody’s, as if it were', async () => {
    const sales = [aSale({ source: { status: 'open' }, owner: { customerId: null } })];
    const answer = await anApi({ programs, sales }).post(PATH, { saleId: 'sal_1' }).expect(200);
    expect(answer.body).toMatchObject({
      tried: { totals: { cents: 950 } },
      assumptions: expect.arrayContaining([
        'O cálculo supõe que a venda estivesse concluída.',
        'A venda não tem cliente: o cálculo supõe que fosse de um cliente novo.',
      ]),
    });
  });

  it.each([
    [{}, 'saleId'],
    [{ saleId: 'sal_1', sale: { totalCents: 100 } }, 'saleId'],
    [{ sale: { totalCents: -1 } }, 'sale.totalCents'],
    [{ sale: { totalCents: 100, soldAt: '1999-12-31T12:00:00Z' } }, 'sale.soldAt'],
    [{ saleId: 'sal_1', program: { name: 'x', earning: { rules: [{}] } } }, 'earning.rules[0].id'],
  ])('refuses %j', async (body, field) => {
    const problem = problemIn(await anApi({ programs }).post(PATH, body).expect(422));
    expect(problem.errors?.map((error) => error.field)).toContain(field);
  });

  it('does not know a sale, a customer or a program that are not there', async () => {
    const code = async (api: ReturnType<typeof anApi>, body: object): Promise<string> =>
      problemIn(await api.post(PATH, body).expect(404)).code;
    expect(await code(anApi({ programs }), { saleId: 'sal_9' })).toBe('sale_not_found');
    expect(await code(anApi({ programs }), { sale: { totalCents: 1, customerId: 'cus_9' } })).toBe(
      'customer_not_found',
    );
    expect(await code(anApi(), { saleId: 'sal_1' })).toBe('program_not_found');
  });
});
