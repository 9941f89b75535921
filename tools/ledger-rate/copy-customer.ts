import type { mongo } from 'mongoose';
import {
  causeOfSale,
  chainEntries,
  digestOfSale,
  entriesGenesis,
  grantDigest,
  lotDigest,
  NOT_THERE,
  redemptionDigest,
  redemptionTermsDigest,
  saleOfCause,
  toGrant,
  toLot,
  toRedemption,
  UNCHANGED,
} from '../../src/store';
import type {
  EntryDoc,
  GrantDoc,
  LotDoc,
  RecordDigest,
  RedemptionDoc,
  SaleDigest,
  SaleDoc,
  WalletDoc,
} from '../../src/store';

/** Customers written at once. */
const AT_ONCE = 500;

interface Written {
  customers: (Record<string, unknown> & { _id: string })[];
  wallets: WalletDoc[];
  ledger_entries: EntryDoc[];
  lots: LotDoc[];
  redemptions: RedemptionDoc[];
  grants: GrantDoc[];
  sales: SaleDoc[];
}

/**
 * Writes so many customers with the ledger of one that is there, each under ids of its own and with a chain of its own that
 * holds: thousands a second, where living through each would be a hundred. Each sale of a copy is named after its number.
 *
 * @param endOf when the lots of each copy end, by its number; as the original's where it is left out
 * @returns how many entries that is
 */
export async function copyCustomer(
  db: mongo.Db,
  customerId: string,
  copies: number,
  endOf?: (copy: number) => Date,
): Promise<number> {
  const original = await readOne(db, customerId);
  for (let from = 0; from < copies; from += AT_ONCE) {
    const size = Math.min(AT_ONCE, copies - from);
    const some = Array.from({ length: size }, (_, n) =>
      copyOf(original, customerId, from + n, endOf?.(from + n)),
    );
    for (const name of Object.keys(original) as (keyof Written)[])
      await db.collection(name).insertMany(some.flatMap((one) => one[name] as object[]));
  }
  return copies * original.ledger_entries.length;
}

async function readOne(db: mongo.Db, customerId: string): Promise<Written> {
  const of = async <Doc>(name: string, filter: object, sort = {}): Promise<Doc[]> =>
    (await db.collection(name).find(filter).sort(sort).toArray()) as unknown as Doc[];
  return {
    customers: await of('customers', { _id: customerId }),
    wallets: await of('wallets', { _id: customerId }),
    ledger_entries: await of('ledger_entries', { customerId }, { seq: 1 }),
    lots: await of('lots', { customerId }),
    redemptions: await of('redemptions', { customerId }),
    grants: await of('grants', { customerId }),
    sales: await of('sales', { customerId }),
  };
}

/** Everything of the customer under another id. What entries attest is attested anew, as the ids in it are others. */
function copyOf(original: Written, customerId: string, n: number, end?: Date): Written {
  const id = `cus_${String(n).padStart(10, '0')}`;
  const numbered = original.sales.flatMap(({ _id, externalId }) => [_id, externalId]);
  const ends = original.lots.flatMap(({ expiresAt }) => expiresAt?.getTime() ?? []);
  const names: Names = [[customerId, id], ...numbered.map((name) => [name, `${name}_${n}`] as const)];
  const copy = renamed(original, names, (at) => (end && ends.includes(at.getTime()) ? end : at)) as Written;
  const lots = new Map(copy.lots.map((lot) => [lot._id, lotDigest(toLot(lot))]));
  const redemptions = new Map(copy.redemptions.map((doc) => [doc._id, toRedemption(doc)]));
  const grants = new Map(copy.grants.map((doc) => [doc._id, grantDigest(toGrant(doc))]));
  const sales = new Map(copy.sales.map((sale) => [sale._id, digestOfSale(sale)]));
  const entries = copy.ledger_entries.map((entry) => ({
    ...entry,
    cause: { ...entry.cause, ...saleAnew(saleOfCause(entry.cause), sales) },
    attests: entry.attests.map((attested) => ({
      ...attested,
      ...sameIfKnown(attested),
      digest:
        attested.of === 'lot'
          ? lots.get(attested.id)!
          : redemptionTermsDigest(redemptions.get(attested.id)!, null),
    })),
    ...(entry.records && {
      records: entry.records.map((record) => ({
        ...record,
        ...sameIfKnown(record),
        digest:
          record.of === 'grant' ? grants.get(record.id)! : redemptionDigest(redemptions.get(record.id)!),
      })),
    }),
  }));
  const [wallet] = copy.wallets;
  const chained = chainEntries(entriesGenesis(wallet!.merchantId, id), entries);
  return {
    ...copy,
    ledger_entries: chained,
    wallets: [{ ...wallet!, lastHash: chained.at(-1)!.hash, unsealed: true }],
  };
}

/** In a copy each digest is of the document as it stands, and so was the one before. */
function sameIfKnown({ was }: Pick<RecordDigest, 'was'>): Pick<RecordDigest, 'was'> {
  return was === undefined || was === NOT_THERE ? {} : { was: UNCHANGED };
}

/** In a copy each digest of a sale is of the sale as it stands. */
function saleAnew(
  said: SaleDigest | null,
  sales: ReadonlyMap<string, SaleDigest>,
): Pick<EntryDoc['cause'], 'sale' | 'saleWas'> {
  if (!said) return {};
  const { digest } = sales.get(said.id)!;
  return causeOfSale({ ...said, digest, ...(said.was === undefined ? {} : { was: digest }) });
}

/** What is called something else in a copy. */
type Names = readonly (readonly [from: string, to: string])[];

/** The same with texts and dates in place of others, wherever they stand. */
function renamed(value: unknown, names: Names, moved: (at: Date) => Date): unknown {
  if (typeof value === 'string') return names.reduce((text, [from, to]) => text.replaceAll(from, to), value);
  if (value instanceof Date) return moved(value);
  if (Array.isArray(value)) return value.map((one) => renamed(one, names, moved));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, renamed(inner, names, moved)]),
  );
}
