import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import type { ProgramDoc } from '../../src/store/program';
import { aCustomerOf, earn, openDatabase } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';

let opened: OpenDatabase;
let programs: mongo.Collection<ProgramDoc>;
let ledger: OneLedger;

/** A merchant of three versions, by the first of which somebody earned. */
async function open(finish: boolean): Promise<void> {
  opened = await openDatabase({ finish });
  programs = opened.db.collection('programs');
  ledger = await aCustomerOf(opened.store);
  await earn(opened.store, ledger, 500);
}
afterEach(() => opened.close());

async function problems(): Promise<string[]> {
  const found = await opened.store.ledger.verify(ledger.merchantId);
  return found.problems.map(({ subject, problem }) => `${subject}: ${problem}`);
}

const versionId = (version: number): string => `${ledger.merchantId}/${version}`;
const change = (version: number, update: object): Promise<unknown> =>
  programs.updateOne({ _id: versionId(version) }, update);

describe('published versions, as the proof sees them', () => {
  beforeEach(() => open(true));

  it('hold as they were published', async () => {
    expect(await problems()).toEqual([]);
    expect((await opened.store.ledger.verifySeals(ledger.merchantId)).problems).toEqual([]);
  });

  it.each([
    ['a rate', { $set: { 'program.earning.rules.0.grant.rateBps': 10_000 } }],
    ['a limit that nobody has set', { $set: { 'program.earning.rules.0.capPerSaleCents': 1 } }],
    ['null for what is not there', { $set: { 'program.earning.rules.0.capPerSaleCents': null } }],
    ['when it was published', { $set: { publishedAt: new Date(0) } }],
    ['the seal of another', { $set: { seal: '0'.repeat(64) } }],
  ])('are named where somebody writes %s', async (_what, update) => {
    await change(1, update);
    const expected = [`program ${versionId(1)}: is not as it was published`];
    expect(await problems()).toEqual(expected);
    const { problems: ofSeals } = await opened.store.ledger.verifySeals(ledger.merchantId);
    expect(ofSeals.map(({ subject, problem }) => `${subject}: ${problem}`)).toEqual(expected);
  });

  it('are named where one is put in, or stands in the place of another', async () => {
    const [one, two] = await programs.find({ merchantId: ledger.merchantId }).sort({ version: 1 }).toArray();
    const { seal: _none, ...bare } = two!;
    await programs.insertOne({ ...bare, _id: versionId(4), version: 4 });
    expect(await problems()).toEqual([`program ${versionId(4)}: nothing says that it was ever published`]);
    await programs.deleteOne({ _id: versionId(4) });
    await change(1, { $set: { program: two!.program, seal: two!.seal! } });
    expect(await problems()).toEqual([`program ${versionId(1)}: is not as it was published`]);
    await programs.replaceOne({ _id: one!._id }, one!);
    expect(await problems()).toEqual([]);
  });

  it('are missed where they are gone: one before others, and all by what was given by them', async () => {
    await programs.deleteOne({ _id: versionId(1) });
    expect(await problems()).toEqual([`program ${versionId(2)}: is found where version 1 should be`]);
    await programs.deleteMany({ merchantId: ledger.merchantId });
    expect(await problems()).toEqual([
      expect.stringMatching(/^earn\/.*: goes by version 1 of the program, and 0 were published$/),
    ]);
  });
});

describe('beside a version that seals no programs', () => {
  beforeEach(() => open(false));

  it('one that it publishes is not judged until the migration has sealed it; at the end every one is', async () => {
    await change(3, { $unset: { seal: 1 }, $set: { 'program.name': 'Clube antigo' } });
    expect(await problems()).toEqual([]);
    await change(2, { $set: { 'program.name': 'Clube forjado' } });
    const forged = `program ${versionId(2)}: is not as it was published`;
    expect(await problems()).toEqual([forged]);
    await opened.migrate();
    expect(await problems()).toEqual([forged]);
    await change(3, { $set: { 'program.name': 'Clube trocado' } });
    expect(await problems()).toEqual([forged, `program ${versionId(3)}: is not as it was published`]);
    await change(3, { $unset: { seal: 1 } });
    expect(await problems()).toEqual([
      forged,
      `program ${versionId(3)}: nothing says that it was ever published`,
    ]);
  });

  it('the migration seals what has no seal, and leaves all others as they are', async () => {
    await change(3, { $unset: { seal: 1 } });
    const before = await programs.find().sort({ _id: 1 }).toArray();
    await opened.migrate();
    const after = await programs.find().sort({ _id: 1 }).toArray();
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2]).toEqual({ ...before[2]!, seal: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await opened.db.collection('migrations').deleteMany({});
    await opened.migrate();
    expect(await programs.find().sort({ _id: 1 }).toArray()).toEqual(after);
  });
});
