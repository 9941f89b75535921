import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import { recognise } from '../../src/activities/customer';
import { recogniseCustomer } from '../../src/store';
import { settleSale } from '../../src/loyalty';
import { aProgram, aSettlement } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger, walletOf } from './shop';
import type { SaleJson } from './shop';
import { until } from './until';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  (await house.tenant.api.put('/v1/program', aProgram({ messages: {} }))).expect(200);
});
afterAll(() => house.close());

let sales = 0;

/** A sale of R$ 200,00 that has earned R$ 10,00. */
async function bought(customer: Record<string, string>): Promise<SaleJson> {
  sales += 1;
  const { api } = house.tenant;
  const posted = {
    channel: 'pos',
    externalId: `M-${sales}`,
    soldAt: new Date().toISOString(),
    totalCents: 20_000 + sales,
    status: 'completed',
    customer,
  };
  const { id } = (await api.post<SaleJson>('/v1/sales', posted)).expect(201).body;
  return settledAs(id, 'active');
}

async function settledAs(id: string, status: string): Promise<SaleJson> {
  return until(`sale ${id} to be ${status}`, async () => {
    const { body } = (await house.tenant.api.get<SaleJson>(`/v1/sales/${id}`)).expect(200);
    return body.status === status ? body : null;
  });
}

async function active(customerId: string): Promise<number> {
  return (await walletOf(house.tenant.api, customerId)).cashback.activeCents;
}

function merged(into: string, from: string) {
  return house.tenant.api.post<{ id: string; code?: string }>(`/v1/customers/${into}/merges`, {
    from,
    reason: 'Mesma pessoa',
    operator: 'gerente',
  });
}

async function twoRecords(): Promise<{ ana: SaleJson; anaToo: SaleJson }> {
  const ana = await bought({ name: 'Ana Souza', document: cpf.generate() });
  const anaToo = await bought({ name: 'Ana S.', email: `ana.${sales}@correio.com.br` });
  return { ana, anaToo };
}

describe('two records of one person', () => {
  it('become one with all they have; calls about either are answered by the one that remains', async () => {
    const { ana, anaToo } = await twoRecords();
    const { id } = (await merged(ana.customerId!, anaToo.customerId!)).expect(201).body;
    expect([await active(ana.customerId!), await active(anaToo.customerId!)]).toEqual([2_000, 2_000]);
    const other = (
      await house.tenant.api.get<{ mergedInto: string }>(`/v1/customers/${anaToo.customerId}`)
    ).expect(200).body;
    expect(other.mergedInto).toBe(ana.customerId);
    expect((await settledAs(anaToo.id, 'active')).customerId).toBe(ana.customerId);
    await verifyLedger(house.tenant);

    // Cancelled after the merge, the sale takes back from the customer it has now.
    const gone = { channel: 'pos', externalId: anaToo.externalId, soldAt: new Date().toISOString() };
    (await house.tenant.api.post('/v1/sales', { ...gone, totalCents: 20_000, status: 'cancelled' })).expect(
      201,
    );
    await settledAs(anaToo.id, 'cancelled');
    expect(await active(ana.customerId!)).toBe(1_000);
    await verifyLedger(house.tenant);

    const undone = await house.tenant.api.post<{ undoneAt: string }>(`/v1/merges/${id}/undo`, {
      reason: 'São mãe e filha',
    });
    expect(undone.expect(200).body.undoneAt).not.toBeNull();
    expect([await active(ana.customerId!), await active(anaToo.customerId!)]).toEqual([1_000, 0]);
    await verifyLedger(house.tenant);
  });

  it('are told apart exactly as they were, and only once', async () => {
    const { ana, anaToo } = await twoRecords();
    const { id } = (await merged(ana.customerId!, anaToo.customerId!)).expect(201).body;
    const undo = () => house.tenant.api.post<{ code: string }>(`/v1/merges/${id}/undo`, { reason: 'Engano' });
    (await undo()).expect(200);
    expect([await active(ana.customerId!), await active(anaToo.customerId!)]).toEqual([1_000, 1_000]);
    const again = await undo();
    expect([again.status, again.body.code]).toEqual([409, 'merge_already_undone']);
    expect((await settledAs(anaToo.id, 'active')).customerId).toBe(anaToo.customerId);
    await verifyLedger(house.tenant);
  });

  it('stay entangled while a use draws on what both had', async () => {
    const { ana, anaToo } = await twoRecords();
    const { id } = (await merged(ana.customerId!, anaToo.customerId!)).expect(201).body;
    const use = await house.tenant.api.post<{ id: string }>('/v1/redemptions', {
      customerId: anaToo.customerId,
      type: 'cashback',
      amountCents: 1_500,
      saleTotalCents: 50_000,
      confirm: true,
    });
    const redemption = use.expect(201).body.id;
    const refused = await house.tenant.api.post<{ code: string }>(`/v1/merges/${id}/undo`, { reason: 'Não' });
    expect([refused.status, refused.body.code]).toEqual([409, 'merge_entangled']);
    (await house.tenant.api.post(`/v1/redemptions/${redemption}/rollback`, {})).expect(200);
    (await house.tenant.api.post(`/v1/merges/${id}/undo`, { reason: 'Agora sim' })).expect(200);
    expect([await active(ana.customerId!), await active(anaToo.customerId!)]).toEqual([1_000, 1_000]);
    await verifyLedger(house.tenant);
  });

  it('lose nothing where redemptions and the merge come at once', async () => {
    const { ana, anaToo } = await twoRecords();
    const uses = Array.from({ length: 10 }, (_, index) =>
      house.tenant.api.post('/v1/redemptions', {
        customerId: index % 2 ? ana.customerId : anaToo.customerId,
        type: 'cashback',
        amountCents: 100,
        saleTotalCents: 50_000,
        confirm: true,
      }),
    );
    const [merge, ...answers] = await Promise.all([merged(ana.customerId!, anaToo.customerId!), ...uses]);
    expect(merge.status).toBe(201);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(await active(ana.customerId!)).toBe(1_000);
    await verifyLedger(house.tenant);
  });

  it('are refused to be merged with themselves, with strangers, or twice', async () => {
    const { ana, anaToo } = await twoRecords();
    const codes = async (into: string, from: string) => (await merged(into, from)).body.code;
    expect(await codes(ana.customerId!, ana.customerId!)).toBe('customers_not_mergeable');
    expect(await codes(ana.customerId!, 'cus_unknown')).toBe('customer_not_found');
    (await merged(ana.customerId!, anaToo.customerId!)).expect(201);
    expect(await codes(ana.customerId!, anaToo.customerId!)).toBe('customers_not_mergeable');
  });
});

describe('two records with 2,000 lots each', () => {
  it('become one and two again, while whoever buys is recognised at once', async () => {
    const { store, runs, tenant } = house;
    const { merchantId, api } = tenant;
    const records: string[] = [];
    for (const externalKey of ['erp:large-1', 'erp:large-2']) {
      const nobody = { name: 'Rute Alves', document: null, phones: [], emails: [], birthDate: null };
      const document = externalKey === 'erp:large-1' ? cpf.generate() : null;
      const contact = { ...nobody, document, externalKey };
      const { customerId } = await store.customers.identify(merchantId, contact, new Date());
      records.push(customerId);
      for (let done = 0; done < 2_000; done += 500)
        await store.wallets.change(merchantId, customerId, {}, Date.now(), (book, now) => {
          for (let n = done; n < done + 500; n += 1)
            settleSale(book, aSettlement(`sal_${customerId}_${n}`, 10, now), now);
          return { result: undefined };
        });
    }
    const [into, from] = records as [string, string];
    const { document } = (await store.customers.get(merchantId, into))!;
    const both = { name: 'Rute Alves', document: document!.value, phones: [], emails: [], birthDate: null };
    expect(
      await recognise({ store, runs }, merchantId, { ...both, externalKey: 'erp:large-2' }, new Date()),
    ).toBe(into);
    expect((await store.customers.get(merchantId, from))?.mergedInto).toBeNull();
    await until('the records to be one', async () => {
      const record = await store.customers.get(merchantId, from);
      return record?.mergedInto === into ? record : null;
    });
    expect(await active(from)).toBe(40_000);
    const merges = await store.merges.ofCustomer(merchantId, into);
    (await api.post(`/v1/merges/${merges[0]!.id}/undo`, { reason: 'São irmãs' })).expect(200);
    expect([await active(into), await active(from)]).toEqual([20_000, 20_000]);
    await verifyLedger(tenant);
  });
});

describe('a contact that leads to two records', () => {
  it('makes them one by itself where its document and another key of its own both name somebody', async () => {
    const { store, tenant } = house;
    const document = cpf.generate();
    const now = new Date();
    const nobody = { name: 'Rita Alves', document: null, phones: [], emails: [], birthDate: null };
    const byErp = await store.customers.identify(tenant.merchantId, { ...nobody, externalKey: 'erp:1' }, now);
    const byCpf = await store.customers.identify(
      tenant.merchantId,
      { ...nobody, document, externalKey: null },
      now,
    );
    expect(byErp.customerId).not.toBe(byCpf.customerId);
    const both = { ...nobody, document, externalKey: 'erp:1' };
    expect(await recognise({ store, runs: house.runs }, tenant.merchantId, both, now)).toBe(byCpf.customerId);
    await until('the records to be one', async () => {
      const record = await store.customers.get(tenant.merchantId, byErp.customerId);
      return record?.mergedInto === byCpf.customerId ? record : null;
    });
  });

  it('asks a person where a phone and the name say so, and merges on the word', async () => {
    const { store, tenant } = house;
    const phones = ['(11) 97777-1234'];
    const now = new Date();
    const rosa = { name: 'Rosa Lima', phones, emails: [], birthDate: null, externalKey: null };
    const byPhone = await store.customers.identify(tenant.merchantId, { ...rosa, document: null }, now);
    const document = cpf.generate();
    const byCpf = await store.customers.identify(
      tenant.merchantId,
      { ...rosa, phones: [], document },
      new Date(now.getTime() + 1),
    );
    await recogniseCustomer(store, tenant.merchantId, { ...rosa, document }, now);
    const { data } = (
      await tenant.api.get<{ data: { id: string; subjects: string[] }[] }>('/v1/reviews?kind=same_customer')
    ).expect(200).body;
    const review = data.find(({ subjects }) => subjects.includes(byCpf.customerId))!;
    expect(review.subjects).toContain(byPhone.customerId);
    (await tenant.api.post(`/v1/reviews/${review.id}/resolve`, { decision: 'same' })).expect(200);
    const merges = (
      await tenant.api.get<{ data: { from: string; into: string }[] }>(
        `/v1/customers/${byPhone.customerId}/merges`,
      )
    ).expect(200).body;
    // Who has a document remains, though the other record is older.
    expect(merges.data).toMatchObject([{ from: byPhone.customerId, into: byCpf.customerId }]);
  });
});
