import { afterEach, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import { attestationHash, attestationsGenesis } from '../../src/store/ledger';
import type { AttestationDoc } from '../../src/store/ledger';
import { aCustomerOf, earn, NOW, openDatabase } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';

type Stored = Record<string, unknown> & { _id: string };

let opened: OpenDatabase;
afterEach(() => opened.close());

const collection = (name: string): mongo.Collection<Stored> => opened.db.collection(name);

async function problems({ merchantId }: OneLedger): Promise<string[]> {
  return (await opened.store.ledger.verify(merchantId)).problems.map(({ problem }) => problem);
}

/** A customer with an account, who was merged into another. */
async function aMergedCustomer(): Promise<OneLedger> {
  const ledger = await aCustomerOf(opened.store);
  const { merchantId, customerId, tag } = ledger;
  await earn(opened.store, ledger, 1_000);
  const into = (await aCustomerOf(opened.store, merchantId)).customerId;
  const why = { automatic: false, operator: 'gerente', reason: 'Mesma pessoa', force: true };
  await opened.store.merges.merge({ id: `mrg_${tag}`, merchantId, from: customerId, into, ...why }, NOW);
  return ledger;
}

/** As a version changes records that attests none of them, and writes no entry: the month of an account, how a merge came about. */
async function asBefore({ merchantId }: OneLedger, name: string): Promise<void> {
  await collection('grants').updateMany({ merchantId }, { $set: { month: name } });
  await collection('customer_merges').updateMany({ merchantId }, { $set: { reason: name } });
}

const undo = ({ merchantId, tag }: OneLedger): Promise<unknown> =>
  opened.store.merges.undo(merchantId, `mrg_${tag}`, { operator: null, reason: null, call: 'undo' }, NOW);

/** The account as each of the two has it, and the merge. */
const ALL_CHANGED = Array<unknown>(3).fill(expect.stringMatching(/^is not as .* left it$/));

describe('beside a version that changes accounts and merges without attesting them', () => {
  it('nothing is held against them until the last pass, which attests them as they are by then', async () => {
    opened = await openDatabase({ finish: false });
    const ledger = await aMergedCustomer();
    await asBefore(ledger, '2026-01');
    expect(await problems(ledger)).toEqual([]);
    await opened.migrate();
    expect(await problems(ledger)).toEqual([]);
    await asBefore(ledger, '2020-01');
    expect(await problems(ledger)).toEqual(ALL_CHANGED);
  });

  it('nor what this version has then written over it', async () => {
    opened = await openDatabase({ finish: false });
    const ledger = await aMergedCustomer();
    await asBefore(ledger, '2026-01');
    await undo(ledger);
    expect(await problems(ledger)).toEqual([]);
    await opened.migrate();
    expect(await problems(ledger)).toEqual([]);
    const attested = await collection('ledger_attestations').find().toArray();
    await opened.db.collection('migrations').deleteMany({});
    await opened.migrate();
    expect(await collection('ledger_attestations').find().toArray()).toEqual(attested);
  });

  it('nor where an account went to another customer', async () => {
    opened = await openDatabase({ finish: false });
    const ledger = await aMergedCustomer();
    await undo(ledger);
    await opened.migrate();
    expect(await problems(ledger)).toEqual([]);
    const [grant] = await collection('grants').find({ merchantId: ledger.merchantId }).toArray();
    await collection('grants').deleteOne({ _id: grant!._id });
    const gone = await problems(ledger);
    expect(gone).toContainEqual(expect.stringMatching(/^is missing, though/));
    await opened.migrate();
    expect(await problems(ledger)).not.toContainEqual(expect.stringMatching(/^is missing, though/));
  });

  it('after it was gone back to, `--finish` asked for again attests what it wrote', async () => {
    opened = await openDatabase();
    const ledger = await aMergedCustomer();
    const finished = async (): Promise<unknown[]> =>
      (
        await opened.db
          .collection('migrations')
          .find({ _id: /attested/ })
          .toArray()
      ).map(({ finishedAt }) => finishedAt as unknown);
    const before = await finished();
    await asBefore(ledger, '2026-01');
    expect(await problems(ledger)).toEqual(ALL_CHANGED);
    await undo(ledger);
    expect(await problems(ledger)).toContainEqual(expect.stringMatching(/had been changed when/));
    await opened.migrate();
    expect(await problems(ledger)).toEqual([]);
    expect(before).toHaveLength(2);
    for (const [index, at] of (await finished()).entries()) expect(at).not.toEqual(before[index]);
  });
});

/** As a version attests a merge that says nothing of the persons it names. */
async function asAttestedBefore({ merchantId, customerId }: OneLedger): Promise<void> {
  const attestations = opened.db.collection<AttestationDoc>('ledger_attestations');
  let hash = attestationsGenesis(merchantId, customerId);
  for (const doc of await attestations.find({ merchantId, customerId }).sort({ n: 1 }).toArray()) {
    const records = doc.records.map(({ who: _who, whoWas: _was, ...record }) => record);
    hash = attestationHash(hash, { ...doc, records });
    await attestations.updateOne({ _id: doc._id }, { $set: { records, hash } });
  }
  await collection('wallets').updateOne({ _id: customerId }, { $set: { 'attested.hash': hash } });
}

describe('whom a merge names', () => {
  const change = ({ merchantId }: OneLedger, set: Record<string, unknown>) =>
    collection('customer_merges').updateOne({ merchantId }, { $set: set });

  it.each([
    { identityKeys: [] },
    { 'takenOver.document': true },
    { takenOver: { emails: ['x@example.com'] } },
  ])(
    'is found where somebody changed it by hand, and as well once the merge was undone by it: %j',
    async (set) => {
      opened = await openDatabase();
      const ledger = await aMergedCustomer();
      expect(await problems(ledger)).toEqual([]);
      await change(ledger, set);
      expect(await problems(ledger)).toEqual([expect.stringMatching(/^is not as attestation \d+ left it$/)]);
      if ('takenOver' in set) return;
      await undo(ledger);
      expect(await problems(ledger)).toEqual([expect.stringMatching(/^had been changed when .* left it$/)]);
    },
  );

  it('is not compared where a version attested the merge that did not know it, until the migration does', async () => {
    opened = await openDatabase({ finish: false });
    const ledger = await aMergedCustomer();
    await asAttestedBefore(ledger);
    expect(await problems(ledger)).toEqual([]);
    await opened.migrate();
    expect(await problems(ledger)).toEqual([]);
    await asAttestedBefore(ledger);
    await change(ledger, { identityKeys: [] });
    expect(await problems(ledger)).toEqual([]);
    await collection('migrations').deleteMany({});
    await opened.migrate();
    await change(ledger, { identityKeys: ['x'] });
    expect(await problems(ledger)).toEqual([expect.stringMatching(/^is not as attestation \d+ left it$/)]);
  });
});
