import type { ClientSession } from 'mongoose';
import { attestationModel, entryModel, readSaleDigest } from '..';
import type { AttestationDoc, EntryDoc } from '..';
import type { Mongo } from '../../mongo';
import { saleModel, WITHOUT_TELLING } from '../../sale';
import type { AttestableSale } from '../../sale';
import type { Checkpoint } from './checkpoints';

/** The sales that some customers' chains attest, and what there is of them in those chains and in others. */
export interface StoredSales {
  byId: ReadonlyMap<string, AttestableSale>;
  /** The number of the newest digest of a sale in a customer's chains; 0: there is none. */
  newestIn(customerId: string, saleId: string): number;
}

/** A customer's chains, as far as they were read. */
export interface ReadChains {
  since: ReadonlyMap<string, Checkpoint>;
  entries: readonly EntryDoc[];
  attestations: readonly AttestationDoc[];
}

/** Reads the sales that these chains attest, and the chains of those customers with whom some of them have been since. */
export async function readSales(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerIds: readonly string[],
  chains: ReadChains,
): Promise<StoredSales> {
  const newest = new Newest();
  for (const [customerId, { known }] of chains.since)
    for (const [saleId, { n }] of known.sales) newest.learn(customerId, saleId, n);
  newest.learnFrom(chains);
  const ids = newest.saleIds();
  const found =
    ids.length === 0
      ? []
      : await mongo
          .of(saleModel)
          .find({ _id: { $in: ids }, merchantId }, WITHOUT_TELLING)
          .session(session)
          .lean();
  const read = new Set(customerIds);
  const others = [...new Set(found.flatMap(({ attested }) => attested?.in ?? []))].filter(
    (id) => !read.has(id),
  );
  if (others.length > 0) newest.learnFrom(await readOthers(mongo, session, merchantId, others));
  return {
    byId: new Map(found.map((sale) => [sale._id, sale])),
    newestIn: (customerId, saleId) => newest.of(customerId, saleId),
  };
}

/** Of chains that are verified elsewhere: only what they attest of sales. */
async function readOthers(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
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

/** By customer and sale. */
class Newest {
  private readonly numbers = new Map<string, Map<string, number>>();

  learn(customerId: string, saleId: string, n: number): void {
    const own = this.numbers.get(customerId) ?? new Map<string, number>();
    this.numbers.set(customerId, own.set(saleId, Math.max(n, own.get(saleId) ?? 0)));
  }

  learnFrom({ entries, attestations }: Pick<ReadChains, 'entries' | 'attestations'>): void {
    for (const { customerId, cause } of entries) {
      const sale = readSaleDigest(cause.sale);
      if (sale) this.learn(customerId, sale.id, sale.n);
    }
    for (const { customerId, sales = [] } of attestations)
      for (const { id, n } of sales) this.learn(customerId, id, n);
  }

  of(customerId: string, saleId: string): number {
    return this.numbers.get(customerId)?.get(saleId) ?? 0;
  }

  saleIds(): string[] {
    return [...new Set([...this.numbers.values()].flatMap((sales) => [...sales.keys()]))];
  }
}
