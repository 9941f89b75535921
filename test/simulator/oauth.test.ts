import { afterEach, describe, expect, it } from '@jest/globals';
import { ask, basic, callback, client, closeAll, codeOf, connect, postForm, simulate } from './harness';
import type { Tokens } from './harness';

afterEach(closeAll);

const minute = 60_000;
const hour = 60 * minute;

/** A clock a test can turn. */
function turnable(): { clock: () => number; turn: (ms: number) => void } {
  let now = Date.UTC(2026, 10, 20, 14);
  return { clock: () => now, turn: (ms) => (now += ms) };
}

const exchange = (code: string): Record<string, string> => ({ grant_type: 'authorization_code', code });
const refresh = (token: string): Record<string, string> => ({
  grant_type: 'refresh_token',
  refresh_token: token,
});

describe('the consent page', () => {
  it('demands a state and a known client, in Portuguese', async () => {
    const { authorizeUrl } = await simulate();
    const open = (query: string): Promise<Response> => fetch(`${authorizeUrl}?response_type=code&${query}`);
    const withoutState = await open(`client_id=${client.clientId}&state=`);
    expect(withoutState.status).toBe(400);
    expect(await withoutState.text()).toContain('state é obrigatório');
    expect((await open('client_id=another&state=x')).status).toBe(400);
    const page = await open(`client_id=${client.clientId}&state=x"><script>`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('lang="pt-BR"');
    expect(html).not.toContain('"><script>');
  });

  it('sends the merchant to the registered redirect, whatever the request names, with code and state', async () => {
    const { authorizeUrl } = await simulate({ companies: 2 });
    const body = new URLSearchParams({
      client_id: client.clientId,
      state: 'a b&c',
      company: '1',
      decision: 'allow',
    });
    const url = `${authorizeUrl}?redirect_uri=http://evil.example.com`;
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    expect(answer.status).toBe(302);
    const target = new URL(answer.headers.get('location') as string);
    expect(target.origin + target.pathname).toBe(callback);
    expect(target.searchParams.get('state')).toBe('a b&c');
    expect(target.searchParams.get('code')).toMatch(/^[0-9a-f]{40}$/);
  });

  it('sends a merchant who denies back with access_denied', async () => {
    const { authorizeUrl } = await simulate();
    const body = new URLSearchParams({ client_id: client.clientId, state: 's', decision: 'deny' });
    const answer = await fetch(authorizeUrl, { method: 'POST', body, redirect: 'manual' });
    const target = new URL(answer.headers.get('location') as string);
    expect(Object.fromEntries(target.searchParams)).toMatchObject({ error: 'access_denied', state: 's' });
    expect(target.searchParams.has('code')).toBe(false);
  });
});

describe('the token endpoint', () => {
  it('takes the credentials as HTTP Basic only, and only as a form', async () => {
    const { tokenUrl } = await simulate();
    const inBody = { ...exchange('x'), client_id: client.clientId, client_secret: client.clientSecret };
    const refusal = await postForm(tokenUrl, inBody, {});
    expect([refusal.status, refusal.body.error.type]).toEqual([401, 'invalid_client']);
    const wrong = await postForm(tokenUrl, exchange('x'), { Authorization: basic(client.clientId, 'wrong') });
    expect(wrong.body.error.description).toBe('The client credentials are invalid');
    const headers = { Authorization: basic(), 'Content-Type': 'application/json' };
    const json = await fetch(tokenUrl, { method: 'POST', headers, body: JSON.stringify(exchange('x')) });
    expect(json.status).toBe(400);
  });

  it('answers a code with tokens of Bling’s shape; with enable-jwt the access token is a long JWT', async () => {
    const simulator = await simulate();
    const opaque = await postForm<Tokens>(simulator.tokenUrl, exchange(codeOf(simulator)));
    expect(opaque.body.access_token).toMatch(/^[0-9a-f]{40}$/);
    expect(opaque.body).toMatchObject({ expires_in: 21600, token_type: 'Bearer' });
    expect(opaque.body.scope).toMatch(/^\d+( \d+)*$/);
    const { access_token: jwt } = await connect(simulator);
    expect(jwt.split('.')).toHaveLength(3);
    expect(jwt.length).toBeGreaterThan(1500);
    expect(jwt.length).toBeLessThan(3000);
  });

  it('lets a code live one minute', async () => {
    const { clock, turn } = turnable();
    const simulator = await simulate({ clock });
    const code = codeOf(simulator);
    turn(minute);
    const { status, body } = await postForm(simulator.tokenUrl, exchange(code));
    expect([status, body.error.description]).toEqual([400, 'The authorization code has expired']);
  });

  it('revokes the user when a valid code is used twice', async () => {
    const simulator = await simulate();
    const code = codeOf(simulator);
    const { body: tokens } = await postForm<Tokens>(simulator.tokenUrl, exchange(code));
    expect(simulator.company().isConnected).toBe(true);
    const again = await postForm(simulator.tokenUrl, exchange(code));
    expect(again.body.error.type).toBe('VALIDATION_ERROR');
    expect(simulator.company().isConnected).toBe(false);
    expect((await ask(simulator, tokens.access_token, '/contatos')).status).toBe(401);
    expect((await postForm(simulator.tokenUrl, refresh(tokens.refresh_token))).body.error.type).toBe(
      'invalid_grant',
    );
  });

  it('rotates refresh tokens: the old one is worth nothing, the new one lives thirty days', async () => {
    const { clock, turn } = turnable();
    const simulator = await simulate({ clock });
    const first = await connect(simulator);
    const second = await postForm<Tokens>(simulator.tokenUrl, refresh(first.refresh_token));
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    expect((await postForm(simulator.tokenUrl, refresh(first.refresh_token))).body.error.type).toBe(
      'invalid_grant',
    );
    turn(30 * 24 * hour);
    expect((await postForm(simulator.tokenUrl, refresh(second.body.refresh_token))).body.error.type).toBe(
      'invalid_grant',
    );
    expect(simulator.tokenCounters()).toMatchObject({ calls: 4, exchanges: 1, refreshes: 1, refused: 2 });
  });

  it('takes tokens back on request', async () => {
    const simulator = await simulate();
    const tokens = await connect(simulator);
    const revokeUrl = simulator.tokenUrl.replace(/token$/, 'revoke');
    const form = { token: tokens.access_token, token_type_hint: 'access_token', revoke_action: 'uninstall' };
    expect((await postForm(revokeUrl, form)).status).toBe(200);
    expect(simulator.company().isConnected).toBe(false);
  });
});

describe('an access token', () => {
  it('ends after six hours with the body Bling gives', async () => {
    const { clock, turn } = turnable();
    const simulator = await simulate({ clock });
    const { access_token: token } = await connect(simulator);
    turn(6 * hour - 1);
    expect((await ask(simulator, token, '/contatos')).status).toBe(200);
    turn(1);
    const { status, body } = await ask(simulator, token, '/contatos');
    expect(status).toBe(401);
    expect(body.error).toEqual({
      type: 'invalid_token',
      message: 'invalid_token',
      description: 'The access token provided has expired',
    });
  });

  it('can be made to expire at once while refreshing still works', async () => {
    const simulator = await simulate();
    const tokens = await connect(simulator);
    simulator.company().forceTokenExpiry();
    expect((await ask(simulator, tokens.access_token, '/contatos')).body.error.description).toContain(
      'expired',
    );
    expect((await postForm(simulator.tokenUrl, refresh(tokens.refresh_token))).status).toBe(200);
  });

  it('is refused when unknown, malformed, or opaque beside enable-jwt', async () => {
    const simulator = await simulate();
    expect((await ask(simulator, 'unknown', '/contatos')).body.error.description).toContain('is invalid');
    const malformed = await fetch(`${simulator.blingApiUrl}/contatos`, {
      headers: { Authorization: 'Token x' },
    });
    expect(malformed.status).toBe(400);
    const opaque = await postForm<Tokens>(simulator.tokenUrl, exchange(codeOf(simulator)));
    expect((await ask(simulator, opaque.body.access_token, '/contatos')).status).toBe(401);
  });
});
