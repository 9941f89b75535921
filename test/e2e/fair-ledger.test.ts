import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { flowsOf } from '../../src/api/report/report-view';
import { catchUp, endReminder, settleSale } from '../../src/loyalty';
import { aCustomerOf, NOW, openDatabase, use } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';

const HOUR = 3_600_000;
const END = NOW + 240 * HOUR;
const LATER = END + 168 * HOUR;

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());

const saleIdOf = ({ tag }: OneLedger): string => `sal_${tag}`;

/** R$ 10,00 of which a reminder is owed. */
async function owed(): Promise<OneLedger> {
  const ledger = await aCustomerOf(opened.store);
  const { merchantId, customerId } = ledger;
  const saleId = saleIdOf(ledger);
  const dates = { activatesAt: NOW, expiresAt: END, fairUntil: LATER };
  const of = { saleId, programVersion: 1, zone: 'America/Sao_Paulo', month: '2026-03' };
  await opened.store.wallets.change(merchantId, customerId, { saleId }, NOW, (book, now) => ({
    result: settleSale(
      book,
      {
        ...{ ...of, policy: 'allow_debt' as const, dates: () => dates },
        deserved: [{ ruleId: 'r', type: 'cashback', amount: 1_000 }],
      },
      now,
    ),
  }));
  return ledger;
}

function remind(ledger: OneLedger, now: number): Promise<void> {
  const { merchantId, customerId } = ledger;
  const saleId = saleIdOf(ledger);
  return opened.store.wallets.change(merchantId, customerId, { saleId }, now, (book, at) => ({
    result: endReminder(book, { saleId, end: END, why: 'accepted' }, at),
  }));
}

const timePasses = ({ merchantId, customerId }: OneLedger, now: number): Promise<void> =>
  opened.store.wallets.change(merchantId, customerId, {}, now, (book, at) => ({ result: catchUp(book, at) }));

async function decided({ merchantId, customerId }: OneLedger): Promise<string[]> {
  const lines = await opened.store.ledger.statement(merchantId, customerId, { limit: 50 });
  return lines.map(({ type }) => type).filter((type) => ['REMIND', 'EXTEND', 'EXPIRE'].includes(type));
}

async function problems({ merchantId }: OneLedger): Promise<string[]> {
  return (await opened.store.ledger.verify(merchantId)).problems.map(({ problem }) => problem);
}

const byHand = async ({ customerId }: OneLedger, change: object): Promise<void> => {
  const { matchedCount } = await opened.db.collection('lots').updateOne({ customerId }, change);
  expect(matchedCount).toBe(1);
};

describe('that an end goes on, or stands', () => {
  it('is written once by any number of workers, and proved', async () => {
    const reminded = await owed();
    await Promise.all(Array.from({ length: 4 }, () => remind(reminded, NOW + HOUR)));
    await Promise.all(Array.from({ length: 4 }, () => timePasses(reminded, END)));
    expect(await decided(reminded)).toEqual(['EXPIRE', 'REMIND']);
    const unreminded = await owed();
    await Promise.all(Array.from({ length: 4 }, () => timePasses(unreminded, END)));
    await Promise.all(Array.from({ length: 4 }, () => remind(unreminded, END)));
    expect(await decided(unreminded)).toEqual(['EXTEND']);
    for (const ledger of [reminded, unreminded]) expect(await problems(ledger)).toEqual([]);
  });

  it('comes to one of the two where a reminder and the end meet', async () => {
    const ledger = await owed();
    await Promise.all([remind(ledger, END - 1), timePasses(ledger, END)]);
    expect([['EXPIRE', 'REMIND'], ['EXTEND']]).toContainEqual(await decided(ledger));
    expect(await problems(ledger)).toEqual([]);
  });

  it('is counted by reports with the entry behind the figure; until it is written, the lot lies behind its later end', async () => {
    const ledger = await owed();
    const { reports } = opened.store;
    const { merchantId } = ledger;
    await use(opened.store, ledger, 'held', 300, false);
    const now = new Date(END + HOUR);
    const ends = { from: new Date(END), until: new Date(LATER) };
    for (const [state, amount] of Object.entries({ active: 700, reserved: 300 } as const))
      expect(
        await reports.lots(merchantId, {
          ...{ benefit: 'cashback', state: state as 'active' | 'reserved', ends, now, limit: 5 },
        }),
      ).toMatchObject([{ amount, expiresAt: new Date(END), goesOnUntil: new Date(LATER) }]);
    const soon = { from: now, until: new Date(LATER), zone: 'America/Sao_Paulo' };
    const [ending] = await reports.ending(merchantId, soon);
    expect(ending).toEqual({ type: 'cashback', date: expect.any(String), amount: 700 });
    expect(await reports.ending(merchantId, { ...soon, until: new Date(LATER - 1) })).toEqual([]);
    expect(await reports.ending(merchantId, { ...soon, from: new Date(LATER) })).toEqual([]);
    await timePasses(ledger, +now);
    // With what was reserved, and let go before the end.
    expect(await reports.ending(merchantId, soon)).toEqual([{ ...ending, amount: 1_000 }]);
    const period = { from: new Date(NOW), end: new Date(LATER), zone: 'America/Sao_Paulo' };
    const { moved } = await reports.activity(merchantId, period, null);
    expect(flowsOf(moved)).toMatchObject({ granted: 1_000, expired: 0, extended: 1_000, net: 1_000 });
    const behind = await reports.movements(merchantId, {
      flow: 'extended',
      benefit: 'cashback',
      limit: 5,
      ...period,
    });
    expect(behind.map(({ type, amount }) => [type, amount])).toEqual([['EXTEND', 1_000]]);
  });

  it.each<[string, object]>([
    ['is taken away', { $unset: { fairUntil: 1 } }],
    ['is put off', { $set: { fairUntil: new Date(LATER + HOUR) } }],
  ])('is found where it %s by hand, before anybody writes and after', async (_, change) => {
    const ledger = await owed();
    expect(await problems(ledger)).toEqual([]);
    await byHand(ledger, change);
    expect(await problems(ledger)).toContainEqual(expect.stringMatching(/dates or terms are not those/));
    await use(opened.store, ledger, 'used', 300, true);
    expect(await problems(ledger)).toContainEqual(
      expect.stringMatching(/had been changed when .* was written/),
    );
  });

  it('is found where it is put in by hand after it was decided', async () => {
    const ledger = await owed();
    await remind(ledger, NOW + HOUR);
    await byHand(ledger, { $set: { fairUntil: new Date(LATER) } });
    expect(await problems(ledger)).toContainEqual(expect.stringMatching(/dates or terms are not those/));
  });
});
