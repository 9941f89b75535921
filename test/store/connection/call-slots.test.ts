import { expect, it } from '@jest/globals';
import { createCallSlots } from '../../../src/store/connection/call-slots';
import type { Mongo } from '../../../src/store/mongo';

/** Eleven in the evening of the 3rd in Brasília. */
const NOW = new Date('2026-11-04T02:00:00Z');

function slotsAt(pace: { nextAt: Date; day: string; calls: number }) {
  const model = {
    updateOne: () => Promise.resolve({ matchedCount: 1 }),
    findById: () => ({ lean: () => Promise.resolve(pace) }),
  };
  return createCallSlots({ of: () => model } as unknown as Mongo);
}

it('tells a day whose calls are used up, until midnight in Brasília, from a pace that is kept', async () => {
  const usedUp = slotsAt({ nextAt: NOW, day: '2026-11-03', calls: 120_000 });
  expect(await usedUp.take('company', NOW)).toEqual({ kind: 'full_day', comeBackMs: 3_600_000 });
  const busy = slotsAt({ nextAt: new Date(NOW.getTime() + 4_000), day: '2026-11-03', calls: 5 });
  expect(await busy.take('company', NOW)).toEqual({ kind: 'full', comeBackMs: 4_000 });
});
