import type { ClientSession } from 'mongoose';
import { attestationModel, digestOfSale, entryModel, readWas, saleOfCause } from '..';
import type { AttestationDoc, EntryDoc, SaleDigest } from '..';
import type { Mongo } from '../../mongo';
import { refKeysOf, saleModel, WITHOUT_TELLING } from '../../sale';
import type { AttestableSale, SaleDoc } from '../../sale';
import type { Checkpoint } from './checkpoints';
import { datePlaces, strangePlaces } from './kinds';

/** What has to be known of a stored sale to judge it; a customer can have hundreds of thousands. */
export interface StoredSale extends Pick<SaleDoc, '_id' | 'customerId' | 'attested'> {
  /** As it stands. */
  digest: string;
  /** A version that attests nothing wrote it last. */
  foreign: boolean;
  /** It says that it earned something. */
  earned: boolean;
  /** Whether it can be looked up by its names; null: it may be older than that. */
  hasItsKeys: boolean | null;
  /** Places that hold what is never written there. */
  strange: readonly string[];
}

/** The sales that some customers' chains attest or that are theirs, and what there is of them in those chains and in others. */
export interface StoredSales {
  byId: ReadonlyMap<string, StoredSale>;
  /** Those that say they are this customer's. */
  ownedBy(customerId: string): readonly StoredSale[];
  /** The number of the newest digest of a sale in a customer's chains; 0: there is none. */
  newestIn(customerId: string, saleId: string): number;
  /** Whether a chain that a digest refers to holds this digest of the sale. */
  stands(customerId: string, sale: Pick<SaleDigest, 'id' | 'n' | 'digest'>): boolean;
}

/** A customer's chains, as far as they were read. */
export interface ReadChains {
  since: ReadonlyMap<string, Checkpoint>;
  entries: readonly EntryDoc[];
  attestations: readonly AttestationDoc[];
}

/** Sales looked up by id at once: the request is far below what MongoDB takes. */
const IDS_AT_ONCE = 10_000;

const DATES = datePlaces(saleModel, ['returns.at', 'evidence.at', 'claimTaken.until']);

/**
 * Reads the sales of these customers and those that their chains attest, and the chains of those with whom some of them are or were
 * meanwhile.
 */
export async function readSales(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerIds: readonly string[],
  chains: ReadChains,
): Promise<StoredSales> {
  const reading = { mongo, session, merchantId };
  const newest = new Newest();
  for (const [customerId, { known }] of chains.since)
    for (const [id, { n }] of known.sales) newest.learn(customerId, { id, n });
  const referred = new Set<string>();
  for (const [customerId, sale] of saleDigests(chains)) {
    newest.learn(customerId, sale);
    const chain = readWas(sale.was)?.chain;
    if (chain) referred.add(chain);
  }
  const byId = await storedSales(reading, customerIds, newest.saleIds());
  const read = new Set(customerIds);
  const holders = [...byId.values()].flatMap(({ attested }) => attested?.in ?? []);
  const elsewhere = new Set([...holders.filter((id) => !read.has(id)), ...referred]);
  const standing = new Set<string>();
  if (elsewhere.size > 0)
    for (const [customerId, sale] of saleDigests(await readOthers(reading, [...elsewhere]))) {
      newest.learn(customerId, sale);
      standing.add(keyOf(customerId, sale));
    }
  const owned = new Map<string, StoredSale[]>();
  for (const sale of byId.values()) {
    const some = owned.get(sale.customerId ?? '');
    if (some) some.push(sale);
    else owned.set(sale.customerId ?? '', [sale]);
  }
  return {
    byId,
    ownedBy: (customerId) => owned.get(customerId) ?? [],
    newestIn: (customerId, saleId) => newest.of(customerId, saleId),
    stands: (customerId, sale) => standing.has(keyOf(customerId, sale)),
  };
}

interface Reading {
  mongo: Mongo;
  session: ClientSession;
  merchantId: string;
}

async function storedSales(
  { mongo, session, merchantId }: Reading,
  customerIds: readonly string[],
  saleIds: ReadonlySet<string>,
): Promise<Map<string, StoredSale>> {
  const byId = new Map<string, StoredSale>();
  const read = async (filter: object): Promise<void> => {
    const found = mongo
      .of(saleModel)
      .find({ merchantId, ...filter }, WITHOUT_TELLING)
      .session(session)
      .lean();
    for await (const sale of found.cursor()) byId.set(sale._id, storedSale(sale));
  };
  await read({ customerId: { $in: customerIds } });
  const left = [...saleIds].filter((id) => !byId.has(id));
  for (let from = 0; from < left.length; from += IDS_AT_ONCE)
    await read({ _id: { $in: left.slice(from, from + IDS_AT_ONCE) } });
  return byId;
}

function storedSale(sale: AttestableSale): StoredSale {
  const { _id, customerId, attested, version, attestingVersion } = sale;
  return {
    ...{ _id, customerId, ...(attested ? { attested } : {}) },
    digest: digestOfSale(sale).digest,
    foreign: version !== attestingVersion,
    earned: sale.earnedCents > 0 || sale.earnedPoints > 0 || sale.earnedVouchers > 0,
    hasItsKeys: hasItsKeys(sale),
    strange: strangePlaces(sale, DATES),
  };
}

function hasItsKeys({ refs, refKeys }: AttestableSale): boolean | null {
  if (refKeys === undefined) return null;
  const keys = refKeysOf(refs);
  return keys.length === refKeys.length && keys.every((key, index) => key === refKeys[index]);
}

/** Of chains that are verified elsewhere: only what they attest of sales. */
async function readOthers(
  { mongo, session, merchantId }: Reading,
  customerIds: string[],
): Promise<Pick<ReadChains, 'entries' | 'attestations'>> {
  const of = { merchantId, customerId: { $in: customerIds } };
  const entries = await mongo
    .of(entryModel)
    .find({ ...of, 'cause.sale': { $exists: true } })
    .session(session)
    .lean();
  const attestations = await mongo
    .of(attestationModel)
    .find({ ...of, sales: { $exists: true } })
    .session(session)
    .lean();
  return { entries, attestations };
}

/** Every digest of a sale in these chains, and whose chain it is. */
function* saleDigests({
  entries,
  attestations,
}: Pick<ReadChains, 'entries' | 'attestations'>): Generator<[customerId: string, sale: SaleDigest]> {
  for (const { customerId, cause } of entries) {
    const sale = saleOfCause(cause);
    if (sale) yield [customerId, sale];
  }
  for (const { customerId, sales = [] } of attestations) for (const sale of sales) yield [customerId, sale];
}

/** The numbers of the newest digests, by customer and sale. */
class Newest {
  private readonly numbers = new Map<string, Map<string, number>>();

  learn(customerId: string, { id, n }: Pick<SaleDigest, 'id' | 'n'>): void {
    const own = this.numbers.get(customerId) ?? new Map<string, number>();
    this.numbers.set(customerId, own.set(id, Math.max(n, own.get(id) ?? 0)));
  }

  of(customerId: string, saleId: string): number {
    return this.numbers.get(customerId)?.get(saleId) ?? 0;
  }

  saleIds(): ReadonlySet<string> {
    return new Set([...this.numbers.values()].flatMap((sales) => [...sales.keys()]));
  }
}

function keyOf(customerId: string, { id, n, digest }: Pick<SaleDigest, 'id' | 'n' | 'digest'>): string {
  return `${customerId}/${id}/${n}/${digest}`;
}
