import { describe, expect, it } from '@jest/globals';
import { programSchema } from '../../../src/loyalty';
import { EngineUnavailableError } from '../../../src/runs';
import { anApi, problemIn } from '../an-api';
import { aLot, anEntry, aSale, aWallet, MINE, NOW } from '../builders';
import { expectContract } from '../http/contract';

const DAY = 86_400_000;
const PROGRAM = programSchema.parse({
  name: 'Clube da Loja',
  earning: {
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 }, when: { minSaleCents: 5_000 } },
      { id: 'vale', grant: { type: 'voucher', template: 'volta' } },
    ],
  },
  vouchers: { volta: { discount: { type: 'amount', cents: 2_000 }, minSaleCents: 10_000 } },
  messages: { expiring: { before: ['P7D'] } },
});
const programs = [{ merchantId: MINE, version: 1, program: PROGRAM, publishedAt: new Date(NOW) }];

const sale = async (change: Parameters<typeof anApi>[0]): Promise<Record<string, unknown>> => {
  const answer = await anApi(change).get('/v1/sales/sal_1').expect(200);
  await expectContract(answer, 'get', '/v1/sales/{id}');
  return answer.body as Record<string, unknown>;
};

describe('a sale in full', () => {
  it('has the rules of the version that pays it in words', async () => {
    expect((await sale({ programs })).program).toEqual({
      version: 1,
      name: 'Clube da Loja',
      rules: [
        {
          ruleId: 'cashback-5',
          text: '5% do valor da compra em cashback. Condições: compras a partir de R$ 50,00.',
        },
        {
          ruleId: 'vale',
          text: 'a cada compra, um vale de R$ 20,00 de desconto, em compras a partir de R$ 100,00, para usar 1 vez, sem vencimento. Vale para todas as compras.',
        },
      ],
    });
  });

  it('says nothing of a version that is not known or not as it was published', async () => {
    expect((await sale({ programs: [] })).program).toBeNull();
    expect(
      (await sale({ sales: [aSale({ benefit: { programVersion: null } })], programs })).program,
    ).toBeNull();
  });

  it('says what comes next by itself, and when', async () => {
    const pending = aLot({ activatesAt: NOW + DAY, buckets: { pending: 950 } });
    expect((await sale({ programs, wallets: new Map([['cus_1', aWallet(pending)]]) })).next).toMatchObject({
      ...{ do: 'activate', notice: null, text: 'Liberar o benefício' },
      at: expect.stringMatching(/^2026-11-04T/),
    });
    const given = ['earned/1/0/950-0-0-0'];
    const active = aLot({ expiresAt: NOW + 30 * DAY, buckets: { active: 950 } });
    const sales = [aSale({ benefit: { status: 'active' }, notices: { given } })];
    const told = await sale({ programs, sales, wallets: new Map([['cus_1', aWallet(active)]]) });
    expect(told.next).toMatchObject({ do: 'tell', text: expect.stringMatching(/^Avisar o cliente: /) });
    const silent = [aSale({ benefit: { status: 'active' }, notices: { silent: true } })];
    const wallets = new Map([['cus_1', aWallet(active)]]);
    expect((await sale({ programs, sales: silent, wallets })).next).toMatchObject({ do: 'expire' });
    const spent = new Map([['cus_1', aWallet(aLot({ buckets: { spent: 950 } }))]]);
    expect((await sale({ programs, sales: silent, wallets: spent })).next).toBeNull();
  });

  it('names its runs, and those of the uses of balance that it is about', async () => {
    const use = { type: 'RESERVE' as const, cause: { kind: 'redemption' as const, redemptionId: 'red_1' } };
    const entries = [anEntry(), anEntry({ ...use, seq: 2 }), anEntry({ ...use, seq: 3, benefit: 'voucher' })];
    expect((await sale({ entries })).runs).toEqual([
      {
        kind: 'sale',
        workflowId: `sale/${MINE}/bling/26737100001`,
        url: `https://temporal.example.com/${encodeURIComponent(`sale/${MINE}/bling/26737100001`)}`,
      },
      expect.objectContaining({ kind: 'redemption', workflowId: `redemption/${MINE}/red_1` }),
    ]);
  });
});

describe('GET /v1/sales/{id}/run', () => {
  const path = '/v1/sales/{id}/run';

  it('says in words which step fails, for the how manieth time, why, and when it is tried again', async () => {
    const api = anApi();
    const failing = { step: 'readSale', attempt: 3, nextTryAt: NOW + 5_000, since: NOW };
    const steps = [
      { ...failing, lastFailure: 'Bling.unavailable' },
      { ...failing, step: 'settleBenefit', attempt: 1, lastFailure: null, nextTryAt: null },
      { ...failing, step: 'anotherStep', lastFailure: 'MongoNetworkError' },
      { ...failing, lastFailure: 'Unheard' },
    ];
    api.runs.look = { runId: 'run-1', running: true, startedAt: NOW, closedAt: null, steps };
    const answer = await api.get('/v1/sales/sal_1/run').expect(200);
    await expectContract(answer, 'get', path);
    expect(answer.body).toMatchObject({
      run: { runId: 'run-1', running: true, startedAt: '2026-11-03T15:00:00.000Z', closedAt: null },
      steps: [
        {
          ...{ step: 'readSale', text: 'Ler a venda na origem', attempt: 3 },
          lastFailure: { code: 'Bling.unavailable', text: 'O Bling não respondeu.' },
          nextTryAt: '2026-11-03T15:00:05.000Z',
        },
        { text: 'Calcular e lançar o benefício', attempt: 1, lastFailure: null, nextTryAt: null },
        { text: 'Trabalhar na venda', lastFailure: { text: 'O banco de dados não respondeu.' } },
        { lastFailure: { code: 'Unheard', text: expect.stringMatching(/inesperada/) } },
      ],
    });
  });

  it('says that there is none, and that the engine is away', async () => {
    const api = anApi();
    const none = await api.get('/v1/sales/sal_1/run').expect(200);
    await expectContract(none, 'get', path);
    expect(none.body).toMatchObject({ run: null, steps: [] });
    api.runs.behave = () => {
      throw new EngineUnavailableError();
    };
    await api.get('/v1/sales/sal_1/run').expect(503);
    expect(problemIn(await api.get('/v1/sales/sal_9/run').expect(404)).code).toBe('sale_not_found');
  });
});
