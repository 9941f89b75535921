import { randomUUID } from 'node:crypto';
import { cpf } from 'cpf-cnpj-validator';
import { recogniseCustomer } from '../../src/store';
import { aContact, aProgram } from './builders';
import { aCounterSale, sold } from './counter';
import { fillAccess } from './fuzz-access';
import type { AccessNames } from './fuzz-access';
import type { House } from './house';
import type { HttpClient } from './http-client';
import { aBuyer, anOrder } from './shop';

/** The ids and codes behind which there is something, by what they name. */
export type Names = {
  /** A whole program. */
  program: unknown;
  /** The customer of each voucher's code. */
  owners: Record<string, string>;
  /** What webhooks are signed with, and what Meta shows to register its own. */
  secrets: Record<'bling' | 'whatsapp' | 'handshake', string>;
} & AccessNames &
  Record<
    | 'sales'
    | 'unclaimed'
    | 'customers'
    | 'mergeable'
    | 'merges'
    | 'redemptions'
    | 'vouchers'
    | 'imports'
    | 'contact_imports'
    | 'simulations'
    | 'reviews'
    | 'connections'
    | 'reconciliations'
    | 'companies'
    | 'orders'
    | 'states',
    string[]
  >;

/** Cashback, points, and a voucher that can be used a hundred times: whatever a call asks for, there may be some. */
export const fuzzedProgram = aProgram({
  earning: {
    combine: 'stack',
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } },
      { id: 'pontos', grant: { type: 'points', points: 1, perCents: 100 } },
      { id: 'vale', grant: { type: 'voucher', template: 'vale' } },
    ],
  },
  messages: {},
  vouchers: { vale: { discount: { type: 'amount', cents: 500 }, validity: 'P60D', uses: 100 } },
});

const CUSTOMERS = 6;
const UNCLAIMED = 8;
const MERGEABLE = 4;

/** Fills the first merchant's shop with one of everything a path or a body can name. */
export async function fillShop(house: House): Promise<Names> {
  const { tenant, config } = house;
  const { api, company } = tenant;
  const id = async (path: string, body: unknown, key: string = randomUUID()): Promise<string> => {
    const answer = await api.post<{ id: string }>(path, body, key);
    // Many are asked for at once: what is not known in time is asked for again under its key, as any caller would.
    if (answer.status === 503) return id(path, body, key);
    if (answer.status >= 400) answer.expect(201);
    return answer.body.id;
  };
  const several = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: count }, (_, index) => make(index)));

  const sales = await several(CUSTOMERS, () =>
    sold(tenant, aCounterSale('centro', { totalCents: 50_000_000 })),
  );
  const customers = sales.map(({ customerId }) => customerId!);
  const unclaimed = await several(UNCLAIMED, () =>
    sold(tenant, aCounterSale('centro', { customer: null }), ({ status }) => status === 'unidentified'),
  );
  const mergeable = await several(MERGEABLE, (index) =>
    sold(tenant, aCounterSale('centro', { customer: { email: `fuzz.${index}@correio.com.br` } })),
  );
  const [merged, ...others] = mergeable.map(({ customerId }) => customerId!);
  const merge = { from: merged, reason: 'Mesma pessoa' };
  const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
  const use = { type: 'cashback', amountCents: 100, saleTotalCents: 10_000 };
  const redemptions = await several(24, (index) =>
    id('/v1/redemptions', { ...use, customerId: customers[index % CUSTOMERS], confirm: index % 2 === 0 }),
  );
  const file = 'Nome;CPF\nMaria Exemplo;529.982.247-25';
  const imported = (await api.upload<{ id: string }>('/v1/imports?kind=customers', file)).expect(201);
  return {
    sales: sales.map((sale) => sale.id),
    unclaimed: unclaimed.map((sale) => sale.id),
    customers,
    mergeable: others,
    merges: [await id(`/v1/customers/${customers[0]!}/merges`, merge)],
    redemptions,
    vouchers: sales.flatMap(({ benefit }) => benefit.vouchers.map(({ code }) => code)),
    program: fuzzedProgram,
    owners: Object.fromEntries(
      sales.flatMap(({ benefit, customerId }) => benefit.vouchers.map(({ code }) => [code, customerId!])),
    ),
    imports: [imported.body.id],
    contact_imports: [await id(`/v1/connections/${tenant.connectionId}/imports`, {})],
    simulations: [await id('/v1/program/simulations', { program: fuzzedProgram })],
    reviews: [await anOpenReview(house, 'Rosa Lima'), await anOpenReview(house, 'Rita Reis')],
    connections: [tenant.connectionId],
    reconciliations: [
      await id(`/v1/connections/${tenant.connectionId}/reconciliations`, {
        ...{ from: '2026-01-01T12:00:00Z', until: new Date().toISOString() },
      }),
    ],
    orders: [String(order.id)],
    companies: [tenant.company.id],
    states: await several(3, () => anAuthorization(api)),
    ...(await fillAccess(house)),
    secrets: {
      bling: config.bling.clientSecret,
      whatsapp: config.whatsapp.appSecret,
      handshake: config.whatsapp.verifyToken,
    },
  };
}

/** The state of a consent that was begun. */
async function anAuthorization(api: HttpClient): Promise<string> {
  const { location } = (await api.get('/integrations/bling/authorize')).expect(302);
  return new URL(location!).searchParams.get('state')!;
}

/** Two records of what may be one person: a phone and the name say so. */
async function anOpenReview({ store, tenant }: House, name: string): Promise<string> {
  const { merchantId, api } = tenant;
  const now = new Date();
  const phones = [`(11) 9${String(Date.now()).slice(-8)}`];
  const known = aContact({ name, phones, document: null });
  const byPhone = await store.customers.identify(merchantId, known, now);
  const document = cpf.generate();
  await store.customers.identify(merchantId, aContact({ name, document }), now);
  await recogniseCustomer(store, merchantId, { ...known, document }, now);
  type Reviews = { data: { id: string; subjects: string[] }[] };
  const { data } = (await api.get<Reviews>('/v1/reviews?kind=same_customer')).expect(200).body;
  return data.find(({ subjects }) => subjects.includes(byPhone.customerId))!.id;
}
