import { afterEach, describe, expect, it } from '@jest/globals';
import type { BlingFault, Simulator } from '../../simulator';
import { ask, basic, closeAll, connect, postForm, simulate } from './harness';

afterEach(closeAll);

const get = (simulator: Simulator, token: string): Promise<Response> =>
  fetch(`${simulator.blingApiUrl}/situacoes/9`, { headers: { Authorization: `Bearer ${token}` } });

async function shop(): Promise<{ simulator: Simulator; token: string; refreshToken: string }> {
  const simulator = await simulate();
  const { access_token: token, refresh_token: refreshToken } = await connect(simulator);
  return { simulator, token, refreshToken };
}

describe('a fault of Bling', () => {
  const refusals: [BlingFault['kind'], number, string][] = [
    ['expired-token', 401, 'invalid_token'],
    ['insufficient-scope', 403, 'insufficient_scope'],
    ['rejected', 400, 'VALIDATION_ERROR'],
    ['rate-limit-second', 429, 'TOO_MANY_REQUESTS'],
    ['rate-limit-day', 429, 'TOO_MANY_REQUESTS'],
    ['server-error', 500, 'SERVER_ERROR'],
  ];
  it.each(refusals)('%s answers %i with Bling’s body, as often as asked', async (kind, status, type) => {
    const { simulator, token } = await shop();
    simulator.injectFault({ kind, times: 2 });
    for (const _ of [1, 2]) {
      const { status: got, body } = await ask(simulator, token, '/situacoes/9');
      expect([got, body.error.type]).toEqual([status, type]);
    }
    expect((await ask(simulator, token, '/situacoes/9')).status).toBe(200);
  });

  it('can be a block page that is no JSON', async () => {
    const { simulator, token } = await shop();
    simulator.injectFault({ kind: 'block-page' });
    const answer = await get(simulator, token);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
  });

  it('can be a page in place of the answer, which says that all is well', async () => {
    const { simulator, token } = await shop();
    simulator.injectFault({ kind: 'html-page' });
    const answer = await get(simulator, token);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    await expect(answer.json()).rejects.toThrow(/JSON/);
  });

  it('can be a dropped connection or JSON that breaks off', async () => {
    const { simulator, token } = await shop();
    simulator.injectFault({ kind: 'connection-reset' });
    await expect(get(simulator, token)).rejects.toThrow('fetch failed');
    simulator.injectFault({ kind: 'truncated-json' });
    const cut = await get(simulator, token);
    expect(cut.status).toBe(200);
    await expect(cut.json()).rejects.toThrow(/JSON/);
  });

  it('can be a late answer', async () => {
    const { simulator, token } = await shop();
    simulator.injectFault({ kind: 'hang', ms: 60 });
    const started = performance.now();
    expect((await get(simulator, token)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(50);
  });

  it('strikes only the company and route it names, until it is taken back', async () => {
    const simulator = await simulate({ companies: 2 });
    const tokens = [await connect(simulator, 0), await connect(simulator, 1)].map(
      (pair) => pair.access_token,
    );
    simulator.company(1).injectFault({ kind: 'server-error', route: 'GET /situacoes/{id}', times: Infinity });
    const statusOf = async (company: number, path: string): Promise<number> =>
      (await ask(simulator, tokens[company] as string, path)).status;
    expect(await statusOf(0, '/situacoes/9')).toBe(200);
    expect(await statusOf(1, '/situacoes/modulos')).toBe(200);
    expect(await statusOf(1, '/situacoes/9')).toBe(500);
    simulator.clearFaults();
    expect(await statusOf(1, '/situacoes/9')).toBe(200);
  });

  it('can lose the answer to a refresh although the token was rotated', async () => {
    const { simulator, refreshToken } = await shop();
    simulator.company().injectFault({ kind: 'truncated-json', route: 'POST /oauth/token' });
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const lost = await fetch(simulator.tokenUrl, {
      method: 'POST',
      headers: { Authorization: basic() },
      body: new URLSearchParams(form),
    });
    await expect(lost.json()).rejects.toThrow(/JSON/);
    expect((await postForm(simulator.tokenUrl, form)).body.error.type).toBe('invalid_grant');
  });
});

describe('what Bling does not know', () => {
  it('is answered 404 with its own body, after the token was checked', async () => {
    const { simulator, token } = await shop();
    const { status, body } = await ask(simulator, token, '/no-such-route');
    expect([status, body.error.type]).toEqual([404, 'RESOURCE_NOT_FOUND']);
    expect((await ask(simulator, token, '/pedidos/vendas/1')).body).toEqual(body);
    expect((await fetch(`${simulator.blingApiUrl}/no-such-route`)).status).toBe(401);
  });
});
