import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { billedActions } from '../../tools/bench/questions/actions';
import { aProgram } from './builders';
import { aCompletedOrder } from './shop';
import { openTimeHouse } from './time-house';
import type { TimeHouse } from './time-house';

const zone = 'America/Sao_Paulo';
const local = (at: number | Date): DateTime => DateTime.fromMillis(Number(at), { zone });
let house: TimeHouse;
afterEach(() => house.close());

/** How many Actions of Temporal Cloud such a life is, as operators are told. */
function actionsTold(): number {
  const told = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8');
  return Number(/bills (\d+) Actions for a whole life/.exec(told)?.[1]);
}

async function entriesOf(saleId: string): Promise<{ type: string; at: DateTime }[]> {
  return (await house.store.ledger.entriesOfSale(house.merchantId, saleId)).map(({ type, at }) => ({
    type,
    at: local(at),
  }));
}

async function remindersOf(saleId: string): Promise<string[]> {
  return (await house.store.messages.ofSale(house.merchantId, saleId))
    .filter(({ channel }) => channel === 'whatsapp')
    .map(({ kind, createdAt }) => `${kind} ${local(createdAt).toISODate()}`);
}

describe('one sale on a clock that runs ahead', () => {
  it('lives its 90 days in seconds: activation, reminders and expiry fall on the right local dates', async () => {
    house = await openTimeHouse(
      aProgram({
        holding: { after: 'P8D' },
        expiry: { after: 'P90D' },
        messages: { earned: {}, expiring: { before: ['P7D', 'P1D'] }, expired: {} },
      }),
    );
    const { saleId, handle } = await house.announce(
      aCompletedOrder(house.simulator.company(), { email: 'ana@example.com' }),
    );
    expect(await handle.result()).toMatchObject({ status: 'expired', benefitCents: 1_000 });

    const entries = await entriesOf(saleId);
    expect(entries.map(({ type }) => type)).toEqual(['EARN_PENDING', 'ACTIVATE', 'REMIND', 'EXPIRE']);
    const bought = entries[0]!.at.startOf('day');
    expect(entries[1]!.at.toISO()).toBe(bought.plus({ days: 8 }).toISO());
    expect(entries[2]!.at.toISODate()).toBe(bought.plus({ days: 8 + 90 - 7 }).toISODate());
    expect(entries[3]!.at.toISO()).toBe(bought.plus({ days: 8 + 90 + 1 }).toISO());

    const lastDate = bought.plus({ days: 98 });
    expect(await remindersOf(saleId)).toEqual([
      `earned ${bought.toISODate()}`,
      `expiring ${lastDate.minus({ days: 7 }).toISODate()}`,
      `expiring ${lastDate.minus({ days: 1 }).toISODate()}`,
      `expired ${lastDate.plus({ days: 1 }).toISODate()}`,
    ]);
    expect((await house.store.ledger.verify(house.merchantId)).problems).toEqual([]);

    const { events } = await handle.fetchHistory();
    // A step that a busy machine had to begin again counts once; and this server writes a task between a start and the signal that it
    // came with.
    const once = events!
      .filter(({ workflowTaskScheduledEventAttributes: task }) => !task)
      .map((event) => ({ ...event, activityTaskStartedEventAttributes: null }));
    expect(billedActions(once)).toBe(actionsTold());
  });

  it("clamps a month's validity that begins on the 31st to the end of the shorter month", async () => {
    house = await openTimeHouse(
      aProgram({
        holding: { after: 'PT0S' },
        expiry: { after: 'P1M' },
        messages: { expiring: { before: ['P1D'] } },
      }),
    );
    const now = local(await house.env.currentTimeMs());
    const noon = now
      .plus({ years: now.month > 1 ? 1 : 0 })
      .set({ month: 1, day: 31, hour: 12, minute: 0, second: 0, millisecond: 0 });
    await house.env.sleep(noon.toMillis() - now.toMillis());

    const { saleId, handle } = await house.announce(
      aCompletedOrder(house.simulator.company(), { email: 'ana@example.com' }),
    );
    await handle.result();
    const lastOfFebruary = noon.plus({ months: 1 }).startOf('day');
    expect(lastOfFebruary.month).toBe(2);
    const expired = (await entriesOf(saleId)).find(({ type }) => type === 'EXPIRE');
    expect(expired?.at.toISO()).toBe(lastOfFebruary.plus({ days: 1 }).toISO());
    expect(await remindersOf(saleId)).toEqual([`expiring ${lastOfFebruary.minus({ days: 1 }).toISODate()}`]);
  });
});
