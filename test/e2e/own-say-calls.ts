import { expect } from '@jest/globals';
import type { House } from './house';

/** What a customer says themselves, by every way there is. */
export async function ownSay(house: House, customerId: string): Promise<void> {
  const { store, tenant, url } = house;
  const { api, merchantId } = tenant;
  const link = await api.post<{ optOutUrl: string }>(`/v1/customers/${customerId}/link`);
  const here = url + new URL(link.expect(201).body.optOutUrl).pathname;
  expect((await fetch(here)).status).toBe(200);
  const oneClick = { method: 'POST', body: 'List-Unsubscribe=One-Click' };
  expect((await fetch(here, oneClick)).status).toBe(200);
  const own = here.replace('/u/', '/c/');
  expect((await fetch(own)).status).toBe(200);
  for (const body of ['receber=email', 'parar=tudo'])
    expect((await fetch(own, { method: 'POST', body })).status).toBe(200);
  const scanned = `/v1/counter?query=${own.slice(-32)}`;
  expect((await api.get(scanned)).body).toMatchObject({ customers: [{ id: customerId }] });
  (await api.get(`/v1/customers/${customerId}/link`)).expect(200);
  const never = { phones: ['(11) 98888-0001'], emails: ['nunca@lojas.com.br'] };
  (await api.post('/v1/suppressions', never)).expect(200);
  await store.messages.recipientOf({ messageId: `${merchantId}/sal_x/earned/whatsapp`, providerId: 'x' });
  await store.suppressions.agree(merchantId, [{ phone: '+5511988880001' }]);
  await store.customerLinks.make(merchantId, customerId, new Date());
}
