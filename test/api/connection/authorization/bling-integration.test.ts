import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { BlingApiError, BlingOAuthError } from '../../../../src/bling';
import { anApi, problemIn } from '../../an-api';
import type { AnApi } from '../../an-api';
import { aConnection, COMPANY_ID, MINE, THEIRS } from '../../builders';
import { signedIn } from '../../callers';

/** The address of the page that names the account. */
async function begin({ get }: AnApi): Promise<URL> {
  const answer = await get('/integrations/bling/authorize').set('accept', 'application/json').expect(200);
  return new URL((answer.body as { url: string }).url);
}

/** A browser: it keeps its cookies. */
class Browser {
  private readonly cookies = new Map<string, string>();

  /** @param session the cookie of whoever is signed in there */
  constructor(
    private readonly api: AnApi,
    session?: string,
  ) {
    const [name, value] = session?.split('=') ?? [];
    if (name !== undefined && value !== undefined) this.cookies.set(name, value);
  }

  async open(address: string, query: Record<string, string> = {}): Promise<request.Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await request(this.api.app).get(address).query(query).set('cookie', cookie);
    for (const line of answer.get('Set-Cookie') ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.cookies.set(name, value);
    }
    return answer;
  }

  signOut(): void {
    this.cookies.delete('retorno_session');
  }

  /** Sees which account it is, and goes on. @returns the state, as Bling is given it */
  async goOn(page: URL): Promise<string> {
    const { text } = await this.open(page.pathname + page.search);
    const onward = await this.open(linkIn(text));
    expect(onward.status).toBe(302);
    return new URL(onward.headers['location'] as string).searchParams.get('state')!;
  }

  callback(query: Record<string, string>): Promise<request.Response> {
    return this.open('/integrations/bling/callback', query);
  }
}

/** Where the link of the page that names the account leads. */
function linkIn(html: string): string {
  const href = /<a href="([^"]+)"/.exec(html)![1]!.replace(/&#38;/g, '&');
  const { pathname, search } = new URL(href, 'http://localhost/integrations/bling/connect');
  return pathname + search;
}

/** An authorisation that is begun, agreed to, and comes back in one browser. */
async function consented(api: AnApi): Promise<{ state: string; browser: Browser }> {
  const browser = new Browser(api);
  return { state: await browser.goOn(await begin(api)), browser };
}

/** The callback of an authorisation that is begun for it. */
async function callOnce(api: AnApi, code: string, status: number): Promise<request.Response> {
  const { state, browser } = await consented(api);
  return callback(api, { code, state }, status, browser);
}

async function callback(
  api: AnApi,
  query: Record<string, string>,
  status: number,
  browser = new Browser(api),
): Promise<request.Response> {
  const answer = await browser.callback(query);
  expect([answer.status, answer.text]).toEqual([status, answer.text]);
  return answer;
}

describe('beginning to connect a Bling company', () => {
  it('needs a key', async () => {
    await request(anApi().app).get('/integrations/bling/authorize').expect(401);
  });

  it('shows which account will receive the data, and goes on to Bling with a state that nobody can guess', async () => {
    const api = anApi();
    const page = await begin(api);
    const browser = new Browser(api);
    const shown = await browser.open(page.pathname + page.search);
    expect(shown.text).toContain('Conta &#60;mine&#62;'.replace('mine', MINE));
    expect(shown.text).toContain('feche esta página');
    const [line = ''] = shown.get('Set-Cookie') as unknown as string[];
    expect(line).toMatch(/HttpOnly; SameSite=Lax$/);
    const onward = await browser.open(linkIn(shown.text));
    const url = new URL(onward.headers['location'] as string);
    expect(url.origin + url.pathname).toBe('https://www.bling.com.br/Api/v3/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'client-id',
    });
    expect(url.searchParams.get('state')!.length).toBeGreaterThanOrEqual(40);
    expect((await begin(api)).search).not.toBe(page.search);
  });

  it('sends nobody off to Bling while it gives nobody tokens, and says until when', async () => {
    const api = anApi({ connections: [] });
    const { bling } = api;
    const page = await begin(api);
    const browser = new Browser(api);
    const { text } = await browser.open(page.pathname + page.search);
    bling.tokensBarredMs = () => Promise.resolve(3_599_000);
    const onward = await browser.open(linkIn(text));
    expect(onward.status).toBe(503);
    expect(onward.text).toContain('por mais 60 minutos');
    bling.tokensBarredMs = () => Promise.resolve(0);
    expect((await browser.open(linkIn(text))).status).toBe(302);
  });

  it('redirects a browser to that page', async () => {
    const answer = await anApi().get('/integrations/bling/authorize').set('accept', 'text/html').expect(302);
    expect(new URL(answer.headers['location'] as string).pathname).toBe('/integrations/bling/connect');
  });

  it.each([
    ['cross-site', 403],
    ['same-site', 403],
    ['same-origin', 200],
    ['none', 200],
  ])('is not done in a person’s name by a page of somebody else’s: %s', async (from, status) => {
    const { app, holds } = anApi();
    const cookie = signedIn(holds, { merchantId: MINE, role: 'owner', storeIds: null });
    const answer = await request(app)
      .get('/integrations/bling/authorize')
      .set({ cookie, accept: 'application/json', 'sec-fetch-site': from });
    expect(answer.status).toBe(status);
    if (status === 403) expect(problemIn(answer)).toMatchObject({ code: 'foreign_origin' });
  });
});

describe('a consent that somebody else began', () => {
  it.each([
    ['was never shown whose account it is', (): Promise<void> => Promise.resolve()],
    [
      'was shown, and did not go on',
      async (browser: Browser, page: URL): Promise<void> =>
        void (await browser.open(page.pathname + page.search)),
    ],
    [
      'was sent the link of somebody else’s page',
      async (browser: Browser, page: URL, other: Browser): Promise<void> => {
        const { text } = await other.open(page.pathname + page.search);
        expect((await browser.open(linkIn(text))).status).toBe(200);
      },
    ],
  ])('is refused in a browser that %s', async (_case, lure) => {
    const api = anApi({ connections: [] });
    const page = await begin(api);
    const [sender, stranger] = [new Browser(api), new Browser(api)];
    const state = await sender.goOn(page);
    await lure(stranger, page, sender);
    const { text } = await callback(api, { code: 'code-1', state }, 403, stranger);
    expect(text).toContain('começou em outro lugar');
    expect(text).toContain('nada foi conectado');
    expect(api.bling.exchanged).toEqual([]);
    await callback(api, { code: 'code-2', state }, 200, sender);
    expect(api.bling.exchanged).toEqual(['code-2']);
  });

  it('is not made one’s own by a cookie of another authorisation or a forged one', async () => {
    const api = anApi({ connections: [] });
    const { state } = await consented(api);
    const { browser } = await consented(api);
    await callback(api, { code: 'code-1', state }, 403, browser);
    const name = `retorno-bling-${createHash('sha256').update(state).digest('hex').slice(0, 16)}`;
    const forged = await request(api.app)
      .get('/integrations/bling/callback')
      .query({ code: 'code-1', state })
      .set('cookie', `${name}=agreed.nonce.signature`);
    expect(forged.status).toBe(403);
  });
});

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

describe('the callback of Bling', () => {
  it('connects the company, with its walk-in contact, and shows a friendly page', async () => {
    const api = anApi({ connections: [] });
    const answer = await callOnce(api, 'code-1', 200);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).toContain('Bling conectado');
    expect(api.holds.connections).toEqual([
      expect.objectContaining({
        merchantId: MINE,
        companyId: COMPANY_ID,
        companyName: 'Loja <Exemplo>',
        walkInContactId: '99',
      }),
    ]);
  });

  it('shows names as text, whatever they contain', async () => {
    const api = anApi({ connections: [] });
    const { text } = await callOnce(api, 'code-1', 200);
    expect(text).not.toContain('<Exemplo>');
    expect(text).toContain('Loja &#60;Exemplo&#62;');
  });

  it('exchanges the code once for two callbacks at the same time, and shows the second that it is under way', async () => {
    const api = anApi({ connections: [] });
    const { state, browser } = await consented(api);
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { exchangeCode } = api.bling;
    api.bling.exchangeCode = (code) => gate.then(() => exchangeCode(code));
    const both = [1, 2].map(() => browser.callback({ code: 'code-1', state }));
    const second = await Promise.race(both);
    open();
    expect(second.status).toBe(202);
    expect(second.text).toContain('http-equiv="refresh"');
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 202]);
    expect(api.bling.exchanged).toEqual(['code-1']);
  });

  it('shows a repetition the same result, and never exchanges again', async () => {
    const api = anApi({ connections: [] });
    const { state, browser } = await consented(api);
    api.bling.exchangeCode = () => Promise.reject(new BlingOAuthError('invalid_grant', 'exchange', 400));
    const first = await callback(api, { code: 'code-1', state }, 502, browser);
    api.bling.exchangeCode = () => Promise.reject(new Error('never again'));
    const again = await callback(api, { code: 'code-1', state }, 502, browser);
    expect(again.text).toBe(first.text);
    expect(first.text).toContain('Volte ao Retorno e clique em conectar de novo');

    const other = await consented(api);
    api.bling.exchangeCode = () =>
      Promise.resolve({ accessToken: 'a', refreshToken: 'r', expiresInSeconds: 1, scope: '' });
    const connected = await callback(api, { code: 'code-2', state: other.state }, 200, other.browser);
    expect((await callback(api, { code: 'code-2', state: other.state }, 200, other.browser)).text).toBe(
      connected.text,
    );
  });

  it.each([
    [
      'wrong credentials of the app',
      new BlingOAuthError('invalid_client', 'exchange', 401),
      'BLING_CLIENT_ID',
    ],
    ['an inactive company', new BlingOAuthError('inactive_company', 'exchange', 400), 'inativa'],
    ['a Bling that gives nobody tokens', new BlingOAuthError('rate_limited', 'exchange', 429), 'pausa'],
    ['a Bling that does not answer', new BlingOAuthError('timeout', 'exchange'), 'não respondeu'],
    ['a defect of ours', new TypeError('bug'), 'inesperado'],
  ])('explains %s', async (_case, error, words) => {
    const api = anApi({ connections: [] });
    api.bling.exchangeCode = () => Promise.reject(error);
    const { text } = await callOnce(api, 'code-1', 502);
    expect(text).toContain(words);
  });

  it('connects even when the walk-in contact cannot be read', async () => {
    const api = anApi({ connections: [] });
    api.bling.readWalkInContactId = () =>
      Promise.reject(new BlingApiError('forbidden', 'read walk-in contact'));
    await callOnce(api, 'code-1', 200);
    expect(api.holds.connections).toEqual([expect.objectContaining({ walkInContactId: null })]);
  });

  it('says clearly that the company belongs to another account', async () => {
    const api = anApi({ connections: [aConnection({ merchantId: THEIRS })] });
    const { text } = await callOnce(api, 'code-1', 409);
    expect(text).toContain('já está conectada a outra conta');
  });

  it.each([
    ['access_denied', 'recusada'],
    ['app_inativo', 'inativo'],
    ['UNAUTHORIZED_ERROR', 'permissão'],
    ['<script>', 'não concluiu'],
  ])('explains the error %s', async (error, words) => {
    const api = anApi();
    const { text } = await callback(api, { error, state: 'any' }, 400);
    expect(text).toContain(words);
    expect(text).not.toContain('<script>');
    expect(api.bling.exchanged).toEqual([]);
  });

  it.each([{}, { code: 'code-1' }, { code: 'code-1', state: 'guessed' }, { state: 'guessed' }])(
    'does not know %p and says what to do',
    async (query) => {
      const api = anApi();
      const { text } = await callback(api, query as Record<string, string>, 400);
      expect(text).toContain('Autorização não reconhecida');
      expect(api.bling.exchanged).toEqual([]);
    },
  );

  it('asks to reload while the database is away, before the code is used', async () => {
    const api = anApi({ connections: [] });
    const { state, browser } = await consented(api);
    api.fails.set('authorizations.claim', new Error('away'));
    await callback(api, { code: 'code-1', state }, 503, browser);
    expect(api.bling.exchanged).toEqual([]);
    api.fails.clear();
    await callback(api, { code: 'code-1', state }, 200, browser);
  });

  it('keeps codes, states and tokens out of the log', async () => {
    const api = anApi({ connections: [] });
    const { state, browser } = await consented(api);
    await callback(api, { code: 'code-secret', state }, 200, browser);
    for (const secret of ['code-secret', state, 'refresh']) expect(api.logged()).not.toContain(secret);
  });
});
