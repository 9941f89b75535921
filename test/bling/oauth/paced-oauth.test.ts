import { describe, expect, it } from '@jest/globals';
import { BlingOAuthError, pacedOAuth } from '../../../src/bling';
import type { BlingOAuth, BlingTokens } from '../../../src/bling';

/** Turns of which the next is `waitMs` away, and a Bling that answers so; what is done is written down. */
function requests(
  waitMs: number,
  answer: () => Promise<BlingTokens>,
  waiting: 'person' | 'work' = 'work',
  pausedMs = 0,
) {
  const done: string[] = [];
  const note = (what: string): Promise<void> => Promise.resolve(void done.push(what));
  const turns = {
    take: () => note('take').then(() => waitMs),
    pausedMs: () => Promise.resolve(pausedMs),
    count: () => note('count'),
    pause: (ms: number) => note(`pause ${ms}`),
  };
  const ask = (what: string) => () => note(what).then(answer);
  const oauth: BlingOAuth = {
    exchangeCode: ask('exchange'),
    refresh: ask('refresh'),
    revoke: () => note('revoke'),
  };
  return { done, paced: pacedOAuth(oauth, () => turns, waiting) };
}

const TOKENS = { accessToken: 'a', refreshToken: 'r', expiresInSeconds: 21_600, scope: '' };
const given = (): Promise<BlingTokens> => Promise.resolve(TOKENS);
const blocked = (): Promise<BlingTokens> =>
  Promise.reject(new BlingOAuthError('rate_limited', 'refresh', 429, 3_600_000));

describe('token requests', () => {
  it('refresh in turn', async () => {
    const { done, paced } = requests(0, given);
    expect(await paced.refresh('r')).toBe(TOKENS);
    expect(done).toEqual(['take', 'refresh']);
  });

  it('come back, each at another moment, where it is not their turn', async () => {
    const { done, paced } = requests(3_000, given);
    const ends = await Promise.allSettled(Array.from({ length: 20 }, () => paced.refresh('r')));
    const waits = ends.map((end) => {
      if (end.status === 'fulfilled') throw new Error('it was not its turn');
      expect(end.reason).toMatchObject({ kind: 'rate_limited', permanent: false });
      return (end.reason as BlingOAuthError).retryAfterMs!;
    });
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(3_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(11_000);
    expect(new Set(waits).size).toBeGreaterThan(10);
    expect(new Set(done)).toEqual(new Set(['take']));
  });

  it('of people go ahead, and count', async () => {
    const { done, paced } = requests(3_000, given);
    expect(await paced.exchangeCode('code')).toBe(TOKENS);
    expect(done).toEqual(['count', 'exchange']);
  });

  it('of a person who waits for fresh tokens go ahead and count, but not where Bling has said that nobody may ask', async () => {
    const soon = requests(60_000, given, 'person');
    expect(await soon.paced.refresh('r')).toBe(TOKENS);
    expect(soon.done).toEqual(['take', 'count', 'refresh']);
    const banned = requests(60_001, given, 'person');
    await expect(banned.paced.refresh('r')).rejects.toMatchObject({ kind: 'rate_limited' });
    expect(banned.done).toEqual(['take']);
  });

  it('exchange no code, refresh nothing and give nothing back while Bling has said that nobody may ask, and say so beforehand', async () => {
    const { done, paced } = requests(3_500_000, given, 'person', 3_500_000);
    expect(await paced.barredMs()).toBe(3_500_000);
    await expect(paced.exchangeCode('code')).rejects.toMatchObject({
      ...{ kind: 'rate_limited', retryAfterMs: 3_500_000 },
    });
    expect(done).toEqual([]);
    await expect(paced.revoke('r')).rejects.toMatchObject({ kind: 'rate_limited' });
    expect(done).toEqual([]);
    const ending = requests(30_000, given, 'person', 30_000);
    await expect(ending.paced.refresh('r')).rejects.toMatchObject({ retryAfterMs: 30_000 });
    expect(ending.done).toEqual(['take']);
    const late = requests(90_000, given, 'person');
    expect(await late.paced.exchangeCode('code')).toBe(TOKENS);
  });

  it('stop for as long as Bling says', async () => {
    const { done, paced } = requests(0, blocked);
    await expect(paced.refresh('r')).rejects.toMatchObject({ kind: 'rate_limited' });
    await expect(paced.exchangeCode('code')).rejects.toMatchObject({ kind: 'rate_limited' });
    expect(done).toEqual(['take', 'refresh', 'pause 3600000', 'count', 'exchange', 'pause 3600000']);
  });
});
