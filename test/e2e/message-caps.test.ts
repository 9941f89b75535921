import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { deliver } from '../../src/activities/notice/deliver';
import type { Dispatch } from '../../src/activities/notice/deliver';
import type { Delivery } from '../../src/activities/notice/delivery';
import { given, givenLately } from '../../src/activities/notice/given-lately';
import type { ActivityDeps } from '../../src/activities/runtime';
import { createLogger } from '../../src/log';
import { DEFAULT_MESSAGE_RULES, momentOf } from '../../src/loyalty';
import type { Customer, Store } from '../../src/store';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

/** A Tuesday morning in São Paulo. */
const MORNING = Date.parse('2026-11-24T11:00:00-03:00');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const RULES = { ...DEFAULT_MESSAGE_RULES, holdout: 0 };

let store: Store;
let database: mongoose.Connection;
beforeAll(async () => {
  const uri = testMongoUri();
  store = await openMigratedStore({ uri, encryptionKey: Buffer.alloc(32, 7) });
  database = await mongoose.createConnection(uri).asPromise();
});
afterAll(async () => {
  await database.close();
  await store.close();
});

/** Sales of one customer, each with a reminder to give, and what has gone out to them. */
class Reminders {
  readonly merchantId = `mer_${randomUUID()}`;
  readonly sent: string[] = [];

  /** Takes the step about one of them, as its run does. */
  async tell(saleId: string, at: number, customerId = 'cus_1'): Promise<Delivery> {
    const identity = {
      merchantId: this.merchantId,
      saleId,
      key: 'expiring/P7D/x',
      channel: 'whatsapp' as const,
    };
    const customer = {
      id: customerId,
      phones: [{ e164: '+5511987654321', key: '1187654321', mobile: true }],
    };
    const now = new Date(at);
    const lately = await givenLately(store, identity, customerId, now);
    const dispatch: Dispatch = {
      identity,
      customer: customer as unknown as Customer,
      gate: null,
      content: { whatsapp: { template: 't', parameters: [] }, email: { subject: '', text: '', html: '' } },
      of: {
        ...{
          kind: 'expiring',
          customerId,
          zone: 'America/Sao_Paulo',
          moment: momentOf(saleId),
          rules: RULES,
        },
        ...{ live: true, consented: false, barriers: new Set(), gone: null, told: given(lately, true) },
      },
    };
    const whatsapp = {
      senderId: '1098',
      sendTemplate: () => {
        this.sent.push(saleId);
        return Promise.resolve({ providerId: `wamid.${randomUUID()}` });
      },
    };
    const deps = { store, whatsapp, mailer: null, log: createLogger('silent') } as unknown as ActivityDeps;
    const [delivery] = await deliver(deps, [dispatch], now, {
      clock: () => at,
      isBrokenOff: () => false,
    });
    return delivery!;
  }
}

describe('reminders of many sales of one customer', () => {
  it('are never more than the caps allow, also where all of them are sent at the same moment', async () => {
    const reminders = new Reminders();
    const saleIds = Array.from({ length: 8 }, (_one, index) => `sal_${index}`);
    let waiting = saleIds.map((saleId) => ({ saleId, at: MORNING }));
    for (let round = 0; round < 40 && waiting.length > 0; round += 1) {
      const soon = waiting.filter(({ at }) => at < MORNING + DAY / 2);
      if (soon.length === 0) break;
      const now = Math.min(...soon.map(({ at }) => at));
      const turn = soon.filter(({ at }) => at <= now + 5_000);
      const told = await Promise.all(
        turn.map(async ({ saleId }) => ({
          saleId,
          again: (await reminders.tell(saleId, now + 5_000)).again,
        })),
      );
      expect(reminders.sent.length).toBeLessThanOrEqual(1);
      waiting = [
        ...waiting.filter((one) => !turn.includes(one)),
        ...told.flatMap(({ saleId, again }) => (again ? [{ saleId, at: again.getTime() }] : [])),
      ];
    }
    expect(reminders.sent).toHaveLength(1);
    expect(waiting).toHaveLength(7);
    for (const { at } of waiting) expect(at).toBeGreaterThanOrEqual(MORNING + DAY);
    const listed = await store.messages.list(reminders.merchantId, { state: 'queued', limit: 20 });
    expect(listed.map(({ reason, attempts }) => ({ reason, attempts }))).toEqual(
      Array.from({ length: 7 }, () => ({ reason: 'frequency_cap', attempts: 0 })),
    );
  });

  it('count under the record into which others were merged, until that is undone', async () => {
    const reminders = new Reminders();
    const { merchantId } = reminders;
    await reminders.tell('sal_1', MORNING, 'cus_from');
    const merges = database.collection<{ _id: string }>('customer_merges');
    const _id = `mrg_${randomUUID()}`;
    const merge = { merchantId, from: 'cus_from', into: 'cus_into', undoneAt: null };
    await merges.insertOne({ _id, ...merge });
    expect((await reminders.tell('sal_2', MORNING + MINUTE, 'cus_into')).again).not.toBeNull();
    expect((await reminders.tell('sal_3', MORNING + MINUTE, 'cus_other')).again).toBeNull();
    expect(reminders.sent).toEqual(['sal_1', 'sal_3']);
    const listed = await store.messages.list(merchantId, { customerId: 'cus_into', limit: 5 });
    expect(listed.map(({ saleId }) => saleId)).toEqual(['sal_2', 'sal_1']);
    await merges.updateOne({ _id }, { $set: { undoneAt: new Date(MORNING) } });
    await reminders.tell('sal_4', MORNING + 2 * MINUTE, 'cus_into');
    expect(reminders.sent).toEqual(['sal_1', 'sal_3', 'sal_4']);
  });
});
