import { describe, expect, it } from '@jest/globals';
import { linkTokens } from '../../../src/store';
import { anApi } from '../an-api';
import type { AnApi } from '../an-api';
import { aCustomer, MINE, THEIRS } from '../builders';

const TOKEN = 'mFJ2sQnq0bS1o8JdxZt7Vw3kXcYp9LrE';
const { optOut: OPT_OUT, till: TILL } = linkTokens(TOKEN);
const LINK = { merchantId: MINE, customerId: 'cus_1', token: TOKEN };

const scan = async (api: AnApi, text: string): Promise<unknown> =>
  (await api.get(`/v1/counter?query=${encodeURIComponent(text)}`).expect(200)).body;

describe('the QR of a customer’s page at the counter', () => {
  it('finds whose it is, masked, as the token or as the address, also off another keyboard', async () => {
    const api = anApi({ links: [LINK] });
    for (const text of [TILL, TOKEN, `https://loja.example/c/${TOKEN}`, `httpsÇ;;loja.example;c;${TOKEN}`])
      expect(await scan(api, text)).toMatchObject({
        kind: 'customers',
        customers: [{ id: 'cus_1', documentMasked: '***.***.247-**' }],
        more: false,
      });
    for (const token of [TOKEN, TILL]) expect(api.logged()).not.toContain(token);
    expect(api.holds.attempts).toEqual([]);
  });

  it('finds nobody by what takes messages back', async () => {
    expect(await scan(anApi({ links: [LINK] }), OPT_OUT)).toMatchObject({ kind: 'nothing', readAs: 'link' });
  });

  it('finds whoever the record was merged into', async () => {
    const customers = [aCustomer({ mergedInto: 'cus_2' }), aCustomer({ id: 'cus_2' })];
    expect(await scan(anApi({ links: [LINK], customers }), TOKEN)).toMatchObject({
      customers: [{ id: 'cus_2' }],
    });
  });

  it.each([
    ['was replaced', { links: [LINK, { ...LINK, token: 'another' }] }],
    ['is another merchant’s', { links: [{ ...LINK, merchantId: THEIRS }] }],
    ['is of somebody who was erased', { links: [LINK], customers: [] }],
    ['is nobody’s', {}],
  ])('that %s finds nobody, and says what to do', async (_what, holds) => {
    for (const token of [TILL, TOKEN])
      expect(await scan(anApi(holds), token)).toMatchObject({
        kind: 'nothing',
        readAs: 'link',
        detail: expect.stringContaining('mensagem mais recente'),
      });
  });
});
