import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { mongo, Schema } from 'mongoose';
import { attestationModel, budgetModel, entryModel, grantModel, lotModel } from '../../src/store/ledger';
import { redemptionModel, voucherCodeModel, walletModel } from '../../src/store/ledger';
import { mergeModel } from '../../src/store/customer';
import { programModel } from '../../src/store/program';
import { saleModel } from '../../src/store/sale';
import { checkpointModel, headModel, sealModel } from '../../src/store/ledger/proof';
import { NOW, openDatabase } from './a-ledger';
import type { OpenDatabase } from './a-ledger';
import { aFullLedger, aLongLedger } from './a-full-ledger';

type Stored = Record<string, unknown> & { _id: string };

/** Every kind of document about value: its schema says which fields there can be. */
const VALUE = [
  ...[attestationModel, budgetModel, checkpointModel, entryModel, grantModel, headModel, lotModel],
  ...[mergeModel, programModel, redemptionModel, saleModel, sealModel, voucherCodeModel, walletModel],
] as unknown as { schema: Schema }[];

/** A database as an earlier version left it. */
const FORMER = mongoose.mongo.BSON.EJSON.parse(
  readFileSync(join(__dirname, '../databases/busy-shop.json'), 'utf8'),
) as { merchantId: string; collections: Record<string, Stored[]> };

/** Fields that nothing proves, because nothing is worth more or less for them. */
const NO_VALUE: Record<string, string> = {
  'lots.version': 'counts writes, so that none overwrites another unseen',
  'wallets.version': 'counts writes: it is the lock',
  'rule_budgets.version': 'counts writes: it is the lock',
  'rule_budgets.recountedUntil': 'when it is counted anew from the accounts; found where that is put off',
  'rule_budgets.countedAt': 'when it is counted anew from the accounts',
  'sales.silent': 'whether anybody is written to; what a lot has by that is kept with the lot',
  'sales.told': 'which messages have been dealt with',
  'sales.postponed': 'which messages are tried again',
  'sales.timeline': 'what happened, in words; nothing follows from it',
  'sales.readAt': 'when its source was read last',
  'sales.nextAt': 'when it is next looked at; whoever looks decides by everything else',
  'sales.turnsAt': 'when the clock gives it another status; an answer looks at the lots themselves',
  'sales.turnsTo': 'which; an answer looks at the lots themselves',
  'sales.parked': 'why its source is not asked any more; it is asked all the same',
  'sales.claimTaken': 'a lease of half a minute',
  'sales.seal': 'of a sale that is attested: it says something only before that',
  'redemptions.unwoken':
    'whether runs have been told: once more does no harm; a sale that was not is found by its uses, a day later',
  'customer_merges.woken':
    'whether runs have been told: once more does no harm; untold, they go on until they next look',
  'ledger_checkpoints.customerId': 'it is nobody’s then; where there is none, entries are replayed',
  'ledger_checkpoints.mark': 'without one it stands for nothing, and entries are replayed',
  'customer_merges.keyId': 'said by its entries, which are proved, and read from them',
};

/** The same, of a sale that is in nobody's ledger yet. */
const NO_VALUE_YET: Record<string, string> = {
  ...Object.fromEntries(Object.entries(NO_VALUE).filter(([field]) => field !== 'sales.seal')),
  'sales.attestingVersion': 'counts writes, and is compared once there is a digest',
  'sales.merchantId': 'it is another merchant’s then, and found with that one’s',
};

/** The same, of one that is nobody’s. */
const NO_VALUE_OF_NOBODY: Record<string, string> = {
  ...NO_VALUE_YET,
  'sales.seal': 'one without a seal is found when it becomes somebody’s',
  'sales.attested': 'the mark of an attested one is found when it becomes somebody’s',
};

/** Sales, by what proves them: what is attested of them, or their seal; and who finds that there is neither, but for those of nobody. */
const SALES = {
  settled: { attested: { $exists: true } },
  ours: { attested: { $exists: false }, customerId: { $ne: null } },
  nobodys: { attested: { $exists: false }, customerId: null },
};

let opened: OpenDatabase;
let merchantId: string;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());

const collectionOf = ({ schema }: { schema: Schema }): string => String(schema.get('collection'));

function collection(name: string): mongo.Collection<Stored> {
  return opened.db.collection<Stored>(name);
}

/** @param how where the proof goes by checkpoints: as it is made on its schedule */
async function problems(how: { after?: string; checkpointsAt?: number } = {}): Promise<string[]> {
  const found = await opened.store.ledger.verify(merchantId, how);
  return found.problems.map(({ subject, problem }) => `${subject}: ${problem}`);
}

/** Every place in a document that holds a value, and those the schema knows that hold none here. */
function placesIn(doc: Stored, schema: Schema): string[] {
  const there = (value: unknown, path: string): string[] => {
    if (Array.isArray(value))
      return [path, ...value.slice(0, 2).flatMap((one, i) => there(one, `${path}.${i}`))];
    if (typeof value === 'object' && value !== null && !(value instanceof Date))
      return Object.entries(value).flatMap(([name, inner]) =>
        there(inner, path === '' ? name : `${path}.${name}`),
      );
    return [path];
  };
  const held = there(doc, '');
  const absent = Object.keys(schema.paths).filter(
    (path) => !held.some((place) => place === path || place.startsWith(`${path}.`)),
  );
  return [...held, ...absent];
}

function at(doc: Stored, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Stored | undefined)?.[name], doc);
}

function withChange(doc: Stored, path: string, value: unknown): Stored {
  const changed = structuredClone(doc);
  const names = path.split('.');
  const last = names.pop()!;
  let holder = changed as Record<string, unknown>;
  for (const name of names) holder = (holder[name] ??= {}) as Record<string, unknown>;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return changed;
}

/** What somebody could write in place of a value: another of its kind, and nothing at all. */
function othersThan(value: unknown, schema: Schema, path: string): unknown[] {
  if (Array.isArray(value)) return [value.length === 0 ? ['x'] : value.slice(1)];
  switch (typeof value) {
    case 'number':
      return [value + 1, ...(value === 0 ? [] : [undefined])];
    case 'string':
      return [`${value}x`, undefined];
    case 'boolean':
      return [!value];
    default:
      if (value instanceof Date) return [new Date(value.getTime() + 1), undefined];
      return [someOf(schema.paths[path]?.instance)];
  }
}

function someOf(type: string | undefined): unknown {
  if (type === 'Number') return 1;
  if (type === 'Boolean') return true;
  if (type === 'Date') return new Date(1);
  return 'x';
}

/** Puts another document in a document's place while `work` is done; false where the database does not let it in. */
async function inPlaceOf<T>(
  name: string,
  doc: Stored,
  other: Stored,
  work: () => Promise<T>,
): Promise<T | null> {
  const docs = collection(name);
  await docs.deleteOne({ _id: doc._id });
  try {
    await docs.insertOne(other);
    return await work();
  } catch (error) {
    if ((error as { code?: number }).code !== 11_000) throw error;
    return null;
  } finally {
    await docs.deleteOne({ _id: other._id });
    await docs.insertOne(doc);
  }
}

async function storedIn(name: string, which: keyof typeof SALES = 'settled'): Promise<Stored[]> {
  return collection(name)
    .find({ merchantId, ...(name === 'sales' ? SALES[which] : {}) })
    .sort({ _id: 1 })
    .toArray();
}

/** Every field there is, each in the first document that holds something there, or else in the first. */
async function everyField(
  name: string,
  schema: Schema,
  which: keyof typeof SALES,
): Promise<{ doc: Stored; path: string; field: string }[]> {
  const fields = new Map<string, { doc: Stored; path: string; field: string; held: boolean }>();
  for (const doc of await storedIn(name, which))
    for (const path of placesIn(doc, schema)) {
      const field = path.replace(/\.\d+/g, '');
      const held = (at(doc, path) ?? null) !== null;
      if (!fields.has(field) || (held && !fields.get(field)!.held))
        fields.set(field, { doc, path, field, held });
    }
  return [...fields.values()];
}

/** The counter of a budget, as the accounts give it. */
async function aBudget(): Promise<Stored> {
  const off = { $add: ['$taken', '$letOff', '$lapsed'] };
  const [sum] = await opened.db
    .collection('grants')
    .aggregate<{ used: number }>([
      { $match: { merchantId, ruleId: 'r', type: 'cashback' } },
      { $group: { _id: null, used: { $sum: { $subtract: ['$granted', off] } } } },
    ])
    .toArray();
  const at = { recountedUntil: new Date(0), countedAt: new Date(1) };
  return {
    _id: `${merchantId}/cashback/r`,
    merchantId,
    ruleId: 'r',
    type: 'cashback',
    used: sum!.used,
    version: 1,
    ...at,
  };
}

/** How what is done to a kind is found, where not by the proof of everything from the first entry. */
const HOW: Record<string, Parameters<typeof problems>[0]> = {
  ledger_checkpoints: { after: '', checkpointsAt: NOW },
};

/** Kinds of which a document that is not there is no harm. */
const NEEDLESS = ['rule_budgets', 'ledger_checkpoints'];

/** Each kind of document there is of the merchant, with its schema. */
const KINDS = VALUE.map((model) => [collectionOf(model), model.schema] as const);

/** Changes every field of every kind of document in turn. Answers those whose change was not found. */
async function unfoundIn(
  name: string,
  schema: Schema,
  which: keyof typeof SALES = 'settled',
): Promise<string[]> {
  const unfound = new Set<string>();
  for (const { doc, path, field } of await everyField(name, schema, which))
    for (const other of othersThan(at(doc, path), schema, path)) {
      if (path === '_id' && other === undefined) continue;
      const found = await inPlaceOf(name, doc, withChange(doc, path, other), () => problems(HOW[name]));
      if (found?.length === 0) unfound.add(`${name}.${field}`);
    }
  return [...unfound];
}

const belongsTo = (field: string) => (path: string) => path === field || path.startsWith(`${field}.`);

describe('what somebody who can write to the database changes by hand', () => {
  it('begins from a ledger that holds, and has every kind of document', async () => {
    ({ merchantId } = await aFullLedger(opened.store));
    await aLongLedger(opened.store, merchantId);
    expect(await problems(HOW['ledger_checkpoints'])).toEqual([]);
    await collection('rule_budgets').insertOne(await aBudget());
    expect(await problems()).toEqual([]);
    for (const [name] of KINDS) expect([name, (await storedIn(name)).length]).not.toContain(0);
  });

  it.each(KINDS)('is found in every field of %s, or the field carries no value', async (name, schema) => {
    const unfound = await unfoundIn(name, schema);
    const excused = Object.keys(NO_VALUE).filter((field) => field.startsWith(`${name}.`));
    expect(unfound.filter((path) => !excused.some((field) => belongsTo(field)(path)))).toEqual([]);
    expect(excused.filter((field) => !unfound.some(belongsTo(field)))).toEqual([]);
  });

  it.each([
    ['a customer’s sale', 'ours', NO_VALUE_YET],
    ['nobody’s sale', 'nobodys', NO_VALUE_OF_NOBODY],
  ] as const)(
    'is found in every field of %s that is in no ledger yet, or the field carries no value',
    async (_whose, which, none) => {
      const unfound = await unfoundIn('sales', saleModel.schema, which);
      expect(unfound).not.toEqual([]);
      const excused = Object.keys(none).filter((field) => field.startsWith('sales.'));
      expect(unfound.filter((path) => !excused.some((field) => belongsTo(field)(path)))).toEqual([]);
      expect(excused.filter((field) => !unfound.some(belongsTo(field)))).toEqual([]);
    },
  );

  it('is found where a customer is marked as merged, or as not merged', async () => {
    for (const doc of await storedIn('customers')) {
      const { mergedInto } = doc;
      const others = [mergedInto === null ? 'cus_x' : null, ...(mergedInto === null ? [] : ['cus_x'])];
      for (const other of others) {
        const found = await inPlaceOf('customers', doc, { ...doc, mergedInto: other }, () => problems());
        expect(found).toEqual([`${doc._id}: is marked as merged otherwise than its wallet`]);
      }
    }
  });

  it('is found in when a migration was finished: what is not attested or sealed has an excuse until then', async () => {
    const migrations = await collection('migrations').find().toArray();
    expect(migrations.length).toBeGreaterThan(10);
    for (const doc of migrations) {
      const at = (doc['finishedAt'] as Date).getTime();
      for (const finishedAt of [new Date(at + 1), new Date(at - 1), null, undefined])
        expect(
          await inPlaceOf('migrations', doc, withChange(doc, 'finishedAt', finishedAt), () => problems()),
        ).toEqual([`${doc._id}: was not finished when its migration says`]);
      const unfinished = { ...doc, finishedAt: null };
      for (const other of [doc, unfinished])
        expect(
          await inPlaceOf('migrations', doc, withChange(other, 'mark', undefined), () => problems()),
        ).toContainEqual(`${doc._id}: was finished, and its migration says so no more`);
      await collection('migrations').deleteOne({ _id: doc._id });
      expect(await problems()).toContainEqual(`${doc._id}: was finished, and its migration says so no more`);
      await collection('migrations').insertOne(doc);
    }
    expect(await problems()).toEqual([]);
  });

  it('is found where a budget’s counter is to be counted anew later than any is, whatever it counts', async () => {
    const [counter] = await storedIn('rule_budgets');
    const late = { ...counter!, recountedUntil: new Date('2099-01-01') };
    for (const other of [late, { ...late, used: 0 }])
      expect(await inPlaceOf('rule_budgets', counter!, other, () => problems())).toEqual([
        `${counter!._id}: is to be counted anew later than any is`,
      ]);
  });

  it.each(KINDS.filter(([name]) => !NEEDLESS.includes(name)))(
    'is found where a document of %s is deleted',
    async (name) => {
      for (const doc of await storedIn(name)) {
        await collection(name).deleteOne({ _id: doc._id });
        expect([doc._id, await problems()]).not.toEqual([doc._id, []]);
        await collection(name).insertOne(doc);
      }
      expect(await problems()).toEqual([]);
    },
  );
});

describe('a ledger that an earlier version wrote', () => {
  it('holds before anything was moved, though nobody can tell what was done to its accounts until then', async () => {
    await opened.close();
    opened = await openDatabase({ finish: false });
    merchantId = FORMER.merchantId;
    for (const [name, documents] of Object.entries(FORMER.collections))
      await collection(name).insertMany(documents);
    expect(await problems()).toEqual([]);
    const [grant] = await storedIn('grants');
    const forged = { ...grant!, month: '2020-01', programVersion: 99 };
    expect(await inPlaceOf('grants', grant!, forged, () => problems())).toEqual([]);
  });

  it('is attested as it stands by the migration, which has nothing to do the second time', async () => {
    await opened.migrate();
    expect(await problems()).toEqual([]);
    const attested = await storedIn('ledger_attestations');
    const whole = attested.filter((one) => one['whole'] === true);
    expect(whole.map(({ customerId }) => customerId)).toEqual(
      (await storedIn('wallets')).map(({ _id }) => _id),
    );
    const sales = attested.flatMap((one) => (one['sales'] ?? []) as { id: string }[]);
    expect(sales.map(({ id }) => id).sort()).toEqual((await storedIn('sales')).map(({ _id }) => _id));
    expect(sales.length).toBeGreaterThan(0);
    await opened.db.collection('migrations').deleteMany({});
    await opened.migrate();
    expect(await storedIn('ledger_attestations')).toEqual(attested);
  });

  // A counter of an earlier version is counted anew before anybody goes by it, and it made no checkpoint.
  it.each(KINDS.filter(([name]) => !NEEDLESS.includes(name)))(
    'is then proved in every field of %s as any other',
    async (name, schema) => {
      const unfound = await unfoundIn(name, schema);
      expect(
        unfound.filter((path) => !Object.keys(NO_VALUE).some((field) => belongsTo(field)(path))),
      ).toEqual([]);
    },
  );
});
