import { describe, expect, it } from '@jest/globals';
import { BlingApiError } from '../../../../src/bling';
import type { BlingContact, BlingOrder } from '../../../../src/bling';
import { contactSchema } from '../../../../src/bling/contact';
import { contactJson, order } from '../../../bling/samples';
import { published } from '../../../loyalty/program/programs';
import { anApi, problemIn } from '../../an-api';
import type { AnApi } from '../../an-api';
import { aConnection, aSale, MINE, NOW } from '../../builders';
import { expectContract } from '../../http/contract';

const PATH = '/v1/connections/{id}/test-sale';
const URL = '/v1/connections/con_1/test-sale';
const program = {
  name: 'Clube da Loja',
  earning: { rules: [{ id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } }] },
  holding: { after: 'P8D' },
  expiry: { after: 'P90D' },
  messages: { earned: {}, expired: {} },
};
const versions = [{ merchantId: MINE, version: 3, program: published(program), publishedAt: new Date(NOW) }];

interface World {
  order?: BlingOrder | null;
  contact?: BlingContact | null;
}

/** My store, before a Bling that knows one order and its contact: R$ 210,00 of goods. */
function aStore(
  world: World = {},
  holdings: Parameters<typeof anApi>[0] = {},
): AnApi & { test: (body: object) => ReturnType<AnApi['post']> } {
  const api = anApi({ programs: versions, sales: [], ...holdings });
  const { order: known = order(), contact = contactSchema.parse(contactJson()) } = world;
  Object.assign(api.bling, {
    getOrder: () => Promise.resolve(known),
    getContact: () => Promise.resolve(contact),
  });
  return { ...api, test: (body) => api.post(URL, body) };
}

describe('a reference sale', () => {
  it('says what the order would give under the current program, to whom, and when', async () => {
    const { test } = aStore();
    const answer = await test({ orderId: 26_737_100_001 }).expect(200);
    await expectContract(answer, 'post', PATH);
    expect(answer.body).toMatchObject({
      program: { source: 'current', version: 3, name: 'Clube da Loja' },
      order: { orderId: '26737100001', number: '13726', totalCents: 23_000, goodsCents: 21_000 },
      state: { outcome: 'completed', counts: true },
      customer: { state: 'recognised', customerId: 'cus_1', reachable: { whatsapp: true, email: true } },
      benefits: [
        {
          ruleId: 'cashback-5',
          type: 'cashback',
          amount: 1_050,
          activatesAt: '2026-11-11T03:00:00.000Z',
          validThrough: '2027-02-09',
        },
      ],
      explanation: [{ ruleId: 'cashback-5', outcome: 'paid', amount: 1_050 }],
      known: null,
    });
    expect(answer.text).toContain('R$ 10,50');
  });

  it('writes nothing, and asks Temporal for nothing', async () => {
    const { test, asked, runs } = aStore();
    await test({ orderId: '26737100001' }).expect(200);
    expect(asked.filter((call) => !LOOKS.has(call))).toEqual([]);
    expect([runs.signals, runs.updates, runs.simulations]).toEqual([[], [], []]);
  });

  it('tries a draft instead, and refuses one that could not be published with its field', async () => {
    const { test } = aStore({}, { programs: [] });
    const rules = [{ id: 'pontos', grant: { type: 'points', points: 1, perCents: 100 } }];
    const draft = { ...program, name: 'Rascunho', earning: { rules } };
    const answer = await test({ orderId: '1', program: draft }).expect(200);
    expect(answer.body).toMatchObject({
      program: { source: 'draft', version: null, name: 'Rascunho' },
      benefits: [{ type: 'points', amount: 210 }],
    });
    const wrong = { ...draft, earning: { rules: [{ ...rules[0], budgetCents: 100 }] } };
    const refused = await test({ orderId: '1', program: wrong }).expect(422);
    expect(problemIn(refused).errors?.[0]?.field).toBe('earning.rules[0].budgetCents');
  });

  it.each([
    [{ situacao: { id: 6, valor: 0 } }, 'open', 'ainda não conclui'],
    [{ situacao: { id: 12, valor: 2 } }, 'cancelled', 'cancela a venda'],
  ])(
    'says why an order in %p does not count, and what it would give once completed',
    async (change, outcome, text) => {
      const { test } = aStore({ order: order(change) });
      const { body } = (await test({ orderId: '1' }).expect(200)) as {
        body: { state: { text: string }; assumptions: string[] };
      };
      expect(body).toMatchObject({ state: { outcome, counts: false }, benefits: [{ amount: 1_050 }] });
      expect(body.state.text).toContain(text);
      expect(body.assumptions.join(' ')).toContain('fosse concluído agora');
    },
  );

  it('knows a newcomer, and nobody', async () => {
    const stranger = contactSchema.parse(contactJson({ numeroDocumento: '11144477735', email: '' }));
    const { test } = aStore({ contact: stranger });
    expect((await test({ orderId: '1' }).expect(200)).body).toMatchObject({
      customer: { state: 'new', customerId: null, reachable: { whatsapp: true, email: false } },
      benefits: [{ amount: 1_050 }],
    });
    const walkIn = aConnection({ walkInContactId: '16693257776' });
    const nobody = aStore({}, { connections: [walkIn] });
    expect((await nobody.test({ orderId: '1' }).expect(200)).body).toMatchObject({
      customer: { state: 'unidentified', customerId: null },
      benefits: [],
      messages: [],
      explanation: [{ outcome: 'paid', amount: 1_050 }],
    });
  });

  it('sets beside it what a sale that is known has really given', async () => {
    const grant = {
      saleId: 'sal_1',
      customerId: 'cus_1',
      ruleId: 'cashback-10',
      type: 'cashback' as const,
      programVersion: 1,
      month: '2026-11',
      lots: 1,
      clawbacks: 1,
      granted: 2_100,
      taken: 600,
      letOff: 0,
      lapsed: 0,
      collectsLater: false,
    };
    const { test } = aStore({}, { sales: [aSale()], grants: [grant] });
    expect((await test({ orderId: '1' }).expect(200)).body).toMatchObject({
      known: {
        saleId: 'sal_1',
        programVersion: 1,
        grants: [{ ruleId: 'cashback-10', type: 'cashback', amount: 2_100, takenBack: 600 }],
      },
    });
  });

  it('never tells a name, a document or an address, neither in the answer nor in the log', async () => {
    const { test, logged } = aStore();
    const answer = await test({ orderId: '1' }).expect(200);
    for (const text of [answer.text, logged()])
      expect(text).not.toMatch(/Maria|52998224725|99999|example\.com/);
  });
});

describe('a reference sale is refused', () => {
  it('for an order Bling does not have', async () => {
    const { test } = aStore({ order: null });
    const answer = await test({ orderId: '404' }).expect(404);
    await expectContract(answer, 'post', PATH);
    expect(problemIn(answer).code).toBe('order_not_found');
  });

  it('for an order that makes no sense, naming the field', async () => {
    const { test } = aStore({ order: order({ data: '0000-00-00' }) });
    expect(problemIn(await test({ orderId: '1' }).expect(422))).toMatchObject({
      code: 'order_invalid',
      field: 'data',
    });
  });

  it('for an unknown connection, and before the first program', async () => {
    const { post } = aStore();
    const unknown = await post('/v1/connections/con_9/test-sale', { orderId: '1' }).expect(404);
    expect(problemIn(unknown).code).toBe('connection_not_found');
    const { test } = aStore({}, { programs: [] });
    expect(problemIn(await test({ orderId: '1' }).expect(404)).code).toBe('program_not_found');
  });

  it.each([
    ['unauthorized', 409, 'bling_authorization_needed'],
    ['forbidden', 409, 'bling_authorization_needed'],
    ['unavailable', 503, 'bling_unavailable'],
    ['timeout', 503, 'bling_unavailable'],
    ['rate_limited', 503, 'bling_busy'],
    ['day_quota', 503, 'bling_busy'],
  ] as const)('when Bling is %s: %i %s', async (kind, status, code) => {
    const { test, bling } = aStore();
    bling.getOrder = () => Promise.reject(new BlingApiError(kind, 'read order', { retryAfterMs: 61_500 }));
    const answer = await test({ orderId: '1' }).expect(status);
    expect(problemIn(answer).code).toBe(code);
    if (status === 503) expect(answer.headers['retry-after']).toBe('62');
  });

  it.each([[{}], [{ orderId: '' }], [{ orderId: 1.5 }], [{ orderId: '1', number: 2 }]])(
    'as a request when it is %p',
    async (body) => {
      expect(problemIn(await aStore().test(body).expect(422)).code).toBe('invalid_request');
    },
  );
});

/** Calls to the store that change nothing. */
const LOOKS = new Set([
  'redemptions.asSaleCalls',
  'merchants.callerOf',
  'merchants.standIns',
  'connections.get',
  'programs.current',
  'sales.find',
  'customers.get',
  'customers.foresee',
  'redemptions.ofSale',
  'redemptions.loose',
  'wallets.foreseeUsage',
  'ledger.grantsOf',
]);
