import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lookAround } from '../../src/activities/sale/first-look';
import { programSchema } from '../../src/loyalty';
import type { Program, Sale } from '../../src/loyalty';
import { openStore } from '../../src/store';
import { aCustomerOf, NOW, openDatabase } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';
import { aStoredSale } from './a-stored-sale';
import { aProgram } from './builders';

const FAIR = programSchema.parse(aProgram({ messages: { expiring: { before: ['P1D'] } } }));

let opened: OpenDatabase;
let ledger: OneLedger;
let sale: Sale;
beforeEach(async () => {
  opened = await openDatabase({ finish: false });
  ledger = await aCustomerOf(opened.store);
  await opened.store.programs.publish(ledger.merchantId, FAIR, new Date(NOW));
  sale = await aStoredSale(opened.store, ledger, 'one');
});
afterEach(() => opened.close());

/** Whether the program by which a sale is paid gives time; null: by the newest, which it is not pinned to yet. */
async function givesTime(programVersion: number | null, store = opened.store): Promise<boolean | undefined> {
  const asked = { ...sale, benefit: { ...sale.benefit, programVersion } };
  const { version } = await lookAround(store, asked);
  return version!.program.messages.expiring!.fair;
}

const shown = async (): Promise<Program> => (await opened.store.programs.current(ledger.merchantId))!.program;

describe('a program that asks for fair expiry', () => {
  it('gives no lot time while versions may run that do not know it, and does from then on, in each process', async () => {
    const other = await openStore(opened);
    for (const store of [opened.store, other]) {
      expect(await givesTime(4, store)).toBe(false);
      expect(await givesTime(null, store)).toBe(false);
    }
    await opened.migrate();
    for (const store of [opened.store, other]) {
      expect(await givesTime(4, store)).toBe(true);
      expect(await givesTime(null, store)).toBe(true);
    }
    await other.close();
  });

  it('is shown as it was published all the while', async () => {
    expect(await shown()).toEqual(FAIR);
    await opened.migrate();
    expect(await shown()).toEqual(FAIR);
  });

  it('leaves alone versions that were published before, or say that ends stand', async () => {
    const programs = opened.db.collection<{ _id: string }>('programs');
    // As a version published it that knew no such switch and sealed nothing.
    const before = { $unset: { 'program.messages.expiring.fair': 1, seal: 1 } as const };
    expect((await programs.updateOne({ _id: `${ledger.merchantId}/3` }, before)).modifiedCount).toBe(1);
    expect(await givesTime(3)).toBe(false);
    await opened.migrate();
    for (const version of [2, 3]) expect(await givesTime(version)).toBe(false);
  });
});
