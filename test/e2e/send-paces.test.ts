import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSendPaces } from '../../src/store/notice';
import type { SendPaces } from '../../src/store/notice';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { testMongoUri } from './engines';

const KEY = Buffer.alloc(32, 7);
const PER_SECOND = 50;
const PHONE = '+5554999998888';

/** Two workers on one database, whose clock stands still until a test moves it. */
let both: [Mongo, Mongo];
let now: number;
let sender: string;
beforeAll(async () => {
  const uri = testMongoUri();
  both = [await connectMongo(uri, KEY), await connectMongo(uri, KEY)];
});
afterAll(() => Promise.all(both.map((mongo) => mongo.connection.close())));
beforeEach(() => {
  now = Date.UTC(2026, 10, 3, 15);
  sender = `whatsapp/${randomUUID()}`;
});

type Place = Awaited<ReturnType<SendPaces['take']>>;

/** So many messages at the same moment, by both workers in turn. */
function taken(count: number, to: (n: number) => string | null, perSecond = PER_SECOND): Promise<Place[]> {
  const paces = both.map((mongo) => createSendPaces(mongo, () => now));
  return Promise.all(
    Array.from({ length: count }, (_, n) => paces[n % 2]!.take({ sender, to: to(n) }, perSecond)),
  );
}

const waits = (places: readonly Place[]): number[] =>
  places.flatMap((place) => ('waitMs' in place ? [place.waitMs] : [])).sort((a, b) => a - b);
const another = (n: number): string => `+55549${String(90_000_000 + n)}`;

describe('what one number sends', () => {
  it('leaves one after the other, by however many workers, and what would wait too long comes again', async () => {
    const first = await taken(120, another);
    const gone = waits(first);
    expect(gone).toEqual(Array.from({ length: 101 }, (_, n) => n * 20));
    const later = first.filter((place) => !('waitMs' in place));
    expect(later).toHaveLength(19);
    for (const place of later) expect(place).toEqual({ because: 'busy', afterMs: 20 });
    now += 10_000;
    expect(waits(await taken(2, another))).toEqual([0, 20]);
  });

  it('is no more in any second than it may send', async () => {
    const leaves: number[] = [];
    for (let second = 0; second < 3; second += 1) {
      for (const wait of waits(await taken(60, another))) leaves.push(now + wait);
      now += 1_000;
    }
    leaves.sort((a, b) => a - b);
    const most = Math.max(
      ...leaves.map((from) => leaves.filter((at) => at >= from && at < from + 1_000).length),
    );
    expect(most).toBe(PER_SECOND);
  });
});

describe('what one number sends to one phone', () => {
  it('is 45 at once, in whatever spelling, then one in six seconds, and nobody else’s waits for it', async () => {
    const spelled = (n: number): string => (n % 3 === 0 ? '+555499998888' : PHONE);
    const first = await taken(50, spelled, 1_000);
    expect(waits(first)).toHaveLength(45);
    for (const place of first.filter((one) => !('waitMs' in one)))
      expect(place).toEqual({ because: 'too_fast_for_recipient', afterMs: 6_000 });
    expect(waits(await taken(3, another, 1_000))).toHaveLength(3);
    now += 6_000;
    expect(waits(await taken(3, spelled, 1_000))).toHaveLength(1);
    now += 45 * 6_000;
    expect(waits(await taken(50, spelled, 1_000))).toHaveLength(45);
  });

  it('is apart from what another number sends to it', async () => {
    await taken(45, () => PHONE, 1_000);
    sender = `whatsapp/${randomUUID()}`;
    expect(waits(await taken(1, () => PHONE))).toEqual([0]);
  });
});
