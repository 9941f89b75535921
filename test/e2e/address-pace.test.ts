import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/store';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

type Turn = Awaited<ReturnType<Store['callPlaces']['take']>>;

/** When one who was told to come back does so. */
function comeBack({ turn, at }: { turn: Turn; at: number }): number {
  return turn.kind === 'later' ? at + turn.comeBackMs : at;
}

describe('the calls of one address on the real wire', () => {
  it('are no more in ten seconds than Bling lets pass, whichever of a hundred companies and two processes asks', async () => {
    const uri = testMongoUri();
    const settings = { uri, encryptionKey: Buffer.alloc(32, 7) };
    const processes = [await openMigratedStore(settings), await openMigratedStore(settings)] as const;
    try {
      const asked = Array.from({ length: 200 }, async (_, n) => {
        const { callPlaces } = processes[n % 2 === 0 ? 0 : 1];
        const caller = { key: `sale-${n}`, class: 'sale' as const };
        const turn = await callPlaces.take(`company-${Math.floor(n / 2)}`, caller);
        return { n, turn, at: Date.now() };
      });
      const turns = await Promise.all(asked);
      const starts = turns.flatMap(({ turn, at }) => (turn.kind === 'go' ? [at + turn.waitMs] : []));
      const later = turns.filter(({ turn }) => turn.kind === 'later');
      const seconds = (Math.max(...starts) - Math.min(...starts)) / 1_000;
      expect(starts.length).toBeLessThanOrEqual(45 * (Math.ceil(seconds) + 1));
      expect(starts.length).toBeGreaterThanOrEqual(45);
      // Nobody's place is lost where he comes back: he is before those who come new.
      const [last] = later.sort((one, other) => comeBack(one) - comeBack(other)).slice(-1);
      expect(later.length).toBeGreaterThan(0);
      await delay(Math.max(0, comeBack(last!) - Date.now()));
      const { n } = last!;
      const { callPlaces } = processes[n % 2 === 0 ? 1 : 0];
      const again = await callPlaces.take(`company-${Math.floor(n / 2)}`, {
        key: `sale-${n}`,
        class: 'sale',
      });
      expect(again).toMatchObject({ kind: 'go' });
    } finally {
      await Promise.all(processes.map((one) => one.close()));
    }
  });

  it('let staff through beside a crowd, and are fewer after errors', async () => {
    const alone = await openMigratedStore({ uri: testMongoUri(), encryptionKey: Buffer.alloc(32, 7) });
    try {
      const importer = (n: number) => ({ key: `import-${n}`, class: 'import' as const });
      const crowd = Array.from({ length: 120 }, (_, n) => alone.callPlaces.take(`company-${n}`, importer(n)));
      const turns = await Promise.all(crowd);
      expect(turns.some(({ kind }) => kind === 'later')).toBe(true);
      expect(await alone.callPlaces.take('company-0', { key: 'staff', class: 'staff' })).toMatchObject({
        kind: 'go',
      });
      await Promise.all(Array.from({ length: 200 }, () => alone.callPlaces.erred()));
      const after = await alone.callPlaces.take(randomUUID(), { key: 'sale', class: 'sale' });
      expect(after.kind).toBe('later');
    } finally {
      await alone.close();
    }
  });
});
