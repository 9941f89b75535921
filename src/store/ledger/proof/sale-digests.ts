import type { ClientSession } from 'mongoose';
import { attestationModel, entryModel, saleOfCause } from '..';
import type { AttestationDoc, EntryDoc, SaleDigest } from '..';
import type { Mongo } from '../../mongo';
import type { Checkpoint } from './checkpoints';

/** Whose chains are read, and as of which moment. */
export interface SaleReading {
  mongo: Mongo;
  session: ClientSession;
  merchantId: string;
}

/** A customer's chains, as far as they were read. */
export interface ReadChains {
  since: ReadonlyMap<string, Checkpoint>;
  entries: readonly EntryDoc[];
  attestations: readonly AttestationDoc[];
}

/** Of a document of a chain: what it says of sales. */
type Saying = Pick<EntryDoc, 'customerId'> & Partial<Pick<EntryDoc, 'cause'> & Pick<AttestationDoc, 'sales'>>;

type OwnDigest = [customerId: string, sale: SaleDigest];

/** Every digest of a sale in these chains, and whose chain it is. */
export function* saleDigests({
  entries,
  attestations,
}: Pick<ReadChains, 'entries' | 'attestations'>): Generator<OwnDigest> {
  for (const entry of entries) yield* digestsIn(entry);
  for (const attestation of attestations) yield* digestsIn(attestation);
}

/** The same of chains that are verified elsewhere: nothing but that is read of them, and one document at a time. */
export async function* digestsOfOthers(
  { mongo, session, merchantId }: SaleReading,
  customerIds: readonly string[],
): AsyncGenerator<OwnDigest> {
  const of = { merchantId, customerId: { $in: customerIds } };
  const entries = mongo
    .of(entryModel)
    .find({ ...of, 'cause.sale': { $exists: true } })
    .select({ _id: 0, customerId: 1, 'cause.sale': 1, 'cause.saleWas': 1 });
  const attestations = mongo
    .of(attestationModel)
    .find({ ...of, sales: { $exists: true } })
    .select({ _id: 0, customerId: 1, sales: 1 });
  for await (const entry of entries.session(session).lean().cursor()) yield* digestsIn(entry);
  for await (const one of attestations.session(session).lean().cursor()) yield* digestsIn(one);
}

function* digestsIn({ customerId, cause, sales = [] }: Saying): Generator<OwnDigest> {
  const own = cause && saleOfCause(cause);
  if (own) yield [customerId, own];
  for (const sale of sales) yield [customerId, sale];
}

/** A number that stands in two chains, and whose the other is. */
export interface GivenTwice {
  n: number;
  chain: string;
}

/** What chains say of sales: of each the newest number, and of those that are kept every digest. */
export class SaleDigests {
  private readonly newest = new Map<string, Map<string, number>>();
  private readonly standing = new Set<string>();
  private readonly givenBy = new Map<string, Map<number, Set<string>>>();

  learn(customerId: string, { id, n }: Pick<SaleDigest, 'id' | 'n'>): void {
    const own = this.newest.get(customerId) ?? new Map<string, number>();
    this.newest.set(customerId, own.set(id, Math.max(n, own.get(id) ?? 0)));
  }

  keep(customerId: string, sale: Pick<SaleDigest, 'id' | 'n' | 'digest'>): void {
    this.standing.add(keyOf(customerId, sale));
    const numbers = this.givenBy.get(sale.id) ?? new Map<number, Set<string>>();
    this.givenBy.set(sale.id, numbers.set(sale.n, (numbers.get(sale.n) ?? new Set()).add(customerId)));
  }

  /** The number of the newest; 0: there is none. */
  newestIn(customerId: string, saleId: string): number {
    return this.newest.get(customerId)?.get(saleId) ?? 0;
  }

  /** Every customer whose chains name a sale, with it. */
  *named(): Generator<[customerId: string, saleId: string]> {
    for (const [customerId, sales] of this.newest) for (const id of sales.keys()) yield [customerId, id];
  }

  saleIds(): ReadonlySet<string> {
    return new Set([...this.newest.values()].flatMap((sales) => [...sales.keys()]));
  }

  /** Whether this digest of the sale was kept. */
  stands(customerId: string, sale: Pick<SaleDigest, 'id' | 'n' | 'digest'>): boolean {
    return this.standing.has(keyOf(customerId, sale));
  }

  /** A number of a sale that was kept of this customer's chains and of another's; null: there is none. */
  givenTwice(customerId: string, saleId: string): GivenTwice | null {
    for (const [n, chains] of this.givenBy.get(saleId) ?? [])
      if (chains.has(customerId) && chains.size > 1)
        return { n, chain: [...chains].find((chain) => chain !== customerId)! };
    return null;
  }
}

function keyOf(customerId: string, { id, n, digest }: Pick<SaleDigest, 'id' | 'n' | 'digest'>): string {
  return `${customerId}/${id}/${n}/${digest}`;
}
