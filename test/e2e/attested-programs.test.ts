import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import { programSchema } from '../../src/loyalty';
import type { ProgramDoc } from '../../src/store/program';
import { aCustomerOf, earn, openDatabase } from './a-ledger';
import type { OneLedger, OpenDatabase } from './a-ledger';
import { aProgram } from './builders';

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

describe('published versions, as sales are paid by them', () => {
  beforeEach(() => open(true));

  const used = (version: number): Promise<unknown> =>
    opened.store.programs.version(ledger.merchantId, version);

  it('are used as they were published, and not once somebody has changed them, until that is mended', async () => {
    const known = (await programs.findOne({ _id: versionId(1) }))!;
    await change(1, { $set: { 'program.earning.rules.0.grant.rateBps': 10_000 } });
    await expect(used(1)).rejects.toMatchObject({ name: 'ForgedProgramError', version: 1 });
    await programs.replaceOne({ _id: known._id }, known);
    expect(await used(1)).toMatchObject({ version: 1 });
    // What a process has read as it was published stays so.
    await change(1, { $set: { 'program.earning.rules.0.grant.rateBps': 10_000 } });
    expect(await used(1)).toMatchObject({ program: known.program });
  });

  it('are not used where nobody has published them, and another is published in their place all the same', async () => {
    const { merchantId } = ledger;
    const known = (await programs.findOne({ _id: versionId(3) }))!;
    const { seal: _none, ...bare } = known;
    await programs.insertOne({ ...bare, _id: versionId(4), version: 4 });
    await expect(opened.store.programs.current(merchantId)).rejects.toMatchObject({ version: 4 });
    const published = await opened.store.programs.publish(
      merchantId,
      programSchema.parse(aProgram()),
      new Date(),
    );
    expect(published.version).toBe(5);
    expect(await opened.store.programs.current(merchantId)).toMatchObject({ version: 5 });
  });
});

describe('beside a version that seals no programs', () => {
  beforeEach(() => open(false));

  it('one that it publishes is used', async () => {
    await change(3, { $unset: { seal: 1 } });
    expect(await opened.store.programs.current(ledger.merchantId)).toMatchObject({ version: 3 });
    await opened.migrate();
    expect(await opened.store.programs.current(ledger.merchantId)).toMatchObject({ version: 3 });
    await change(3, { $unset: { seal: 1 } });
    await expect(opened.store.programs.current(ledger.merchantId)).rejects.toMatchObject({ version: 3 });
  });

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
