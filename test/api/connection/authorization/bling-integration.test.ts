import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { BlingApiError, BlingOAuthError } from '../../../../src/bling';
import { anApi, problemIn } from '../../an-api';
import { aConnection, COMPANY_ID, MINE, NOW, THEIRS } from '../../builders';
import { signedIn } from '../../callers';
import { begin, Browser, callback, callOnce, consented, linkIn } from './a-consent';

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

const WAY_BACK = 'href="../../configuracoes/conexao"';

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

  it('says of one that was cut short that it is over, and does not reload for ever', async () => {
    const api = anApi({ connections: [] });
    const { state, browser } = await consented(api);
    let asked = (): void => undefined;
    let end = (_why: Error): void => undefined;
    const exchanging = new Promise<void>((resolve) => (asked = resolve));
    api.bling.exchangeCode = () => {
      asked();
      return new Promise((_resolve, reject) => (end = reject));
    };
    const first = browser.callback({ code: 'code-1', state });
    await exchanging;
    await callback(api, { code: 'code-1', state }, 202, browser);
    api.clock.now += 61_000;
    const { text } = await callback(api, { code: 'code-1', state }, 502, browser);
    expect(text).toContain('A conexão foi interrompida');
    expect(text).not.toContain('http-equiv="refresh"');
    end(new BlingOAuthError('timeout', 'exchange'));
    expect((await first).status).toBe(502);
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
    expect(text).toContain(WAY_BACK);
  });

  it('connects even when the walk-in contact cannot be read', async () => {
    const api = anApi({ connections: [] });
    api.bling.readWalkInContactId = () =>
      Promise.reject(new BlingApiError('forbidden', 'read walk-in contact'));
    await callOnce(api, 'code-1', 200);
    expect(api.holds.connections).toEqual([expect.objectContaining({ walkInContactId: null })]);
  });

  it('connects another company beside those that an account has', async () => {
    const api = anApi();
    const company = { id: 'b'.repeat(32), name: 'Filial' };
    api.bling.readCompany = () => Promise.resolve(company);
    await callOnce(api, 'code-1', 200);
    const answer = await api.get('/v1/connections').expect(200);
    const { data } = answer.body as { data: { companyId: string; state: string }[] };
    expect(data.map(({ companyId, state }) => [companyId, state])).toEqual([
      [COMPANY_ID, 'connected'],
      [company.id, 'connected'],
    ]);
  });

  it('says clearly that the company belongs to another account, and takes nothing from that one', async () => {
    const theirs = aConnection({ merchantId: THEIRS });
    const api = anApi({ connections: [{ ...theirs }] });
    const { text } = await callOnce(api, 'code-1', 409);
    expect(text).toContain('já está conectada a outra conta');
    expect(api.holds.connections).toEqual([theirs]);
  });

  it('and of one that the other account has disconnected, that what it sold is there', async () => {
    const held = { as: 'disconnected' as const, at: new Date(NOW) };
    const api = anApi({ connections: [aConnection({ merchantId: THEIRS, held })] });
    const { text } = await callOnce(api, 'code-1', 409);
    expect(text).toContain('já foi de outra conta');
    expect(text).not.toContain('já está');
  });

  it.each([
    ['access_denied', 'recusada'],
    ['app_inativo', 'inativo'],
    ['UNAUTHORIZED_ERROR', 'não tem permissão para autorizar, ou a conta tem uma pendência'],
    ['<script>', 'não concluiu'],
  ])('explains the error %s', async (error, words) => {
    const api = anApi();
    const { text } = await callback(api, { error, state: 'any' }, 400);
    expect(text).toContain(words);
    expect(text).not.toContain('<script>');
    expect(text).toContain(WAY_BACK);
    expect(api.bling.exchanged).toEqual([]);
  });

  it.each([{}, { code: 'code-1' }, { code: 'code-1', state: 'guessed' }, { state: 'guessed' }])(
    'does not know %p and says what to do',
    async (query) => {
      const api = anApi();
      const { text } = await callback(api, query as Record<string, string>, 400);
      expect(text).toContain('Autorização não reconhecida');
      expect(text).toContain(WAY_BACK);
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
