import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { loadConfig } from '../../src/config';
import type { Store } from '../../src/store';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

const MERCHANT = 'mer_search';
/** Many of one word, many words of few people, one person with several of them, and words that only begin alike. */
const NAMES = [
  ...Array.from({ length: 40 }, () => 'maria silva'),
  ...Array.from({ length: 30 }, (_, n) => `mariana ${'abcdefghij'[n % 10]}`),
  ...Array.from({ length: 30 }, (_, n) => `maria${String(n).padStart(2, '0')} lima`),
  ...['maria mariana marilia', 'marilia maria', 'marilia mariana', 'ana marisol', 'marisol'],
  ...['mariß', 'marizé', 'mário', 'joana', 'mar', 'mariaé silva', 'silvana maria', 'maria mar'],
];

interface Doc {
  _id: string;
  nameWords: string[];
  emails: string[];
  updatedAt: Date;
}

let store: Store;
let database: Connection;
const docs: Doc[] = NAMES.map((name, n) => ({
  _id: `cus_${String((n * 37) % NAMES.length).padStart(3, '0')}`,
  nameWords: name.normalize('NFKD').replace(/\p{M}/gu, '').split(' '),
  emails: n % 3 === 0 ? ['loja@example.com'] : [],
  // Several of one instant.
  updatedAt: new Date(Date.UTC(2026, 10, 3) + ((n * 7) % 20) * 1_000),
}));

beforeAll(async () => {
  const uri = testMongoUri();
  store = await openMigratedStore({ uri, encryptionKey: loadConfig({}).encryptionKey });
  database = await mongoose.createConnection(uri).asPromise();
  await database.collection<Doc & Record<string, unknown>>('customers').insertMany(
    docs.map((doc) => ({
      ...{ ...doc, merchantId: MERCHANT, name: doc.nameWords.join(' '), document: null, segments: [] },
      ...{ phones: [], phoneEndings: [], birthDate: null, mergedInto: null, createdAt: doc.updatedAt },
    })),
  );
});
afterAll(async () => {
  await database.close();
  await store.close();
});

/** All ids that a text finds, read by so many at a time. */
async function paged(query: string, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let page = await store.customers.search(MERCHANT, query, { limit });
  for (;;) {
    expect(page.customers.length).toBeLessThanOrEqual(limit);
    ids.push(...page.customers.map(({ id }) => id));
    if (page.next === null) return ids;
    page = await store.customers.search(MERCHANT, query, { limit, after: page.next });
  }
}

const compared = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));
const newestFirst = (one: Doc, other: Doc): number =>
  +other.updatedAt - +one.updatedAt || compared(other._id, one._id);

/** The same by looking at everybody. */
function looked(query: string): string[] {
  const [asked = '', ...others] = query.split(' ').sort((one, other) => other.length - one.length);
  const begun = (doc: Doc, word: string): string[] =>
    doc.nameWords.filter((one) => one.startsWith(word)).sort(compared);
  return docs
    .filter((doc) => [asked, ...others].every((word) => begun(doc, word).length > 0))
    .sort((one, other) => compared(begun(one, asked)[0]!, begun(other, asked)[0]!) || newestFirst(one, other))
    .map(({ _id }) => _id);
}

it.each(['maria', 'mari', 'mar', 'm', 'marian', 'maria s', 'silva maria', 'marilia', 'zilda', 's'])(
  'finds everybody by a name once, in one order, however few are read at a time: %s',
  async (query) => {
    const all = looked(query);
    for (const limit of [1, 2, 7, 20, 50, 200]) expect(await paged(query, limit)).toEqual(all);
  },
);

it('finds everybody who shares an e-mail, newest data first', async () => {
  const all = docs
    .filter(({ emails }) => emails.length > 0)
    .sort(newestFirst)
    .map(({ _id }) => _id);
  for (const limit of [1, 10, 50]) expect(await paged('loja@example.com', limit)).toEqual(all);
});

it('goes on where it stopped, whoever comes meanwhile', async () => {
  const before = await paged('marilia', 50);
  const first = await store.customers.search(MERCHANT, 'marilia', { limit: 2 });
  const [known] = docs;
  await database.collection<{ _id: string }>('customers').insertOne({
    ...{ ...known!, _id: 'cus_later', merchantId: MERCHANT, nameWords: ['marilia'], phones: [], emails: [] },
    ...{ updatedAt: new Date() },
  });
  const rest = await store.customers.search(MERCHANT, 'marilia', { limit: 50, after: first.next! });
  expect([...first.customers, ...rest.customers].map(({ id }) => id)).toEqual(before);
  await database.collection<{ _id: string }>('customers').deleteOne({ _id: 'cus_later' });
});

it('reads on nobody from a place of another search', async () => {
  const after = { way: 'name' as const, word: 'zilda', at: new Date(0), id: 'cus_1' };
  expect(await store.customers.search(MERCHANT, 'maria', { limit: 5, after })).toEqual({
    customers: [],
    next: null,
  });
});
