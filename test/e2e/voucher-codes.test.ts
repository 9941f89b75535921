import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  redeemVoucher,
  releaseVoucher,
  reserveVoucher,
  rollbackVoucher,
  settleSale,
} from '../../src/loyalty';
import { ConcurrentChangeError, openStore } from '../../src/store';
import type { NewAttempt, Store } from '../../src/store';
import { codeHasher, createWallets, VoucherCodeNames } from '../../src/store/ledger';
import type { Wallets } from '../../src/store/ledger';
import { allMigrations, formerForm, VOUCHER_CODES } from '../../src/store/migration';
import { connectMongo } from '../../src/store/mongo';
import { Sealer } from '../../src/store/secret';
import type { FormerForm } from '../../src/store/mongo';
import { aReserveCommand } from './builders';
import { aCustomerOf, NOW, openDatabase } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';
import { until } from './until';

interface Code {
  _id: string;
  merchantId: string;
  lotId: string;
}

const encryptionKey = Buffer.alloc(32, 7);
const CODE = 'K7QM-3XRT-9WHP';
const OTHER = 'Q7KM-3XRT-9WHP';

let opened: OpenDatabase;
let ana: OneLedger;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  ana = await aCustomerOf(opened.store);
});

const codes = () => opened.db.collection<Code>('voucher_codes');
const idsOf = async (): Promise<string[]> =>
  (await codes().find({ merchantId: ana.merchantId }).sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
const clearId = (code: string): string => `${ana.merchantId}|${code}`;
const HASHED = /\|hmac:[0-9a-f]{64}$/;

/** A sale gives a voucher with this code. Answers its lot. */
async function give(
  { wallets }: { wallets: Pick<Wallets, 'change'> },
  { merchantId, customerId }: OneLedger,
  code: string,
): Promise<string> {
  const saleId = `sal_${randomUUID()}`;
  const discount = { type: 'amount' as const, cents: 500 };
  const face = { code, template: 'vale', discount, minSaleCents: 0, stores: null };
  const of = { saleId, programVersion: 1, zone: 'America/Sao_Paulo', month: '2026-03' };
  return wallets.change(merchantId, customerId, { saleId }, NOW, (book, now) => {
    settleSale(
      book,
      {
        ...{ ...of, policy: 'allow_debt' as const, dates: () => ({ activatesAt: now, expiresAt: null }) },
        deserved: [{ ruleId: 'v', type: 'voucher', amount: 2, face }],
      },
      now,
    );
    return { result: book.wallet.lots.find(({ voucher }) => voucher?.code === code)!.id };
  });
}

/** Uses it, and answers what is stored of that. */
async function use({ wallets }: Store, lotId: string, move = redeemVoucher): Promise<unknown> {
  const { terms, zone } = aReserveCommand({});
  const id = `red_${randomUUID()}`;
  const said = { code: CODE, saleTotalCents: 2_000, saleRef: null, operator: null, storeId: null };
  const about = { voucher: { code: CODE, lotId } };
  await wallets.change(ana.merchantId, ana.customerId, about, NOW, (book, now) => ({
    result: void move(book, { id, ...said, terms, zone, sales: [] }, now),
  }));
  return storedUse(id);
}

async function undo({ wallets }: Store, lotId: string, saleRef: string | null = null): Promise<string[]> {
  const about = { voucher: { code: CODE, lotId } };
  const cause = { kind: 'redemption' as const };
  return wallets.change(ana.merchantId, ana.customerId, about, NOW, (book, now) => ({
    result: [releaseVoucher(book, CODE, cause, now), rollbackVoucher(book, CODE, saleRef, cause, now)].map(
      ({ state }) => state,
    ),
  }));
}

const uses = () => opened.db.collection<{ _id: string }>('redemptions');
const storedUse = (_id: string): Promise<unknown> => uses().findOne({ _id });

const found = async ({ wallets }: Store, code = CODE): Promise<string | undefined> =>
  (await wallets.voucher(ana.merchantId, { code }))?.id;
const problems = async ({ ledger }: Store): Promise<string[]> =>
  (await ledger.verify(ana.merchantId)).problems.map(({ problem }) => problem);

/** A store as a process has it that starts while the migration is so far; null: not begun. */
async function storeAt(state: { last: boolean; finishedAt: Date | null } | null): Promise<Store> {
  const migrations = opened.db.collection<{ _id: string }>('migrations');
  await migrations.deleteMany({});
  const rest = { cursor: null, looked: 0, changed: 0, startedAt: new Date(), movedAt: null };
  if (state) await migrations.insertOne({ _id: VOUCHER_CODES, ...rest, ...state });
  return openStore({ uri: opened.uri, encryptionKey });
}

const NOT_BEGUN = null;
const MOVING = { last: true, finishedAt: null };
const FINISHED = { last: true, finishedAt: new Date() };

describe('voucher codes of a database that no earlier version has used', () => {
  it('are HMACs, another one for each merchant, and find their vouchers', async () => {
    const other = await aCustomerOf(opened.store);
    const lotId = await give(opened.store, ana, CODE);
    await give(opened.store, other, CODE);
    const ids = (await codes().find().toArray()).map(({ _id }) => _id);
    expect(ids.join()).not.toContain(CODE);
    expect(ids.every((id) => HASHED.test(id))).toBe(true);
    expect(new Set(ids.map((id) => id.split('hmac:')[1])).size).toBe(ids.length);
    expect(await found(opened.store)).toBe(lotId);
    expect(await found(opened.store, OTHER)).toBeUndefined();
    expect(await problems(opened.store)).toEqual([]);
  });

  it('put there in clear text by hand lead to nothing, and the proof finds them', async () => {
    const lotId = await give(opened.store, ana, CODE);
    await codes().insertOne({ _id: clearId(OTHER), merchantId: ana.merchantId, lotId });
    expect(await found(opened.store, OTHER)).toBeUndefined();
    expect(await problems(opened.store)).toEqual(['leads to a voucher that has another, or to none']);
    await codes().updateMany({ merchantId: ana.merchantId }, { $set: { lotId: 'lot_other' } });
    await codes().deleteOne({ _id: clearId(OTHER) });
    await codes().insertOne({ _id: clearId(CODE), merchantId: ana.merchantId, lotId });
    expect(await problems(opened.store)).toContain('its code does not lead to it');
  });
});

describe('voucher codes of a database that earlier versions may still use', () => {
  it('are kept in both forms, so that a process of either version finds them', async () => {
    const store = await storeAt(NOT_BEGUN);
    const lotId = await give(store, ana, CODE);
    expect(await idsOf()).toEqual([clearId(CODE), expect.stringMatching(HASHED)]);
    expect(await found(store)).toBe(lotId);
    expect(await problems(store)).toEqual([]);
    await store.close();
  });

  it('are found before, amid and after the last pass, and it leaves none in clear text', async () => {
    const store = await storeAt(NOT_BEGUN);
    const lots = [await give(store, ana, CODE), await give(store, ana, OTHER)];
    // As an earlier version kept them.
    await codes().deleteMany({ merchantId: ana.merchantId, _id: HASHED });
    const both = async (): Promise<unknown> => [await found(store), await found(store, OTHER)];
    expect(await both()).toEqual(lots);
    const amid = await storeAt(MOVING);
    await codes().deleteOne({ _id: clearId(CODE) });
    const moved = codeHasher(encryptionKey)(ana.merchantId, CODE);
    await codes().insertOne({ _id: moved, merchantId: ana.merchantId, lotId: lots[0]! });
    expect([await found(amid), await found(amid, OTHER)]).toEqual(lots);
    await amid.close();
    await opened.db.collection('migrations').deleteMany({});
    await opened.migrate();
    await opened.migrate();
    expect(await both()).toEqual(lots);
    expect(await idsOf()).toEqual([expect.stringMatching(HASHED), expect.stringMatching(HASHED)]);
    expect(await problems(store)).toEqual([]);
    await store.close();
  });

  it.each([
    ['not begun', NOT_BEGUN],
    ['under way', MOVING],
  ])('are not given twice while the migration is %s, in whichever form the first one lies', async (_, at) => {
    const store = await storeAt(NOT_BEGUN);
    await give(store, ana, CODE);
    const meanwhile = await storeAt(at);
    const lots = (): Promise<number> =>
      opened.db.collection('lots').countDocuments({ merchantId: ana.merchantId });
    for (const gone of [HASHED, /\|[^h]/]) {
      const kept = await codes().find({ merchantId: ana.merchantId }).toArray();
      await codes().deleteMany({ merchantId: ana.merchantId, _id: gone });
      expect(await codes().countDocuments({ merchantId: ana.merchantId })).toBe(1);
      const refused = await give(meanwhile, ana, CODE).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(ConcurrentChangeError);
      expect((refused as Error).message).not.toContain(CODE);
      expect(await lots()).toBe(1);
      await codes().deleteMany({ merchantId: ana.merchantId });
      await codes().insertMany(kept);
    }
    await Promise.all([store.close(), meanwhile.close()]);
  });

  it('are of no process that was told to write them when the last pass begins: it waits for that one', async () => {
    await (await storeAt(NOT_BEGUN)).close();
    const mongo = await connectMongo(opened.uri);
    const form = formerForm(mongo, VOUCHER_CODES);
    const migrated: Promise<void>[] = [];
    const hesitating: FormerForm = {
      mayBeFound: (session) => form.mayBeFound(session),
      async isWritten(session) {
        const clear = await form.isWritten(session);
        if (migrated.length > 0) return clear;
        // The others are finished, so that this pass is the first that waits.
        await finishOthers();
        migrated.push(opened.migrate());
        await until('the last pass to begin', () =>
          opened.db.collection<{ _id: string }>('migrations').findOne({ _id: VOUCHER_CODES, last: true }),
        );
        return clear;
      },
    };
    const none = { adoptSale: () => Promise.resolve(), carryOn: () => Promise.resolve() };
    const wallets = createWallets(mongo, new VoucherCodeNames(encryptionKey, hesitating, hesitating), none);
    const lotId = await give({ wallets }, ana, CODE);
    await Promise.all(migrated);
    expect(await idsOf()).toEqual([expect.stringMatching(HASHED)]);
    expect(await found(opened.store)).toBe(lotId);
    await mongo.connection.close();
  });
});

describe('uses of vouchers', () => {
  it('say by their draws which voucher they use, and nowhere its code', async () => {
    const lotId = await give(opened.store, ana, CODE);
    expect(JSON.stringify(await use(opened.store, lotId))).not.toContain(CODE);
    await use(opened.store, lotId, reserveVoucher);
    expect(await undo(opened.store, lotId)).toEqual(['released', 'rolled_back']);
    expect(await problems(opened.store)).toEqual([]);
    await uses().updateOne({ 'draws.lotId': lotId }, { $set: { voucherCode: CODE } });
    expect(await problems(opened.store)).toEqual(['names a voucher otherwise than by its draw']);
  });

  it('name their voucher by its code too as long as an earlier version may run, and none after the last pass', async () => {
    const store = await storeAt(NOT_BEGUN);
    const lotId = await give(store, ana, CODE);
    expect(await use(store, lotId)).toMatchObject({ voucherCode: CODE });
    expect(await use(store, lotId, reserveVoucher)).toMatchObject({ voucherCode: CODE });
    expect(await problems(store)).toEqual([]);
    await opened.migrate();
    expect(await uses().countDocuments({ merchantId: ana.merchantId, voucherCode: CODE })).toBe(0);
    expect(await problems(store)).toEqual([]);
    await expect(use(store, lotId, reserveVoucher)).rejects.toThrow('voucher_reserved');
    expect(await undo(store, lotId)).toEqual(['released', 'rolled_back']);
    expect(JSON.stringify(await use(store, lotId))).not.toContain(CODE);
    expect(await problems(store)).toEqual([]);
    await store.close();
  });

  it('go on naming it for an earlier version when they are changed', async () => {
    const store = await storeAt(NOT_BEGUN);
    const lotId = await give(store, ana, CODE);
    await use(store, lotId);
    await use(store, lotId, reserveVoucher);
    await undo(store, lotId);
    const stored = await uses().find({ merchantId: ana.merchantId }).toArray();
    expect(stored).toMatchObject([{ voucherCode: CODE }, { voucherCode: CODE }]);
    await store.close();
  });
});

describe('attempts with a code', () => {
  const attempt = (): NewAttempt => ({
    ...{ merchantId: ana.merchantId, code: CODE, typed: null, lotId: null, action: 'look', outcome: 'ok' },
    ...{ repeated: false, facts: {}, operator: null, storeId: null, caller: 'key', redemptionId: null },
    at: new Date(NOW),
  });

  it('are never kept with it, and those of earlier versions are listed before and after the last pass', async () => {
    const store = await storeAt(NOT_BEGUN);
    const documents = opened.db.collection<NewAttempt & { _id: string }>('voucher_attempts');
    await documents.insertOne({ _id: `att_${randomUUID()}`, ...attempt(), at: new Date(NOW - 1) });
    await store.voucherAttempts.record(attempt());
    await store.voucherAttempts.record({ ...attempt(), code: OTHER });
    const clear = (): Promise<number> =>
      documents.countDocuments({ merchantId: ana.merchantId, code: { $ne: null } });
    const listed = async (): Promise<unknown> =>
      (await store.voucherAttempts.list(ana.merchantId, { code: CODE }, { limit: 10 })).map(
        ({ codeEnding, at }) => [codeEnding, at.getTime()],
      );
    expect(await clear()).toBe(1);
    const both = [
      ['9WHP', NOW],
      ['9WHP', NOW - 1],
    ];
    expect(await listed()).toEqual(both);
    await opened.migrate();
    expect(await clear()).toBe(0);
    expect(await listed()).toEqual(both);
    const found = await documents.find({ merchantId: ana.merchantId }).toArray();
    expect(JSON.stringify(found)).not.toMatch(/[KQ]7|7[KQ]/);
    await store.close();
  });

  it('of what cannot be one are recognised when they are repeated, and cannot be found out by trying', async () => {
    const { merchantId } = ana;
    const store = await storeAt(NOT_BEGUN);
    const documents = opened.db.collection<NewAttempt & { _id: string }>('voucher_attempts');
    const aCpf = createHash('sha256').update('52998224725').digest('hex');
    const typed: NewAttempt = { ...attempt(), code: null, typed: aCpf };
    await documents.insertOne({ _id: `att_${randomUUID()}`, ...typed });
    await store.voucherAttempts.record(typed);
    await store.voucherAttempts.record(typed);
    const kept = async (): Promise<unknown[]> =>
      (await documents.find({ merchantId }).toArray()).map((one) => one.typed);
    const [sealed, again] = (await kept()).filter((one) => one !== aCpf);
    expect(sealed).toMatch(HASHED);
    expect(again).toBe(sealed);
    await opened.migrate();
    expect(await kept()).toEqual([sealed, sealed, sealed]);
    await store.close();
  });
});

describe('answers that are kept for whoever repeats a call', () => {
  const answers = () => opened.db.collection<{ _id: string; body: unknown }>('idempotency');
  const request = (key: string) => ({ merchantId: ana.merchantId, route: 'r', key, bodyHash: 'h' });
  /** Now: what is kept for a month is deleted by MongoDB's own clock. */
  const AT = new Date();
  const BODY = { code: CODE, holder: 'Ana' };
  const answered = { kind: 'answered', status: 200, body: BODY };

  async function answer({ idempotency }: Store, key: string): Promise<string> {
    expect(await idempotency.claim(request(key), AT)).toEqual({ kind: 'mine' });
    await idempotency.answer(request(key), { status: 200, body: BODY });
    expect(await idempotency.claim(request(key), AT)).toEqual(answered);
    return JSON.stringify(await answers().find({ merchantId: ana.merchantId }).toArray());
  }

  it('are sealed', async () => {
    expect(await answer(opened.store, 'k')).not.toMatch(/K7QM|Ana/);
  });

  it('are in clear text as long as an earlier version may have to give them, and sealed by the last pass', async () => {
    const store = await storeAt(NOT_BEGUN);
    expect(await answer(store, 'k1')).toContain(CODE);
    await store.idempotency.claim(request('open'), AT);
    await opened.migrate();
    expect(await answer(store, 'k2')).not.toMatch(/K7QM|Ana/);
    expect(await store.idempotency.claim(request('k1'), AT)).toEqual(answered);
    expect(await store.idempotency.claim(request('open'), AT)).toEqual({ kind: 'in_flight' });
    await store.close();
  });
});

/** Says of every migration but that of the codes that it is finished. */
async function finishOthers(): Promise<void> {
  const migrations = opened.db.collection<{ _id: string }>('migrations');
  const state = { cursor: null, ...FINISHED, movedAt: new Date() };
  for (const { id } of allMigrations({ digestKey: encryptionKey, sealer: new Sealer(encryptionKey) }))
    if (id !== VOUCHER_CODES) await migrations.insertOne({ _id: id, ...state });
}
