import { afterEach, describe, expect, it } from '@jest/globals';
import { AddressBlock } from '../../simulator/bling/address-block';
import { RequestCounter } from '../../simulator/bling/counters';
import { Quota } from '../../simulator/bling/quota';
import { ask, closeAll, connect, simulate } from './harness';

afterEach(closeAll);

describe('the rate limit of a company', () => {
  it('lets three requests through in a second and answers the fourth as Bling does, without Retry-After', async () => {
    const simulator = await simulate();
    const { access_token: token } = await connect(simulator);
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(simulator, token, '/situacoes/9')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.body.error).toEqual({
      type: 'TOO_MANY_REQUESTS',
      message: 'Limite de requisições atingido.',
      description: 'O limite de requisições por segundo foi atingido, tente novamente mais tarde.',
      limit: 3,
      period: 'second',
    });
    expect(refused[0]?.headers.has('retry-after')).toBe(false);
  });

  it('is its own: other companies are not held up', async () => {
    const simulator = await simulate({ companies: 3 });
    const tokens = await Promise.all(simulator.companies.map(({ index }) => connect(simulator, index)));
    const asked = tokens.flatMap(({ access_token: token }) =>
      [1, 2, 3].map(() => ask(simulator, token, '/situacoes/9')),
    );
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(9).fill(200));
  });

  it('holds in any span of one second, not only in calendar seconds', () => {
    const quota = new Quota();
    expect([0, 400, 900].map((at) => quota.admit(at, 1))).toEqual(['admitted', 'admitted', 'admitted']);
    expect(quota.admit(999, 1)).toBe('second');
    expect(quota.admit(1000, 1)).toBe('admitted');
    expect(quota.admit(1399, 1)).toBe('second');
    expect(quota.admit(1400, 1)).toBe('admitted');
  });

  it('ends for the day with its quota and starts anew the next day', () => {
    const quota = new Quota({ perSecond: 3, perDay: 5 });
    const days = Array.from({ length: 6 }, (_, at) => quota.admit(at * 1000, 1));
    expect(days).toEqual([...Array<string>(5).fill('admitted'), 'day']);
    expect(quota.admit(6000, 2)).toBe('admitted');
  });
});

describe('the limits of an address', () => {
  const limits = { requests: 600, errors: 300, tokens: 20 };

  it('shut it out for ten minutes after more than 600 requests in ten seconds, of whichever company', () => {
    const address = new AddressBlock(limits);
    for (let n = 0; n < 600; n += 1) expect(address.admit(n * 16)).toBe(true);
    expect(address.admit(9_999)).toBe(false);
    expect(address.admit(9_999 + 599_999)).toBe(false);
    expect(address.admit(9_999 + 600_000)).toBe(true);
    expect(address.counts()).toEqual({ highestPerTenSeconds: 601, blocks: 1 });
  });

  it('let sixty a second pass for ever', () => {
    const address = new AddressBlock(limits);
    for (let n = 0; n < 10_000; n += 1) expect(address.admit(Math.floor(n / 3) * 50)).toBe(true);
    expect(address.counts()).toEqual({ highestPerTenSeconds: 600, blocks: 0 });
  });

  it('count errors by themselves', () => {
    const address = new AddressBlock(limits);
    for (let n = 0; n < 300; n += 1) address.erred(n * 30);
    expect(address.admit(9_000)).toBe(true);
    address.erred(9_001);
    expect(address.admit(9_002)).toBe(false);
  });

  it('shut it out for an hour after more than 20 requests for tokens in a minute', () => {
    const address = new AddressBlock(limits);
    for (let n = 0; n < 20; n += 1) expect(address.admitForToken(n * 3_000)).toBe(true);
    expect(address.admitForToken(59_999)).toBe(false);
    expect(address.admit(59_999 + 3_599_999)).toBe(false);
    expect(address.admit(59_999 + 3_600_000)).toBe(true);
  });

  it('are met with a page instead of an answer, by every company', async () => {
    const limited = { perSecond: 3, perDay: 120_000, address: { requests: 3, errors: 300, tokens: 20 } };
    const simulator = await simulate({ companies: 2, limits: limited });
    const tokens = [await connect(simulator, 0), await connect(simulator, 1)];
    const read = ({ access_token: token }: { access_token: string }): Promise<Response> =>
      fetch(`${simulator.blingApiUrl}/situacoes/9`, { headers: { Authorization: `Bearer ${token}` } });
    expect((await read(tokens[0]!)).status).toBe(200);
    for (const one of tokens) {
      const answer = await read(one);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
    }
    expect(simulator.addressCounters().blocks).toBe(1);
  });
});

describe('the counters of a company', () => {
  it('count by route and remember the busiest second, refused requests included', async () => {
    const simulator = await simulate();
    const { access_token: token } = await connect(simulator);
    const paths = ['/situacoes/9', '/situacoes/6', '/contatos', '/no-such-route', '/contatos'];
    await Promise.all(paths.map((path) => ask(simulator, token, path)));
    const counts = simulator.company().counters();
    expect(counts).toMatchObject({ total: 5, refused429: 2, highestPerSecond: 5 });
    expect(counts.byRoute).toEqual({ 'GET /situacoes/{id}': 2, 'GET /contatos': 2, 'unknown route': 1 });
    simulator.company().resetCounters();
    expect(simulator.company().counters()).toMatchObject({ total: 0, highestPerSecond: 0 });
  });

  it('find the busiest second wherever it begins', () => {
    const counter = new RequestCounter();
    for (const at of [0, 600, 1100, 1200, 1500, 5000]) counter.saw('GET /contatos', at);
    expect(counter.counts().highestPerSecond).toBe(4);
  });
});
