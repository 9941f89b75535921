import { describe, expect, it } from '@jest/globals';
import { takePlace } from '../../../src/activities/notice/gate';
import type { ActivityDeps } from '../../../src/activities/runtime';
import type { MessageCase } from '../../../src/loyalty';
import { aCase } from '../../loyalty/notice/policy/a-case';

const NOW = new Date('2026-11-03T15:00:00.000Z');
const DAY = 86_400_000;
const PATH = { sender: 'whatsapp/1098', template: 't', to: '+5511987654321' };

/** What a message waits for, where its number has this place for it. */
function placed(place: object, of: Partial<MessageCase> = {}, path: object | null = PATH): Promise<unknown> {
  const store = { sendPaces: { take: () => Promise.resolve(place) } };
  const deps = { store, whatsapp: { perSecond: 80 } } as unknown as ActivityDeps;
  const gate = path && { path: path as typeof PATH, pauses: [] };
  return takePlace(deps, gate, { ...aCase(), since: NOW.getTime(), ...of }, NOW);
}

describe('the place of a message among all that goes by its number', () => {
  it('is waited for where that is short', async () => {
    const begun = performance.now();
    expect(await placed({ waitMs: 30 })).toBeNull();
    expect(performance.now() - begun).toBeGreaterThanOrEqual(29);
    expect(await placed({ waitMs: 0 })).toBeNull();
  });

  it('is come back for where too much goes, not by all at once', async () => {
    const busy = { because: 'busy', afterMs: 20 };
    const until = async (moment: number): Promise<number> =>
      ((await placed(busy, { moment })) as { until: number }).until - NOW.getTime();
    const spread = [await until(0), await until(0.5), await until(0.9)];
    expect(spread[0]).toBe(20);
    expect(spread[1]).toBeGreaterThanOrEqual(15_020);
    expect(spread[2]).toBeGreaterThan(spread[1]!);
    expect(await placed({ because: 'too_fast_for_recipient', afterMs: 6_000 }, { moment: 0 })).toEqual({
      ...{ do: 'wait', because: 'too_fast_for_recipient', until: NOW.getTime() + 6_000 },
    });
  });

  it('is given up after a day of coming back', async () => {
    const waited = { since: NOW.getTime() - DAY, waitedFor: 'busy' as const };
    expect(await placed({ because: 'busy', afterMs: 20 }, waited)).toEqual({ do: 'skip', because: 'busy' });
  });

  it('is asked for by nothing that has no phone, and nothing that goes nowhere', async () => {
    const never = { because: 'busy', afterMs: 20 };
    expect(await placed(never, {}, { ...PATH, to: null })).toBeNull();
    expect(await placed(never, {}, null)).toBeNull();
  });
});
