import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import type { Sale } from '../../src/loyalty';
import type { ContactDraft } from '../../simulator';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger, walletOf } from './shop';
import { until } from './until';

/*
 * Contacts as shops and marketplaces have them in Bling: without a phone, masked, or filled in to get past the field.
 */

let house: House;
beforeAll(async () => {
  house = await openHouse({ program: aProgram({ holding: { after: 'PT0S' } }) });
});
afterAll(() => house.close());

/** The sale of a completed order of this contact. */
async function soldTo(draft: ContactDraft, status: Sale['benefit']['status']): Promise<Sale> {
  const { company, merchantId } = house.tenant;
  const contact = company.addContact({ phone: '', mobile: '', email: '', document: '', ...draft });
  const { id } = company.createOrder({ contactId: contact.id, totalCents: 20_000 });
  company.completeOrder(id);
  return until(`order ${id} to be ${status}`, async () => {
    const sale = await house.store.sales.find({ merchantId, channel: 'bling', externalId: String(id) });
    return sale?.benefit.status === status && sale;
  });
}

describe('an order of a contact', () => {
  it('without a phone earns by its CPF; that it cannot be told is written down, and nothing waits for it', async () => {
    const { api, merchantId } = house.tenant;
    const document = cpf.format(cpf.generate());
    const { id, owner } = await soldTo({ name: 'Célia Sem Celular', document }, 'active');
    expect((await walletOf(api, owner.customerId!)).cashback.activeCents).toBe(1_000);
    const customer = await house.store.customers.get(merchantId, owner.customerId!);
    expect(customer).toMatchObject({ phones: [], emails: [] });
    const told = await until('what could not be told to be written down', async () => {
      const sale = await house.store.sales.get(merchantId, id);
      return sale?.notices.given.some((notice) => notice.includes('earned')) && sale;
    });
    expect(told.notices.postponed).toEqual([]);
    expect(house.simulator.whatsapp.messages()).toEqual([]);
  });

  it.each<[string, ContactDraft]>([
    [
      'that a marketplace has masked',
      {
        ...{ name: 'M**** S****', document: '***.456.789-**', mobile: '(11) 9****-4321' },
        email: 'm***@gmail.com',
      },
    ],
    ['that has nothing but a name', { name: 'Maria Souza' }],
    [
      'that was filled in to get past the field',
      { name: 'Cliente Balcão', document: '111.111.111-11', mobile: '(11) 99999-9999' },
    ],
  ])('%s waits for somebody to claim it, and earns for them', async (_what, draft) => {
    const { api } = house.tenant;
    const { id } = await soldTo(draft, 'unidentified');
    const document = cpf.generate();
    const claimed = await api.post<{ customerId: string }>(`/v1/sales/${id}/customer`, {
      ...{ document, name: 'Rosa Prado' },
    });
    claimed.expect(200);
    const found = (await api.get<{ data: { id: string }[] }>(`/v1/customers?query=${document}`)).expect(200);
    const { cashback } = await walletOf(api, found.body.data[0]!.id);
    expect(cashback.activeCents + cashback.pendingCents).toBe(1_000);
    await verifyLedger(house.tenant);
  });

  it('that is nobody takes the sale from nobody who has claimed it; one that is somebody else does (R26, R28)', async () => {
    const { company, merchantId, api } = house.tenant;
    const { id, source } = await soldTo({ name: 'Cliente Balcão' }, 'unidentified');
    const claim = { document: cpf.generate(), name: 'Rosa Prado' };
    (await api.post(`/v1/sales/${id}/customer`, claim)).expect(200);
    const { owner: claimed } = (await house.store.sales.get(merchantId, id))!;
    const active = async ({ customerId }: Sale['owner']): Promise<number> =>
      (await walletOf(api, customerId!)).cashback.activeCents;
    expect(await active(claimed)).toBe(1_000);

    const none = { phone: '', mobile: '', email: '', document: '' };
    const another = company.addContact({ ...none, name: 'Venda consumidor' });
    company.patchOrder(Number(source.externalId), { contactId: another.id });
    const lookedUp = (contactId: number) =>
      until(`contact ${contactId} to be looked up`, async () => {
        const sale = await house.store.sales.get(merchantId, id);
        return sale?.owner.identifiedBy === String(contactId) && sale;
      });
    const { owner: kept, timeline } = await lookedUp(another.id);
    expect(kept).toEqual({ ...claimed, identifiedBy: String(another.id) });
    const said = 'O contato não identifica ninguém: a venda continua com o cliente que tem';
    expect(timeline.map(({ text }) => text)).toContain(said);
    expect(await active(claimed)).toBe(1_000);

    const buyer = company.addContact({ ...none, name: 'Nilda Reis', document: cpf.generate() });
    company.patchOrder(Number(source.externalId), { contactId: buyer.id });
    const { owner: taken } = await lookedUp(buyer.id);
    expect(taken.claimCall).toBeNull();
    expect(taken.customerId).not.toBe(claimed.customerId);
    await until('the benefit to go over', async () => (await active(taken)) === 1_000);
    expect(await active(claimed)).toBe(0);
    await verifyLedger(house.tenant);
  });
});
