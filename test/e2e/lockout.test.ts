import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import request from 'supertest';
import { createAccessMailer, createApp, createBlingAccess } from '../../src/api';
import { createRuns } from '../../src/runs';
import { createLogger } from '../../src/log';
import { voucherCode, VOUCHER_CODE_BYTES } from '../../src/loyalty';
import type { Store } from '../../src/store';
import { tally } from './counter';
import { testMongoUri } from './engines';
import { openHouse } from './house';
import type { House } from './house';
import { openMigratedStore } from './migrated-store';

/** Not in the past: what was touched a day ago is removed by the database itself, perhaps in the middle of the test. */
const NOW = Date.now();
const QUARTER = 15 * 60_000;
const encryptionKey = Buffer.alloc(32, 7);
const aCode = (): string => voucherCode(randomBytes(VOUCHER_CODE_BYTES));

describe('locks on the real wire', () => {
  const uri = testMongoUri();
  const stores: Store[] = [];
  const open = async (): Promise<Store> => {
    const store = await openMigratedStore({ uri, encryptionKey });
    stores.push(store);
    return store;
  };
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  it('count 100 strikes from three processes at once one by one, and outlive them', async () => {
    const processes = [await open(), await open(), await open()];
    const merchantId = `mer_${randomUUID()}`;
    const subject = { name: 'operator/ana', limit: 10 };
    const allowed = await Promise.all(
      Array.from({ length: 100 }, (_, n) => processes[n % 3]!.lockouts.strike(merchantId, subject, NOW + n)),
    );
    expect(allowed.filter(Boolean)).toHaveLength(10);
    const later = await open();
    const until = (await later.lockouts.lockedUntil(merchantId, [subject], NOW + 100))!;
    expect(until).toBeGreaterThanOrEqual(NOW + QUARTER);
    expect(until).toBeLessThan(NOW + QUARTER + 100);
    expect(await later.lockouts.lockedUntil(merchantId, [subject], until)).toBeNull();
    expect(await later.lockouts.lockedUntil('mer_other', [subject], NOW + 100)).toBeNull();
  });
});

describe('guessing at several API processes at once', () => {
  let house: House;
  let second: Store;
  beforeAll(async () => {
    house = await openHouse({ worker: false });
    second = await openMigratedStore({
      uri: house.config.mongodbUri,
      encryptionKey: house.config.encryptionKey,
    });
  });
  afterAll(async () => {
    await second.close();
    await house.close();
  });

  it('learns ten outcomes, and at most one more for the second process; every attempt is kept', async () => {
    const { config, client, tenant } = house;
    const key = await house.store.merchants.createKey(tenant.merchantId, 'guesser', new Date());
    const log = createLogger('silent');
    const processes = [house.store, second].map((store) =>
      createApp({
        config,
        log,
        store,
        runs: createRuns({ client, taskQueue: config.taskQueue, coalesceMs: config.saleCoalesceMs }),
        bling: createBlingAccess(config.bling, store, log),
        whatsapp: null,
        mail: createAccessMailer(config.mail, log),
        now: Date.now,
      }),
    );
    const answers = await Promise.all(
      Array.from({ length: 120 }, async (_, n) => {
        const path = `/v1/vouchers/${n % 3 === 0 ? 'not-a-code' : aCode()}?operator=ana&storeId=centro`;
        const answer = await request(processes[n % 2]!)
          .get(path)
          .set('authorization', `Bearer ${key}`);
        return String(answer.status);
      }),
    );
    const counts = tally(answers);
    expect(counts['404']).toBeGreaterThanOrEqual(10);
    expect(counts['404']).toBeLessThanOrEqual(11);
    expect(counts['404']! + counts['429']!).toBe(120);
    const connection = await mongoose.createConnection(config.mongodbUri).asPromise();
    try {
      const attempts = connection.collection('voucher_attempts');
      const ours = { merchantId: tenant.merchantId, operator: 'ana', storeId: 'centro' };
      expect(await attempts.countDocuments(ours)).toBe(120);
      expect(await attempts.countDocuments({ ...ours, outcome: 'too_many_requests' })).toBe(counts['429']);
      expect(await attempts.countDocuments({ ...ours, code: null, typed: { $ne: null } })).toBe(40);
    } finally {
      await connection.close();
    }
  });
});
