import { describe, expect, it } from '@jest/globals';
import { published } from '../../loyalty/program/programs';
import { anApi, problemIn } from '../an-api';
import { MINE, NOW } from '../builders';
import { expectContract } from '../http/contract';

const PATH = '/v1/program/preview';

type When = Record<string, unknown>;
const program = (rateBps: number, when: When = {}, change: object = {}) => ({
  name: 'Clube da Loja',
  earning: { rules: [{ id: 'cashback', grant: { type: 'cashback' as const, rateBps }, when, ...change }] },
});
const programs = [
  { merchantId: MINE, version: 3, program: published(program(500)), publishedAt: new Date(NOW) },
];

interface Preview {
  version: number | null;
  changes: { text: string }[];
  warnings: { path: string }[];
  rules: {
    ruleId: string;
    text: string;
    example: {
      soldOn: string;
      totalCents: number;
      reason: { outcome: string; amount: number; lines: string[] };
    };
  }[];
  regulation: { sections: { heading: string }[] };
}

async function previewed(draft: object, exampleCents?: number): Promise<Preview> {
  const body = { program: draft, ...(exampleCents === undefined ? {} : { exampleCents }) };
  const answer = await anApi({ programs }).post(PATH, body).expect(200);
  await expectContract(answer, 'post', PATH);
  return answer.body as Preview;
}

describe('POST /v1/program/preview', () => {
  it('says a draft in words: rules with what they make of a purchase, changes, warnings, regulation', async () => {
    const { version, changes, warnings, rules, regulation } = await previewed(program(700), 20_000);
    expect(version).toBe(3);
    expect(changes.map(({ text }) => text).join()).toMatch(/5% para 7%/);
    expect(warnings).toEqual([]);
    expect(rules).toMatchObject([
      {
        ruleId: 'cashback',
        text: '7% do valor da compra em cashback. Vale para todas as compras.',
        example: { totalCents: 20_000, reason: { outcome: 'paid', amount: 1_400 } },
      },
    ]);
    expect(regulation.sections.map(({ heading }) => heading)).toContain('Como você ganha');
  });

  it.each<[string, When]>([
    ['a channel and a store', { channels: ['ecommerce'], stores: ['centro'] }],
    ['products', { skus: ['CAMISETA'] }],
    ['a first purchase', { firstPurchase: true }],
    ['a later purchase', { firstPurchase: false }],
    ['a segment', { segment: 'vip' }],
    ['weekdays', { weekdays: [1] }],
    ['a period to come', { from: '2099-03-02', weekdays: [7] }],
    ['a period that is over', { until: '2020-03-02', weekdays: [7] }],
    ['a few days', { from: '2099-03-05', until: '2099-03-07', weekdays: [5] }],
  ])('works a rule out on a purchase that has what it asks for: %s', async (_what, when) => {
    const { rules } = await previewed(program(500, when));
    expect(rules[0]!.example).toMatchObject({ totalCents: 10_000, reason: { outcome: 'paid', amount: 500 } });
  });

  it('takes the nearest day on which the rule holds', async () => {
    const on = async (when: When): Promise<string> =>
      (await previewed(program(500, when))).rules[0]!.example.soldOn;
    expect(await on({ from: '2099-03-02', weekdays: [7] })).toBe('2099-03-08');
    expect(await on({ until: '2020-03-02', weekdays: [7] })).toBe('2020-03-01');
  });

  it('says why an amount is too small, and that caps of the month and budgets are whole', async () => {
    const { rules } = await previewed(program(500, { minSaleCents: 10_010 }));
    expect(rules[0]!.example.reason).toMatchObject({
      outcome: 'not_matched',
      lines: ['Faltaram R$ 0,10 para a venda mínima de R$ 100,10'],
    });
    const capped = await previewed(program(500, {}, { capPerCustomerPerMonthCents: 300, budgetCents: 400 }));
    expect(capped.rules[0]!.example.reason).toMatchObject({ outcome: 'paid', amount: 300 });
  });

  it('works vouchers out, and looks at each rule alone', async () => {
    const draft = {
      ...program(500),
      earning: {
        combine: 'first',
        rules: [
          { id: 'a', grant: { type: 'cashback', rateBps: 100 } },
          { id: 'b', grant: { type: 'cashback', rateBps: 200 } },
          { id: 'c', grant: { type: 'voucher', template: 'volta' } },
        ],
      },
      vouchers: { volta: { discount: { type: 'amount', cents: 2_000 } } },
    };
    const { rules } = await previewed(draft);
    expect(rules.map(({ example: { reason } }) => [reason.outcome, reason.amount])).toEqual([
      ['paid', 100],
      ['paid', 200],
      ['paid', 2_000],
    ]);
  });

  it('names what is wrong as publishing does, and the amount of the purchase', async () => {
    const api = anApi({ programs });
    const wrong = await api.post(PATH, { program: program(10_001) }).expect(422);
    expect(problemIn(wrong).errors).toMatchObject([{ field: 'earning.rules[0].grant.rateBps' }]);
    const amount = await api.post(PATH, { program: program(500), exampleCents: -1 }).expect(422);
    expect(problemIn(amount).errors).toMatchObject([{ field: 'exampleCents' }]);
  });

  it('compares with nothing where nothing was published', async () => {
    const answer = await anApi()
      .post(PATH, { program: program(500) })
      .expect(200);
    expect(answer.body).toMatchObject({ version: null, changes: [{ kind: 'added' }] });
  });
});
