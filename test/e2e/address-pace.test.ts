import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createCallPlaces } from '../../src/store/connection';
import type { CallPlaces } from '../../src/store/connection';
import type { Mongo } from '../../src/store/mongo';
import { twoProcesses, UNWATCHED } from './two-processes';
import type { TwoProcesses } from './two-processes';

type CallTurn = Awaited<ReturnType<CallPlaces['take']>>;

let two: TwoProcesses;
/** Stands still until a test moves it: however slow the machine is, all ask in one second. */
let now: number;

beforeAll(async () => {
  two = await twoProcesses();
});
afterAll(() => two.close());
beforeEach(async () => {
  now = Date.UTC(2026, 2, 10, 15);
  await two.empty('call_slots', 'call_places');
});

const placesOf = (mongo: Mongo) => createCallPlaces(mongo, () => now, UNWATCHED);

/** When one who was told to come back does so. */
function comeBackMs(turn: CallTurn): number {
  return turn.kind === 'later' ? turn.comeBackMs : 0;
}

describe('the calls of one address on the real wire', () => {
  it('are no more in ten seconds than Bling lets pass, whichever of a hundred companies and two processes asks', async () => {
    const processes = two.both.map(placesOf);
    const ask = (n: number, process: number): Promise<CallTurn> =>
      processes[process]!.take(`company-${Math.floor(n / 2)}`, { key: `sale-${n}`, class: 'sale' });
    const turns = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => ({ n, turn: await ask(n, n % 2) })),
    );
    const seconds = new Map<number, number>();
    for (const { turn } of turns)
      if (turn.kind === 'go') {
        const second = Math.floor((now + turn.waitMs) / 1_000);
        seconds.set(second, (seconds.get(second) ?? 0) + 1);
      }
    expect(Math.max(...seconds.values())).toBeLessThanOrEqual(45);
    expect([...seconds.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(45);
    const later = turns.filter(({ turn }) => turn.kind === 'later');
    expect(later.length).toBeGreaterThan(0);
    // Nobody's place is lost where he comes back: he is before those who come new.
    const last = later.reduce((one, other) => (comeBackMs(other.turn) > comeBackMs(one.turn) ? other : one));
    now += comeBackMs(last.turn);
    expect(await ask(last.n, 1 - (last.n % 2))).toMatchObject({ kind: 'go' });
  });

  it('let staff through beside a crowd, and are fewer after errors', async () => {
    const [alone] = two.both.map(placesOf);
    const turns = await Promise.all(
      Array.from({ length: 120 }, (_, n) =>
        alone!.take(`company-${n}`, { key: `import-${n}`, class: 'import' }),
      ),
    );
    expect(turns.some(({ kind }) => kind === 'later')).toBe(true);
    expect(await alone!.take('company-0', { key: 'staff', class: 'staff' })).toMatchObject({ kind: 'go' });
    await Promise.all(Array.from({ length: 200 }, () => alone!.erred()));
    const after = await alone!.take(randomUUID(), { key: 'sale', class: 'sale' });
    expect(after.kind).toBe('later');
  });
});
