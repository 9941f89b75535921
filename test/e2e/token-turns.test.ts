import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createCallPlaces, createTokenTurns } from '../../src/store/connection';
import type { Mongo } from '../../src/store/mongo';
import { twoProcesses, UNWATCHED } from './two-processes';
import type { TwoProcesses } from './two-processes';

const SPACING_MS = 4_000;
const HOUR_MS = 3_600_000;

let two: TwoProcesses;
/** Stands still until a test moves it. */
let now: number;

beforeAll(async () => {
  two = await twoProcesses();
});
afterAll(() => two.close());
beforeEach(async () => {
  now = Date.UTC(2026, 2, 10, 15);
  await two.empty('call_slots');
});

const turnsOf = (mongo: Mongo) => createTokenTurns(mongo, () => Promise.resolve(now));

describe('requests for tokens, on the real wire', () => {
  it('go one at a time, whoever asks, the first ones of all at the same moment', async () => {
    const turns = two.both.map(turnsOf);
    const waits = await Promise.all(Array.from({ length: 30 }, (_, n) => turns[n % 2]!.take()));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(1);
    expect(waits.filter((wait) => wait === SPACING_MS)).toHaveLength(29);
    now += SPACING_MS;
    expect(await turns[1]!.take()).toBe(0);
  });

  it('count those that wait for no turn', async () => {
    const [one, other] = two.both.map(turnsOf);
    await Promise.all([one!.count(), other!.count(), one!.count()]);
    expect([await other!.take(), await other!.pausedMs()]).toEqual([3 * SPACING_MS, 0]);
  });

  it('do not go while that is not allowed, and a shorter ban does not end a longer one', async () => {
    const [one, other] = two.both.map(turnsOf);
    await one!.pause(HOUR_MS);
    await other!.pause(1_000);
    now += HOUR_MS - 1;
    expect([await other!.take(), await other!.pausedMs()]).toEqual([1, 1]);
    now += 1;
    expect(await other!.take()).toBe(0);
  });
});

describe('a company that nobody has called yet', () => {
  it('has one pace, also where all call it at the same moment', async () => {
    const places = two.both.map((mongo) => createCallPlaces(mongo, () => now, UNWATCHED));
    for (let round = 0; round < 50; round += 1) {
      // Our address has so many calls a second.
      now += 1_000;
      const companyId = randomUUID();
      const turns = await Promise.all(
        places.map((of, n) => of.take(companyId, { key: `sale-${n}`, class: 'sale' })),
      );
      expect(turns.map(({ kind }) => kind)).toContain('go');
      await places[0]!.report(companyId, { kind: 'answered' });
      const slots = await two.both[0].connection
        .collection<{ _id: string; calls: number }>('call_slots')
        .find({ _id: companyId })
        .toArray();
      expect(slots).toMatchObject([{ calls: turns.filter(({ kind }) => kind === 'go').length }]);
    }
  });
});
