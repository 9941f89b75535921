import { digestOfSale, readWas } from '..';
import { attestedContent, refKeysOf, saleModel, WITHOUT_TELLING } from '../../sale';
import type { AttestableSale, SaleDoc } from '../../sale';
import type { SaleDigest } from '..';
import { groupedBy } from './grouped';
import { datePlaces, strangePlaces } from './kinds';
import { digestsOfOthers, SaleDigests, saleDigests } from './sale-digests';
import type { GivenTwice, ReadChains, SaleReading } from './sale-digests';

/** What has to be known of a stored sale to judge it; a customer can have hundreds of thousands. */
export interface StoredSale extends Pick<SaleDoc, '_id' | 'customerId' | 'attested'> {
  /** As it stands. */
  digest: string;
  /** A version that attests nothing wrote it last. */
  foreign: boolean;
  /** It has a seal, which `unsettledFindings` judges. */
  sealed: boolean;
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
  /** A number that a customer's chains and another's, of those that were read, have both given to a digest of the sale; null: none. */
  givenTwice(customerId: string, saleId: string): GivenTwice | null;
}

/** Sales looked up by id at once: the request is far below what MongoDB takes. */
const IDS_AT_ONCE = 10_000;

const DATES = datePlaces(saleModel, ['returns.at', 'evidence.at']);

/**
 * Reads the sales of these customers and those that their chains attest, and what is said of them in the chains of those with whom some
 * of them are or were meanwhile.
 */
export async function readSales(
  reading: SaleReading,
  customerIds: readonly string[],
  chains: ReadChains,
): Promise<StoredSales> {
  const digests = new SaleDigests();
  for (const [customerId, { known }] of chains.since)
    for (const [id, { n }] of known.sales) digests.learn(customerId, { id, n });
  for (const [customerId, sale] of saleDigests(chains)) digests.learn(customerId, sale);
  const byId = await storedSales(reading, customerIds, digests.saleIds());
  await readCrossed(reading, customerIds, chains, byId, digests);
  const owned = groupedBy(byId.values(), ({ customerId }) => customerId ?? '');
  return {
    byId,
    ownedBy: (customerId) => owned.get(customerId) ?? [],
    newestIn: (customerId, saleId) => digests.newestIn(customerId, saleId),
    stands: (customerId, sale) => digests.stands(customerId, sale),
    givenTwice: (customerId, saleId) => digests.givenTwice(customerId, saleId),
  };
}

/**
 * Of sales that more than one chain has to do with, every digest is kept: of the chain in which the sale says it is, and of those from
 * which digests say that it came there. Those of these customers that were read whole are at hand already.
 */
async function readCrossed(
  reading: SaleReading,
  customerIds: readonly string[],
  chains: ReadChains,
  byId: ReadonlyMap<string, StoredSale>,
  digests: SaleDigests,
): Promise<void> {
  const whole = new Set(customerIds.filter((id) => !chains.since.has(id)));
  const own = new Set(customerIds);
  const crossed = new Set<string>();
  const seen = new Set<string>();
  let fresh = new Set<string>();
  const cross = (saleId: string, chain: string): void => {
    crossed.add(saleId);
    if (!seen.has(chain) && !whole.has(chain)) fresh.add(chain);
    seen.add(chain);
  };
  for (const { _id, attested } of byId.values())
    if (attested && !own.has(attested.in)) cross(_id, attested.in);
  for (const [customerId, saleId] of digests.named()) {
    const holder = byId.get(saleId)?.attested?.in ?? customerId;
    if (holder !== customerId) for (const chain of [holder, customerId]) cross(saleId, chain);
  }
  const origin = (saleId: string, was: SaleDigest['was']): void => {
    const chain = readWas(was)?.chain;
    if (chain) cross(saleId, chain);
  };
  for (const [, { id, was }] of saleDigests(chains)) origin(id, was);
  for (const [customerId, sale] of saleDigests(chains))
    if (crossed.has(sale.id)) digests.keep(customerId, sale);
  while (fresh.size > 0) {
    const others = [...fresh];
    fresh = new Set();
    for await (const [customerId, sale] of digestsOfOthers(reading, others))
      if (crossed.has(sale.id)) {
        digests.learn(customerId, sale);
        digests.keep(customerId, sale);
        origin(sale.id, sale.was);
      }
  }
}

async function storedSales(
  { mongo, session, merchantId }: SaleReading,
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
    sealed: sale.seal !== undefined && (attested ?? null) === null,
    earned: sale.earnedCents > 0 || sale.earnedPoints > 0 || sale.earnedVouchers > 0,
    hasItsKeys: hasItsKeys(sale),
    strange: strangeInSale(sale),
  };
}

/** Places of a stored sale that hold what is never written there. */
export function strangeInSale(sale: AttestableSale): string[] {
  return strangePlaces(attestedContent(sale), DATES);
}

/** Whether a stored sale can be looked up by its names; null: it may be older than that. */
export function hasItsKeys({ refs, refKeys }: AttestableSale): boolean | null {
  if (refKeys === undefined) return null;
  const keys = refKeysOf(refs);
  return keys.length === refKeys.length && keys.every((key, index) => key === refKeys[index]);
}
