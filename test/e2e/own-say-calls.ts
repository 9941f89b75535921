import { expect } from '@jest/globals';
import { linkTokens } from '../../src/store';
import type { House } from './house';

/** What a customer says themselves, by every way there is. */
export async function ownSay(house: House, customerId: string): Promise<void> {
  const { store, tenant, url } = house;
  const { api, merchantId } = tenant;
  const link = await api.post<{ optOutUrl: string; pageUrl: string }>(`/v1/customers/${customerId}/link`);
  const { optOutUrl, pageUrl } = link.expect(201).body;
  const here = url + new URL(optOutUrl).pathname;
  expect((await fetch(here)).status).toBe(200);
  const oneClick = { method: 'POST', body: 'List-Unsubscribe=One-Click' };
  expect((await fetch(here, oneClick)).status).toBe(200);
  const own = url + new URL(pageUrl).pathname;
  expect((await fetch(own)).status).toBe(200);
  for (const body of ['receber=email', 'parar=tudo'])
    expect((await fetch(own, { method: 'POST', body })).status).toBe(200);
  const page = own.slice(-32);
  for (const token of [page, linkTokens(page).till])
    expect((await api.get(`/v1/counter?query=${token}`)).body).toMatchObject({
      customers: [{ id: customerId }],
    });
  (await api.get(`/v1/customers/${customerId}/link`)).expect(200);
  const never = { phones: ['(11) 98888-0001'], emails: ['nunca@lojas.com.br'] };
  (await api.post('/v1/suppressions', never)).expect(200);
  await store.messages.recipientOf({ messageId: `${merchantId}/sal_x/earned/whatsapp`, providerId: 'x' });
  await store.suppressions.agree(merchantId, [{ phone: '+5511988880001' }]);
  await store.customerLinks.make(merchantId, customerId, new Date());
}
