import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi } from '../../an-api';
import type { AnApi } from '../../an-api';
import { COMPANY_ID, MINE } from '../../builders';
import { signedIn } from '../../callers';
import { Browser, callback, consented } from './a-consent';

describe('whoever may not connect a company any more', () => {
  const asOwner = async (): Promise<{ api: AnApi; browser: Browser; page: URL }> => {
    const api = anApi({ connections: [] });
    const cookie = signedIn(api.holds, { merchantId: MINE, role: 'owner', storeIds: null });
    const begun = await request(api.app)
      .get('/integrations/bling/authorize')
      .set({ cookie, accept: 'application/json', 'sec-fetch-site': 'same-origin' });
    return { api, browser: new Browser(api, cookie), page: new URL((begun.body as { url: string }).url) };
  };
  const changes: [string, (api: AnApi) => void, string][] = [
    ['demoted', ({ holds }) => (holds.memberships[0]!.role = 'manager'), 'não pode mais concluí-la'],
    ['removed', ({ holds }) => holds.memberships.pop(), 'não pode mais concluí-la'],
    ['of a suspended merchant', ({ holds }) => holds.suspended.push(MINE), 'conta está suspensa'],
  ];

  it.each(changes)('does not finish it: %s', async (_what, meanwhile, words) => {
    const { api, browser, page } = await asOwner();
    const state = await browser.goOn(page);
    meanwhile(api);
    const { text } = await callback(api, { code: 'code-1', state }, 403, browser);
    expect(text).toContain(words);
    expect(text).toContain('nada foi conectado');
    expect(api.bling.exchanged).toEqual([]);
    expect(api.holds.connections).toEqual([]);
    expect((await browser.open(page.pathname + page.search)).status).toBe(403);
  });

  it.each([
    ['nobody is signed in', (): undefined => undefined],
    [
      'somebody else of the same merchant is',
      ({ holds }: AnApi): string =>
        signedIn(holds, { merchantId: MINE, role: 'owner', storeIds: null }, 'bruno'),
    ],
  ])('is not let finish it where %s', async (_what, session) => {
    const { api, browser, page } = await asOwner();
    const other = new Browser(api, session(api));
    const shown = await other.open(page.pathname + page.search);
    expect([shown.status, shown.text]).toEqual([403, expect.stringContaining('só ela pode concluí-la')]);
    const state = await browser.goOn(page);
    browser.signOut();
    const answer = await browser.callback({ code: 'code-1', state });
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('Nada foi conectado')]);
    expect(api.bling.exchanged).toEqual([]);
  });

  it('does not finish it with a key that was revoked', async () => {
    const api = anApi({ connections: [] });
    const { state, browser } = await consented(api);
    api.holds.keys.clear();
    await callback(api, { code: 'code-1', state }, 403, browser);
    expect(api.bling.exchanged).toEqual([]);
  });

  it('may be who has not changed, and it is written down that they have', async () => {
    const { api, browser, page } = await asOwner();
    const state = await browser.goOn(page);
    await callback(api, { code: 'code-1', state }, 200, browser);
    const [{ personId } = { personId: '' }] = api.holds.memberships;
    expect(api.holds.audit.map(({ act }) => act)).toEqual(['connection.authorize', 'connection.connect']);
    expect(api.holds.audit[1]).toMatchObject({
      actor: { kind: 'person', id: personId },
      subject: { kind: 'connection', id: api.holds.connections[0]!.id },
      after: { companyId: COMPANY_ID },
      outcome: 'done',
    });
  });
});
