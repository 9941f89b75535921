import { afterEach, describe, expect, it } from '@jest/globals';
import { BlingOAuthError, authorizeUrl, createOAuth } from '../../../src/bling';
import type { BlingOAuth } from '../../../src/bling';
import { startLocalServer, unusedUrl } from '../local-server';
import type { LocalServer, Reply } from '../local-server';

const GRANTED = {
  access_token: 'eyJ0eXAi.access.signature',
  expires_in: 21600,
  token_type: 'bearer',
  scope: '98309 318257570',
  refresh_token: 'refresh-2',
};
let server: LocalServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function oauth(reply: Reply): Promise<BlingOAuth> {
  const timeoutMs = reply === 'silence' ? 500 : undefined;
  await server?.close();
  server = await startLocalServer(() => reply);
  return createOAuth({
    tokenUrl: `${server.url}/oauth/token`,
    clientId: 'app',
    clientSecret: 's3cr3t',
    timeoutMs,
  });
}

async function failed(grant: Promise<unknown>): Promise<BlingOAuthError> {
  const error: unknown = await grant.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BlingOAuthError)) throw new Error('expected a BlingOAuthError');
  return error;
}

const nested = (type: string, message: string, description: string): object => ({
  error: { type, message, description },
});

describe('asking for consent', () => {
  it('sends the merchant to Bling with the state, and neither scopes nor a redirect address', () => {
    const url = authorizeUrl({
      authorizeUrl: 'https://bling.example/oauth/authorize',
      clientId: 'app',
      state: 'a b&c',
    });
    expect(url).toBe('https://bling.example/oauth/authorize?response_type=code&client_id=app&state=a+b%26c');
  });
});

describe('trading a code for tokens', () => {
  it('sends the credentials in the header only, and asks for a JWT', async () => {
    const tokens = await (await oauth({ json: GRANTED })).exchangeCode('code&1');
    expect(tokens).toEqual({
      accessToken: 'eyJ0eXAi.access.signature',
      refreshToken: 'refresh-2',
      expiresInSeconds: 21600,
      scope: '98309 318257570',
    });
    expect(server?.received).toHaveLength(1);
    expect(server?.received[0]).toMatchObject({
      method: 'POST',
      body: 'grant_type=authorization_code&code=code%261',
      headers: {
        authorization: `Basic ${Buffer.from('app:s3cr3t').toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
        accept: '1.0',
        'enable-jwt': '1',
      },
    });
  });

  it.each<[string, Reply]>([
    ['unavailable', { status: 503, text: '<html>' }],
    ['unavailable', 'reset'],
    ['timeout', 'silence'],
    ['rate_limited', { status: 429, text: '' }],
    ['invalid_answer', { text: '{"access_token":"x' }],
    ['invalid_answer', { json: { ...GRANTED, refresh_token: undefined } }],
  ])('is never tried again, also when it ended with %s', async (kind, reply) => {
    const error = await failed((await oauth(reply)).exchangeCode('code-1'));
    expect(error).toMatchObject({ kind, permanent: true });
    expect(error.message).toContain('start the authorisation again');
    expect(server?.received).toHaveLength(1);
  });
});

describe('refreshing tokens', () => {
  it('brings the next refresh token', async () => {
    const tokens = await (
      await oauth({ json: { ...GRANTED, expires_in: '21600', scope: null } })
    ).refresh('refresh-1');
    expect(tokens).toMatchObject({ refreshToken: 'refresh-2', expiresInSeconds: 21600, scope: '' });
    expect(server?.received[0]?.body).toBe('grant_type=refresh_token&refresh_token=refresh-1');
  });

  it.each([{ refresh_token: undefined }, { refresh_token: null }])(
    'keeps the old refresh token when the answer has none: %p',
    async (changes) => {
      const tokens = await (await oauth({ json: { ...GRANTED, ...changes } })).refresh('refresh-1');
      expect(tokens.refreshToken).toBe('refresh-1');
    },
  );

  it.each<[string, Reply]>([
    ['unavailable', { status: 500, json: nested('SERVER_ERROR', 'x', 'x') }],
    ['unavailable', { status: 400, json: { message: 'gateway' } }],
    ['unavailable', { status: 408, json: nested('X', 'x', 'x') }],
    ['timeout', 'silence'],
    [
      'invalid_client',
      {
        status: 401,
        json: nested('invalid_client', 'invalid_client', 'The client credentials are invalid'),
      },
    ],
    ['invalid_client', { status: 400, json: { error: 'unauthorized_client' } }],
    ['invalid_answer', { text: '<html>' }],
    ['invalid_answer', { json: { ...GRANTED, expires_in: 'soon' } }],
    ['invalid_answer', { json: { ...GRANTED, access_token: '' } }],
  ])('may be repeated when it ended with %s', async (kind, reply) => {
    const error = await failed((await oauth(reply)).refresh('refresh-1'));
    expect(error).toMatchObject({ kind, permanent: false });
    expect(error.message).toContain('repeat later');
  });

  it.each<[string, Reply]>([
    ['says that it is too often', { status: 429, json: {} }],
    ['answers a page of its own', { status: 403, text: '<html>' }],
  ])('waits an hour when the token endpoint %s', async (_what, reply) => {
    expect(await failed((await oauth(reply)).refresh('refresh-1'))).toMatchObject({
      ...{ kind: 'rate_limited', retryAfterMs: 3_600_000, permanent: false },
    });
  });

  it('may be repeated when nobody listens', async () => {
    const client = createOAuth({ tokenUrl: await unusedUrl(), clientId: 'app', clientSecret: 's3cr3t' });
    await expect(failed(client.refresh('refresh-1'))).resolves.toMatchObject({
      kind: 'unavailable',
      permanent: false,
    });
  });
});

describe('a refusal of the token endpoint', () => {
  it.each<[string, number, object]>([
    ['invalid_grant', 400, nested('invalid_grant', 'invalid_grant', 'The authorization code has expired')],
    ['invalid_grant', 401, { error: 'invalid_grant', error_description: 'Invalid refresh token' }],
    ['invalid_grant', 400, { error: 'invalid_grant' }],
    [
      'code_reused',
      400,
      nested(
        'VALIDATION_ERROR',
        'Invalid authorization code',
        'This authorization code has already been used, for security reasons the user has been revoked.',
      ),
    ],
    [
      'inactive_company',
      401,
      nested('UNAUTHORIZED_ERROR', 'Empresa inativa', 'A empresa vinculada ao token esta inativa.'),
    ],
    ['rejected', 400, nested('VALIDATION_ERROR', 'x', 'x')],
  ])('of kind %s is permanent (%i)', async (kind, status, json) => {
    const client = await oauth({ status, json });
    const error = await failed(client.refresh('refresh-1'));
    expect(error).toMatchObject({ kind, permanent: true, status });
    await expect(failed(client.exchangeCode('code-1'))).resolves.toMatchObject({ kind, permanent: true });
    expect(JSON.stringify(error) + error.message).not.toMatch(/refresh-1|s3cr3t|eyJ/);
  });
});

describe('giving an access back', () => {
  it('uninstalls the app for the company, beside the token address', async () => {
    await (await oauth({ json: {} })).revoke('refresh&1');
    const [request] = server!.received;
    expect(request?.url.pathname).toBe('/oauth/revoke');
    expect(request).toMatchObject({
      method: 'POST',
      body: 'token=refresh%261&token_type_hint=refresh_token&revoke_action=uninstall&revoke_target=company',
    });
  });

  it('fails for good where Bling refuses, and not where it is away', async () => {
    const refused = { status: 400, json: nested('invalid_grant', 'invalid_grant', 'no') };
    expect(await failed((await oauth(refused)).revoke('r'))).toMatchObject({ permanent: true });
    const wrong = { status: 401, json: nested('invalid_client', 'invalid_client', 'no') };
    for (const reply of [{ status: 502, text: 'away' }, wrong])
      expect(await failed((await oauth(reply)).revoke('r'))).toMatchObject({ permanent: false });
  });
});
