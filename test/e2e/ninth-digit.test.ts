import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppDeps } from '../../src/api/http';
import { heedArrivals } from '../../src/api/notice/heed-arrivals';
import { heedFailures } from '../../src/api/notice/heed-failures';
import { inForm } from '../../src/loyalty';
import type { WhatsAppStatus } from '../../src/messaging';
import type { Store } from '../../src/store';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';
import { Desk } from './notice-desk';

const NOW = Date.UTC(2026, 10, 3, 15);
const MINUTE = 60_000;
const NOT_THERE = 131026;

let store: Store;
let simulator: Simulator;
beforeAll(async () => {
  store = await openMigratedStore({ uri: testMongoUri(), encryptionKey: Buffer.alloc(32, 7) });
  simulator = await startSimulator({ clientId: 'retorno-test', clientSecret: 'retorno-test-secret' });
});
afterAll(async () => {
  await simulator?.close();
  await store?.close();
});

const aDesk = (): Desk => new Desk({ store, simulator }, randomUUID());
/** In which form the desk's phone was written, of all that Meta took, in order. */
const written = ({ phone }: Desk): ('with' | 'without')[] =>
  simulator.whatsapp.messages(phone).map(({ to }) => (`+${to}` === phone ? 'with' : 'without'));
const refuse = ({ phone }: Desk, times: number): void =>
  simulator.whatsapp.faults.inject({ kind: 'error', code: NOT_THERE, phone, times });

/** What Meta reports of a message. @param ninth in which form it knows the phone */
async function report(
  desk: Desk,
  saleId: string,
  about: Pick<WhatsAppStatus, 'status' | 'errorCode'>,
  at: number,
  ninth = true,
): Promise<void> {
  const { id: reference } = await desk.message(saleId);
  const told = {
    ...{ reference, at, senderId: desk.senderId, providerId: `wamid.${reference}`, ...about },
    ...{ recipient: inForm(desk.phone, ninth).slice(1), user: null },
  };
  const deps = { store, now: () => at } as unknown as AppDeps;
  await heedFailures(deps, [told, told]);
  await heedArrivals(deps, [told]);
}

const FAILED = { status: 'failed', errorCode: NOT_THERE } as const;
const DELIVERED = { status: 'delivered', errorCode: null } as const;

/** Tells the next sale's notice, until it is dealt with. @returns what became of it */
async function told(desk: Desk, from: number): Promise<{ saleId: string; fate: string }> {
  const saleId = desk.next();
  let at: number | undefined = from;
  while (at !== undefined) at = (await desk.tell(saleId, at)).again?.getTime();
  const { state, reason, attempts } = await desk.message(saleId);
  return { saleId, fate: `${state} ${reason} ${attempts}` };
}

describe('a Brazilian phone that WhatsApp does not know by one form of its number', () => {
  it('is tried once by the other, and gets the message once', async () => {
    const desk = aDesk();
    refuse(desk, 1);
    expect(await told(desk, NOW)).toMatchObject({ fate: 'sent null 2' });
    expect(written(desk)).toEqual(['without']);
    await told(desk, NOW + 10 * MINUTE);
    expect(written(desk)).toEqual(['without', 'without']);
  });

  it('takes nothing more once two messages have failed, in both forms', async () => {
    const desk = aDesk();
    refuse(desk, 9);
    expect(await told(desk, NOW)).toMatchObject({ fate: 'failed unreachable 2' });
    expect(await told(desk, NOW + 10 * MINUTE)).toMatchObject({ fate: 'failed unreachable 1' });
    expect(await told(desk, NOW + 20 * MINUTE)).toMatchObject({ fate: 'skipped unreachable 0' });
    expect(written(desk)).toEqual([]);
    simulator.whatsapp.faults.clear();
  });

  it('is written by the other form after a report that a message failed, and goes on so once one arrives', async () => {
    const desk = aDesk();
    const first = await told(desk, NOW);
    await report(desk, first.saleId, FAILED, NOW + 1_000);
    const second = await told(desk, NOW + MINUTE);
    await report(desk, second.saleId, DELIVERED, NOW + MINUTE + 1_000, false);
    await told(desk, NOW + 2 * MINUTE);
    expect(written(desk)).toEqual(['with', 'without', 'without']);
  });

  it('takes nothing more after reports that two messages failed in both forms, however often they are told', async () => {
    const desk = aDesk();
    for (const at of [NOW, NOW + MINUTE]) {
      const { saleId, fate } = await told(desk, at);
      expect(fate).toBe('sent null 1');
      await report(desk, saleId, FAILED, at + 1_000);
    }
    expect(await told(desk, NOW + 2 * MINUTE)).toMatchObject({ fate: 'skipped unreachable 0' });
    expect(written(desk)).toEqual(['with', 'without']);
  });
});

it('a phone is written as Meta says that it knows it, and both forms are one phone', async () => {
  const desk = aDesk();
  const first = await told(desk, NOW);
  await report(desk, first.saleId, DELIVERED, NOW + 1_000, false);
  const second = await told(desk, NOW + MINUTE);
  await report(desk, second.saleId, FAILED, NOW + MINUTE + 1_000);
  const third = await told(desk, NOW + 2 * MINUTE);
  await report(desk, third.saleId, DELIVERED, NOW + 2 * MINUTE + 1_000);
  await told(desk, NOW + 3 * MINUTE);
  expect(written(desk)).toEqual(['with', 'without', 'with', 'with']);
});
