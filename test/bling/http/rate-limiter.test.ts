import { describe, expect, it } from '@jest/globals';
import { createRateLimiter } from '../../../src/bling/http/rate-limiter';
import type { Caller, Pacemaker } from '../../../src/bling/http/rate-limiter';

type Turn = Awaited<ReturnType<Pacemaker['take']>>;

/** A pacemaker with these answers, and who asked it. */
function pacemaker(...turns: Turn[]) {
  const asked: Caller[] = [];
  return {
    asked,
    standBack: () => Promise.resolve(null),
    report: () => Promise.resolve([]),
    erred: () => Promise.resolve(),
    take(_company: string, caller: Caller) {
      asked.push(caller);
      return Promise.resolve(turns.shift()!);
    },
  };
}

const SALE = (): Caller => ({ key: 'sale/1', class: 'sale' });
const later = (why: 'pace' | 'day', comeBackMs: number): Turn => ({ kind: 'later', why, comeBackMs });

describe('who may not call yet', () => {
  it('is told until when, and whether the day’s calls are used up', async () => {
    const pace = createRateLimiter(pacemaker(later('pace', 7_000)), SALE).take('company');
    await expect(pace).rejects.toMatchObject({ kind: 'rate_limited', retryAfterMs: 7_000, asked: false });
    const day = createRateLimiter(pacemaker(later('day', 7_000)), SALE).take('company');
    await expect(day).rejects.toMatchObject({ kind: 'day_quota', retryAfterMs: 7_000, asked: false });
  });

  it('waits where he stands if he has the patience, and asks again as the same caller', async () => {
    const places = pacemaker(later('pace', 30), { kind: 'go', waitMs: 0 });
    let n = 0;
    await createRateLimiter(places, () => ({ key: `staff-${n++}`, class: 'staff' }), 1_000).take('company');
    expect(places.asked.map(({ key }) => key)).toEqual(['staff-0', 'staff-0']);
    expect(places.asked.map(({ patienceMs }) => patienceMs)).toEqual([1_000, 970]);
  });

  it('hears how long ago his turn was where he is told of it late', async () => {
    const busyFor = (ms: number) => {
      for (const until = performance.now() + ms; performance.now() < until;);
    };
    const places = pacemaker({ kind: 'go', waitMs: 20 });
    const take: Pacemaker['take'] = async (...call) => {
      const turn = await places.take(...call);
      setTimeout(() => busyFor(60), 10);
      return turn;
    };
    expect(await createRateLimiter({ ...places, take }, SALE).take('company')).toBeGreaterThanOrEqual(50);
  });

  it('hears that nobody is to ask, and so does everybody else', async () => {
    const ends: unknown[] = [];
    const places = {
      ...pacemaker(),
      report: (...end: unknown[]) => (ends.push(end), Promise.resolve([])),
    };
    await createRateLimiter(places, SALE).refused('company', { why: 'address', pauseMs: 600_000 });
    expect(ends).toEqual([['company', { kind: 'refused', why: 'address', pauseMs: 600_000 }]]);
  });

  it('has only so much patience in all', async () => {
    const places = pacemaker(later('pace', 30), later('pace', 30));
    await expect(createRateLimiter(places, SALE, 50).take('company')).rejects.toMatchObject({
      kind: 'rate_limited',
      retryAfterMs: 30,
    });
  });
});
