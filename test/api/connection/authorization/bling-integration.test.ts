import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { BlingApiError, BlingOAuthError } from '../../../../src/bling';
import { anApi } from '../../an-api';
import type { AnApi } from '../../an-api';
import { aConnection, COMPANY_ID, MINE, THEIRS } from '../../builders';

async function begin({ get }: AnApi): Promise<string> {
  const answer = await get('/integrations/bling/authorize').set('accept', 'application/json').expect(200);
  return new URL((answer.body as { url: string }).url).searchParams.get('state')!;
}

function callback({ app }: AnApi, query: Record<string, string>): request.Test {
  return request(app).get('/integrations/bling/callback').query(query);
}

describe('beginning to connect a Bling company', () => {
  it('needs a key', async () => {
    await request(anApi().app).get('/integrations/bling/authorize').expect(401);
  });

  it('redirects to Bling with a state that nobody can guess, another one each time', async () => {
    const api = anApi();
    const answer = await api.get('/integrations/bling/authorize').set('accept', 'text/html').expect(302);
    const url = new URL(answer.headers['location'] as string);
    expect(url.origin + url.pathname).toBe('https://www.bling.com.br/Api/v3/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'client-id',
    });
    expect(url.searchParams.get('state')!.length).toBeGreaterThanOrEqual(40);
    expect(await begin(api)).not.toBe(await begin(api));
  });
});

describe('the callback of Bling', () => {
  it('connects the company, with its walk-in contact, and shows a friendly page', async () => {
    const api = anApi({ connections: [] });
    const answer = await callback(api, { code: 'code-1', state: await begin(api) }).expect(200);
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
    const { text } = await callback(api, { code: 'code-1', state: await begin(api) }).expect(200);
    expect(text).not.toContain('<Exemplo>');
    expect(text).toContain('Loja &#60;Exemplo&#62;');
  });

  it('exchanges the code once for two callbacks at the same time, and shows the second that it is under way', async () => {
    const api = anApi({ connections: [] });
    const state = await begin(api);
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { exchangeCode } = api.bling;
    api.bling.exchangeCode = (code) => gate.then(() => exchangeCode(code));
    const both = [1, 2].map(() => callback(api, { code: 'code-1', state }).then((answer) => answer));
    const second = await Promise.race(both);
    open();
    expect(second.status).toBe(202);
    expect(second.text).toContain('http-equiv="refresh"');
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 202]);
    expect(api.bling.exchanged).toEqual(['code-1']);
  });

  it('shows a repetition the same result, and never exchanges again', async () => {
    const api = anApi({ connections: [] });
    const state = await begin(api);
    api.bling.exchangeCode = () => Promise.reject(new BlingOAuthError('invalid_grant', 'exchange', 400));
    const first = await callback(api, { code: 'code-1', state }).expect(502);
    api.bling.exchangeCode = () => Promise.reject(new Error('never again'));
    const again = await callback(api, { code: 'code-1', state }).expect(502);
    expect(again.text).toBe(first.text);
    expect(first.text).toContain('Volte ao Retorno e clique em conectar de novo');

    const other = await begin(api);
    api.bling.exchangeCode = () =>
      Promise.resolve({ accessToken: 'a', refreshToken: 'r', expiresInSeconds: 1, scope: '' });
    const connected = await callback(api, { code: 'code-2', state: other }).expect(200);
    expect((await callback(api, { code: 'code-2', state: other }).expect(200)).text).toBe(connected.text);
  });

  it.each([
    [
      'wrong credentials of the app',
      new BlingOAuthError('invalid_client', 'exchange', 401),
      'BLING_CLIENT_ID',
    ],
    ['an inactive company', new BlingOAuthError('inactive_company', 'exchange', 400), 'inativa'],
    ['a Bling that does not answer', new BlingOAuthError('timeout', 'exchange'), 'não respondeu'],
    ['a defect of ours', new TypeError('bug'), 'inesperado'],
  ])('explains %s', async (_case, error, words) => {
    const api = anApi({ connections: [] });
    api.bling.exchangeCode = () => Promise.reject(error);
    const { text } = await callback(api, { code: 'code-1', state: await begin(api) }).expect(502);
    expect(text).toContain(words);
  });

  it('connects even when the walk-in contact cannot be read', async () => {
    const api = anApi({ connections: [] });
    api.bling.readWalkInContactId = () =>
      Promise.reject(new BlingApiError('forbidden', 'read walk-in contact'));
    await callback(api, { code: 'code-1', state: await begin(api) }).expect(200);
    expect(api.holds.connections).toEqual([expect.objectContaining({ walkInContactId: null })]);
  });

  it('says clearly that the company belongs to another account', async () => {
    const api = anApi({ connections: [aConnection({ merchantId: THEIRS })] });
    const { text } = await callback(api, { code: 'code-1', state: await begin(api) }).expect(409);
    expect(text).toContain('já está conectada a outra conta');
  });

  it.each([
    ['access_denied', 'recusada'],
    ['app_inativo', 'inativo'],
    ['UNAUTHORIZED_ERROR', 'permissão'],
    ['<script>', 'não concluiu'],
  ])('explains the error %s', async (error, words) => {
    const api = anApi();
    const { text } = await callback(api, { error, state: await begin(api) }).expect(400);
    expect(text).toContain(words);
    expect(text).not.toContain('<script>');
    expect(api.bling.exchanged).toEqual([]);
  });

  it.each([{}, { code: 'code-1' }, { code: 'code-1', state: 'guessed' }, { state: 'guessed' }])(
    'does not know %p and says what to do',
    async (query) => {
      const api = anApi();
      const { text } = await callback(api, query as Record<string, string>).expect(400);
      expect(text).toContain('Autorização não reconhecida');
      expect(api.bling.exchanged).toEqual([]);
    },
  );

  it('asks to reload while the database is away, before the code is used', async () => {
    const api = anApi({ connections: [] });
    const state = await begin(api);
    api.fails.set('authorizations.claim', new Error('away'));
    await callback(api, { code: 'code-1', state }).expect(503);
    expect(api.bling.exchanged).toEqual([]);
    api.fails.clear();
    await callback(api, { code: 'code-1', state }).expect(200);
  });

  it('keeps codes, states and tokens out of the log', async () => {
    const api = anApi({ connections: [] });
    const state = await begin(api);
    await callback(api, { code: 'code-secret', state }).expect(200);
    for (const secret of ['code-secret', state, 'refresh']) expect(api.logged()).not.toContain(secret);
  });
});
