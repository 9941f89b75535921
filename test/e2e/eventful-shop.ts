import type { ProgramInput } from '../../src/loyalty';
import { saleUntil, sold } from './counter';
import type { CounterSale, UseJson } from './counter';
import type { House } from './house';
import type { HttpClient } from './http-client';
import { aBuyer, anOrder } from './shop';
import { until } from './until';

/** What a test can go on with in a shop where everything has happened once. */
export interface EventfulShop {
  /** Ids of customers; of `waiting` something is reserved, and all the others are at rest. */
  customers: Record<'ana' | 'landline' | 'mail' | 'company' | 'twin' | 'debtor' | 'waiting', string>;
  sales: Record<'paid' | 'numbered' | 'spare' | 'claimed' | 'twin', string>;
  redemptions: Record<'byId' | 'byExternalId' | 'byNumber' | 'unresolved' | 'reserved', string>;
  vouchers: Record<'fresh' | 'used' | 'reserved', string>;
  merges: Record<'live' | 'undone', string>;
  /** A request that has been answered, to be sent again. */
  repeated: { key: string; path: string; body: object; answer: unknown };
}

const PEOPLE = {
  ana: {
    name: 'Ana Souza',
    document: '529.982.247-25',
    phone: '(11) 98888-1001',
    email: 'ana.souza@lojademo.com.br',
  },
  landline: { name: 'Bento Fixo', phone: '(11) 3222-4455' },
  mail: { name: 'Clara Carta', email: 'clara.carta@lojademo.com.br' },
  company: { name: 'Padaria Dourada Ltda', document: '11.222.333/0001-81' },
  twin: { name: 'Ana S.', email: 'ana.outra@lojademo.com.br' },
  debtor: { name: 'Davi Devedor', document: '111.444.777-35' },
  waiting: { name: 'Eva Espera', document: '123.456.789-09', phone: '+55 21 97777-2002' },
};
type Person = keyof typeof PEOPLE;

/** Nothing lapses by itself, so that what is kept of the shop is the same at any later time. */
export const EVENTFUL_PROGRAM: ProgramInput = {
  name: 'Clube Movimentado',
  earning: {
    combine: 'stack',
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 }, budgetCents: 500_000 },
      { id: 'pontos', grant: { type: 'points', points: 1, perCents: 100 } },
      { id: 'volta', grant: { type: 'voucher', template: 'volta' }, when: { minSaleCents: 20_000 } },
    ],
  },
  redemption: { rollbackWindow: 'P7300D' },
  vouchers: { volta: { discount: { type: 'amount', cents: 2_000 }, minSaleCents: 1_000, uses: 2 } },
  messages: { earned: { channels: ['whatsapp', 'email'] } },
};

/** A shop's day in which everything that leaves something in the database happens, through the API as a till would do it. */
export async function anEventfulShop(house: House): Promise<EventfulShop> {
  const { api, merchantId } = house.tenant;
  let told = 0;
  const sell = (person: Person | null, totalCents: number, change: object = {}): Promise<CounterSale> => {
    told += 1;
    const sale = {
      ...{
        channel: 'pos',
        externalId: `CX-${told}`,
        number: `${1000 + told}`,
        storeId: 'centro',
        totalCents,
      },
      ...{
        soldAt: new Date().toISOString(),
        status: 'completed',
        ...(person && { customer: PEOPLE[person] }),
      },
      ...{ items: [{ sku: 'CAMISETA', totalCents, quantity: 2 }], ...change },
    };
    return sold({ api }, sale, ({ status }) => status === (person ? 'active' : 'unidentified'));
  };

  const use = (customerId: string, amountCents: number, more: object): Promise<{ id: string }> =>
    posted(api, '/v1/redemptions', {
      ...{
        customerId,
        type: 'cashback',
        amountCents,
        saleTotalCents: 50_000,
        operator: 'caixa 1',
        confirm: true,
      },
      ...more,
    });

  const paid = await sell('ana', 40_000);
  const numbered = await sell('ana', 30_000);
  (await api.put('/v1/program', withBudget(600_000))).expect(200);
  const spare = await sell('ana', 25_000);
  const twin = await sell('twin', 22_000);
  const mail = await sell('mail', 10_000);
  const landline = await sell('landline', 10_000);
  const bought = await sell('company', 60_000);
  const waiting = await sell('waiting', 50_000);
  const debtor = await sell('debtor', 20_000);
  const ana = paid.customerId!;

  const redemptions = {
    byId: (await use(ana, 300, { saleRef: numbered.id })).id,
    byExternalId: (await use(ana, 200, { saleRef: numbered.externalId })).id,
    byNumber: (await use(ana, 100, { saleRef: '#01003' })).id,
    unresolved: (await use(ana, 50, { saleRef: 'cupom-77' })).id,
    reserved: (await use(waiting.customerId!, 500, { confirm: false })).id,
  };
  const released = await use(ana, 40, { confirm: false });
  await posted(api, `/v1/redemptions/${released.id}/release`, {});
  const undone = await use(ana, 30, {});
  await posted(api, `/v1/redemptions/${undone.id}/rollback`, {});
  await use(ana, 10, { type: 'points', amountCents: undefined, points: 10 });

  const vouchers = await useVouchers(api, { paid, bought, waiting });
  await posted(api, `/v1/sales/${bought.id}/returns`, { amountCents: 10_000, reason: 'tamanho' });
  await posted(api, `/v1/sales/${landline.id}/returns`, { items: [{ sku: 'CAMISETA' }], reason: 'defeito' });
  await saleUntil({ api }, landline.id, ({ returnedCents }) => returnedCents === 10_000);
  const stranger = await sell(null, 15_000);
  await posted(api, `/v1/sales/${stranger.id}/customer`, { customerId: landline.customerId });
  const adjusted = { type: 'cashback', cents: 700, reason: 'cortesia', operator: 'gerente' };
  const path = `/v1/customers/${landline.customerId}/adjustments`;
  const repeated = { key: 'ajuste-de-ontem', path, body: adjusted };
  const answer = (await api.post(path, adjusted, repeated.key)).expect(201).body;
  await posted(api, path, { ...adjusted, cents: -200 });
  await posted(api, path, { type: 'points', points: 50, reason: 'brinde' });
  await house.store.ledger.seal(merchantId, Date.now());

  // Spent and then cancelled: a debt.
  await use(debtor.customerId!, 800, {});
  const cancelled = { channel: 'pos', externalId: debtor.externalId, soldAt: new Date().toISOString() };
  await posted(api, '/v1/sales', { ...cancelled, totalCents: 20_000, status: 'cancelled' });
  await saleUntil({ api }, debtor.id, ({ status }) => status === 'cancelled');

  const live = await merge(api, ana, mail.customerId!);
  const apart = await merge(api, ana, twin.customerId!);
  await posted(api, `/v1/merges/${apart.id}/undo`, { reason: 'São duas', operator: 'gerente' });
  await tellTwice(api, sell);
  await fromBling(house);
  await fromAFile(api);
  await house.store.alerts.raise(
    { merchantId, kind: 'ledger_misfit', subject: 'exemplo' },
    { text: 'Uma divergência', facts: { problems: 1 } },
    new Date(),
  );
  await house.store.ledger.seal(merchantId, Date.now());
  return {
    customers: {
      ...{ ana, landline: landline.customerId!, mail: mail.customerId!, company: bought.customerId! },
      ...{ twin: twin.customerId!, debtor: debtor.customerId!, waiting: waiting.customerId! },
    },
    sales: { paid: paid.id, numbered: numbered.id, spare: spare.id, claimed: stranger.id, twin: twin.id },
    redemptions,
    vouchers,
    merges: { live: live.id, undone: apart.id },
    repeated: { ...repeated, answer },
  };
}

async function posted<T = { id: string }>(api: HttpClient, path: string, body: object): Promise<T> {
  const answer = await api.post<T>(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

function withBudget(budgetCents: number): ProgramInput {
  const [cashback, ...others] = EVENTFUL_PROGRAM.earning.rules;
  const rules = [{ ...cashback!, budgetCents }, ...others];
  return { ...EVENTFUL_PROGRAM, earning: { ...EVENTFUL_PROGRAM.earning, rules } };
}

const merge = (api: HttpClient, into: string, from: string): Promise<{ id: string }> =>
  posted(api, `/v1/customers/${into}/merges`, { from, reason: 'Mesma pessoa', operator: 'gerente' });

async function useVouchers(
  api: HttpClient,
  sales: Record<'paid' | 'bought' | 'waiting', CounterSale>,
): Promise<EventfulShop['vouchers']> {
  const codeOf = ({ benefit }: CounterSale): string => benefit.vouchers[0]!.code;
  const act = (code: string, action: string, more: object = {}): Promise<UseJson> =>
    posted(api, `/v1/vouchers/${code}/${action}`, { saleTotalCents: 5_000, operator: 'caixa 2', ...more });
  const [used, fresh, reserved] = [codeOf(sales.paid), codeOf(sales.bought), codeOf(sales.waiting)];
  await act(used, 'redeem', { saleRef: sales.bought.id });
  await act(fresh, 'reserve');
  await act(fresh, 'release');
  await act(fresh, 'redeem');
  await act(fresh, 'rollback');
  await act(reserved, 'reserve');
  (await api.get('/v1/vouchers/AAAA-BBBB-CCCC')).expect(404);
  return { used, fresh, reserved };
}

/** One purchase told by till and shop alike, and two that may be one, about which a person is asked. */
async function tellTwice(
  api: HttpClient,
  sell: (person: Person, totalCents: number, change: object) => Promise<CounterSale>,
): Promise<void> {
  const shop = { channel: 'ecommerce', storeId: undefined, soldAt: new Date().toISOString() };
  await sell('company', 12_300, { externalId: 'T-1', number: 'P-1' });
  const same = { ...shop, externalId: 'W-1', number: 'P-1', customer: PEOPLE.company };
  const telling = await posted(api, '/v1/sales', { ...same, totalCents: 12_300, status: 'completed' });
  await saleUntil({ api }, telling.id, ({ status }) => !['waiting', 'active'].includes(status));
  await sell('company', 4_500, { externalId: 'T-2', number: undefined });
  const maybe = { ...shop, externalId: 'W-2', customer: PEOPLE.company, totalCents: 4_500 };
  const held = await posted(api, '/v1/sales', { ...maybe, status: 'completed' });
  await saleUntil({ api }, held.id, ({ status }) => status !== 'waiting');
}

/** An order of Bling whose customer is written to. */
async function fromBling({ tenant: { api, company, merchantId }, store }: House): Promise<void> {
  const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 9_900 });
  company.completeOrder(order.id);
  await until('the order of Bling to have earned and its customer to have been told', async () => {
    const { body } = await api.get<{ data?: CounterSale[] }>(
      `/v1/sales?channel=bling&externalId=${order.id}`,
    );
    const sale = body.data?.[0];
    if (sale?.status !== 'active') return null;
    const messages = await store.messages.ofSale(merchantId, sale.id);
    return messages.length === 2 && messages.every(({ state }) => state !== 'queued' && state !== 'sending');
  });
}

async function fromAFile(api: HttpClient): Promise<void> {
  const file = 'nome;cpf;telefone;email\nFabio Ficha;935.411.347-80;(31) 96666-3003;fabio@lojademo.com.br\n';
  const { id } = (await api.upload<{ id: string }>('/v1/imports?kind=customers', file)).expect(201).body;
  await until('the file to be read', async () => {
    const { body } = await api.get<{ state: string }>(`/v1/imports/${id}`);
    return body.state === 'finished';
  });
}
