import { afterEach, describe, expect, it } from '@jest/globals';
import { BlingApiError } from '../../../src/bling';
import type { BlingClientOptions } from '../../../src/bling';
import { startLocalServer } from '../local-server';
import type { LocalServer, Received, Reply } from '../local-server';
import { errorJson, orderJson } from '../samples';
import { ACCOUNT, clientOf } from './noting-ports';

let server: LocalServer;

afterEach(() => server.close());

async function connect(
  answer: (request: Received, earlier: number) => Reply,
  more: Partial<BlingClientOptions> = {},
): Promise<ReturnType<typeof clientOf>> {
  return clientOf((server = await startLocalServer(answer)), more);
}

describe('permits and tokens', () => {
  it('takes one permit of the company for each HTTP call', async () => {
    const { client, ports } = await connect(() => ({ json: { data: orderJson() } }));
    await client.getOrder(ACCOUNT, '1');
    expect(ports.steps).toEqual([`permit of ${ACCOUNT.companyId}`, `token of connection-1`]);
  });

  it.each([
    [200, orderJson(), 'answered'],
    [404, errorJson('RESOURCE_NOT_FOUND'), 'answered'],
    [429, errorJson('TOO_MANY_REQUESTS'), 'answered'],
    [403, errorJson('insufficient_scope'), 'answered'],
    [500, errorJson('SERVER_ERROR'), 'unanswered'],
    [503, undefined, 'unanswered'],
  ])('tells of a %d whether it is an answer', async (status, data, end) => {
    const { client, ports } = await connect(() => ({ status, json: status === 200 ? { data } : data }));
    await client.getOrder(ACCOUNT, '1').catch(() => undefined);
    expect(ports.ends).toEqual([end]);
    expect(ports.errors).toBe(status === 200 ? 0 : 1);
  });

  it.each([
    [200, { text: '<html>Em manutenção</html>' }],
    [404, { text: '<html>' }],
    [400, { json: { message: 'Bad request' } }],
  ])('takes a %d that is not Bling’s, %j, for no answer', async (status, body) => {
    const { client, ports } = await connect(() => ({ status, ...body }));
    await client.getOrder(ACCOUNT, '1').catch(() => undefined);
    expect(ports.ends).toEqual(['unanswered']);
  });

  it.each([
    [429, { text: '<html>' }, 'address for 10 min'],
    [403, { text: '<html>' }, 'address for 10 min'],
    [403, { json: { message: 'Forbidden' } }, 'address for 10 min'],
    [429, { json: errorJson('TOO_MANY_REQUESTS', { period: 'day' }) }, 'day for 60 min'],
    [429, { json: errorJson('TOO_MANY_REQUESTS', { period: 'second' }) }, 'answered'],
  ])('tells of a %d, %j, whom it keeps from asking, and how long', async (status, body, end) => {
    const now = (): number => Date.parse('2026-11-04T15:00:00Z');
    const { client, ports } = await connect(() => ({ status, ...body }), { now });
    await client.getOrder(ACCOUNT, '1').catch(() => undefined);
    expect(ports.ends).toEqual([end]);
  });

  it.each([
    [503, undefined, 4_000_000],
    [429, errorJson('TOO_MANY_REQUESTS', { period: 'day' }), 4_000_000],
    [404, errorJson('NOT_THERE'), undefined],
    [403, errorJson('insufficient_scope'), undefined],
  ])('has who meets a %d, %j, come back in his turn, once nobody is to ask', async (status, json, ms) => {
    const { client, ports } = await connect(() => ({ status, json }));
    ports.pauseMs = 4_000_000;
    const error: unknown = await client.getOrder(ACCOUNT, '1').catch((failure: unknown) => failure);
    expect((error as BlingApiError).retryAfterMs).toBe(ms);
  });

  it('refreshes once after a 401 and goes on with the new token', async () => {
    const { client, ports } = await connect(({ headers }) =>
      headers.authorization === 'Bearer second-token'
        ? { json: { data: orderJson() } }
        : { status: 401, json: errorJson('invalid_token') },
    );
    await expect(client.getOrder(ACCOUNT, '1')).resolves.toMatchObject({ id: '26737100001' });
    expect(ports.steps).toEqual([
      `permit of ${ACCOUNT.companyId}`,
      'token of connection-1',
      'refresh of connection-1 after first-token',
      `permit of ${ACCOUNT.companyId}`,
    ]);
  });

  it.each([
    [200, 1],
    [201, 2],
  ])('takes %d ms for a token with its turn, or another turn: %d in all', async (ms, turns) => {
    let at = Date.parse('2026-11-04T15:00:00Z');
    const { client, ports } = await connect(() => ({ json: { data: orderJson() } }), { now: () => at });
    ports.tokens.accessToken = () => {
      at += ms;
      return Promise.resolve('first-token');
    };
    await client.getOrder(ACCOUNT, '1');
    expect(ports.steps).toEqual(Array.from({ length: turns }, () => `permit of ${ACCOUNT.companyId}`));
  });

  it.each([
    [[200], 1],
    [[201], 2],
    [[150, 201], 1],
    [[300, 201, 0], 3],
    [[300, 300, 300, 300], 3],
  ])('takes another turn for one that was so long ago, %j ms: %d in all', async (lateMs, turns) => {
    const { client, ports } = await connect(() => ({ json: { data: orderJson() } }), { now: () => 0 });
    ports.lateMs = lateMs;
    await client.getOrder(ACCOUNT, '1');
    const permits = ports.steps.filter((step) => step === `permit of ${ACCOUNT.companyId}`);
    expect(permits).toHaveLength(turns);
  });

  it('gives up for good when the new token is refused as well', async () => {
    const { client } = await connect(() => ({ status: 401, json: errorJson('invalid_token') }));
    await expect(client.getOrder(ACCOUNT, '1')).rejects.toMatchObject({
      kind: 'unauthorized',
      permanent: true,
    });
    expect(server.received).toHaveLength(2);
  });

  it('takes no turn where there is no hope of a token', async () => {
    const { client, ports } = await connect(() => 'silence');
    const none = new BlingApiError('unavailable', 'refresh the tokens', { retryAfterMs: 5, asked: false });
    ports.tokens.requireHope = () => Promise.reject(none);
    await expect(client.getOrder(ACCOUNT, '1')).rejects.toBe(none);
    expect([ports.steps, ports.ends]).toEqual([[], []]);
    ports.pauseMs = 90_000;
    await expect(client.getOrder(ACCOUNT, '1')).rejects.toMatchObject({ retryAfterMs: 90_000, waits: true });
  });

  it('says that there was no answer where a token was asked for in vain', async () => {
    const { client, ports } = await connect(() => 'silence');
    ports.tokens.accessToken = () =>
      Promise.reject(new BlingApiError('unavailable', 'refresh the tokens', { retryAfterMs: 30_000 }));
    await expect(client.getOrder(ACCOUNT, '1')).rejects.toMatchObject({ kind: 'unavailable' });
    expect(ports.ends).toEqual(['unanswered']);
  });

  it('spends no refresh on a 401 page that Bling did not write', async () => {
    const { client, ports } = await connect(() => ({ status: 401, text: '<html>blocked</html>' }));
    await expect(client.getOrder(ACCOUNT, '1')).rejects.toMatchObject({
      kind: 'unavailable',
      permanent: false,
    });
    expect(ports.steps.filter((step) => step.startsWith('refresh'))).toEqual([]);
  });

  it('does not refresh a bare token', async () => {
    const { client, ports } = await connect(() => ({ status: 401, json: errorJson('invalid_token') }));
    await expect(client.getCompany('fresh-token')).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(ports.steps).toEqual([]);
  });

  it('lets the failure of the token source through as it is', async () => {
    const failure = new Error('needs authorisation');
    const tokens = {
      requireHope: () => Promise.resolve(),
      accessToken: () => Promise.reject(failure),
      refreshAfter401: () => Promise.reject(failure),
    };
    const { client } = await connect(() => 'silence', { tokens });
    await expect(client.getOrder(ACCOUNT, '1')).rejects.toBe(failure);
    expect(server.received).toEqual([]);
  });
});
