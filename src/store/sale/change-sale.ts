import type { ClientSession, QueryFilter } from 'mongoose';
import type { Sale, SaleEvent, SalePatch } from '../../loyalty';
import { ConcurrentChangeError } from '../mongo';
import type { Mongo } from '../mongo';
import { WITHOUT_TELLING } from './attested-content';
import type { AttestableSale } from './attested-content';
import { flattened, toSale, toSaleDoc } from './sale-document';
import { toDated } from './sale-fields';
import { saleModel } from './sale-model';
import { sealAfter, sealState, worse } from './sale-seal';
import type { SealState } from './sale-seal';
import type { SaleDoc } from './sale-model';

/** A change of a sale that holds only if nobody changed it since it was read. */
export interface SaleChange {
  /** As it was read. */
  sale: Sale;
  patch: SalePatch;
  event?: SaleEvent;
}

/** A sale that was written to be attested: as it stood in the same transaction until then, and as it is now. */
export interface AttestedWrite {
  before: AttestableSale;
  after: AttestableSale;
  /** What its seal said, where it had not been attested before. */
  sealed?: SealState;
}

/**
 * Writes a change that nothing is attested of.
 * @param onlyUnattested a sale that was ever attested is left as it is
 * @returns the sale as it is stored then; null: it was not written
 */
export async function writeSale(
  mongo: Mongo,
  change: SaleChange,
  session: ClientSession | null,
  onlyUnattested = false,
): Promise<Sale | null> {
  const never = onlyUnattested ? { attested: null } : {};
  const { $set, $inc, ...rest } = updateOf(change);
  const read = toSaleDoc(change.sale);
  const seal = sealAfter(mongo, read, $set);
  const set = { ...$set, ...(seal === undefined ? {} : { seal }) };
  const { matchedCount } = await mongo
    .of(saleModel)
    .updateOne(
      { ...asRead(change), ...never },
      { ...rest, $set: set, $inc: { ...$inc, attestingVersion: 1 } },
      session ? { session } : {},
    );
  return matchedCount === 1 ? storedAs(read, change, set) : null;
}

/**
 * Writes a change as the next one that is attested in the chain of `customerId`. From then on it needs no seal: what is said of that goes
 * by the sale as it was read and as it stands.
 * @returns the sale before and after, without what is not attested of it
 * @throws ConcurrentChangeError if the sale has changed since it was read
 */
export async function writeAttestedSale(
  mongo: Mongo,
  session: ClientSession,
  change: SaleChange,
  customerId: string,
): Promise<AttestedWrite> {
  const { $set, $inc, ...rest } = updateOf(change);
  const version = change.sale.version + 1;
  const mark = { 'attested.in': customerId, attestingVersion: version };
  const found = await mongo
    .of(saleModel)
    .findOneAndUpdate(
      asRead(change),
      { ...rest, $set: { ...$set, ...mark }, $inc: { ...$inc, 'attested.n': 1 }, $unset: { seal: 1 } },
      { session, returnDocument: 'before', projection: WITHOUT_TELLING },
    )
    .lean();
  if (!found) throw changedMeanwhile(change);
  const { seal: _seal, ...before } = found;
  const attested = { n: (before.attested?.n ?? 0) + 1, in: customerId };
  const after = { ...before, ...$set, version, attestingVersion: version, attested };
  if (before.attested) return { before, after };
  return { before, after, sealed: worse(sealState(mongo, toSaleDoc(change.sale)), sealState(mongo, found)) };
}

/** A sale as it is stored once a change of it was written, by itself or attested. */
export function changedSale(change: SaleChange): Sale {
  const { seal: _seal, ...read } = toSaleDoc(change.sale);
  return storedAs(read, change, flattened(change.patch));
}

/** What tells that somebody else was first. */
export function changedMeanwhile({ sale }: Pick<SaleChange, 'sale'>): ConcurrentChangeError {
  return new ConcurrentChangeError(`Sale ${sale.id} changed while it was being worked on.`);
}

/** Over the version that was read, and the seal: a migration, and somebody's hand, change the one and not the other. */
function asRead({ sale: { id, merchantId, version, seal } }: SaleChange) {
  return { _id: id, merchantId, version, ...sealAsRead(seal) };
}

/** The seal that was read; null is as none; and any that is no text, by which the sale is broken, and is to be written all the same. */
function sealAsRead(seal: unknown): QueryFilter<SaleDoc> {
  if (seal === undefined || seal === null) return { seal: null };
  if (typeof seal === 'string') return { seal };
  return { $or: [{ seal: { $type: 'array' } }, { seal: { $not: { $type: 'string' }, $ne: null } }] };
}

function updateOf({ patch, event }: SaleChange) {
  return {
    $set: flattened(patch),
    $inc: { version: 1 },
    ...(event ? { $push: { timeline: toDated(event) } } : {}),
  };
}

function storedAs(read: SaleDoc, { event }: SaleChange, set: Partial<SaleDoc>): Sale {
  const timeline = [...read.timeline, ...(event ? [toDated(event)] : [])];
  return toSale({ ...read, ...set, timeline, version: read.version + 1 });
}
