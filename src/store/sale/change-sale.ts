import type { ClientSession } from 'mongoose';
import type { SaleEvent, SalePatch } from '../../loyalty';
import { ConcurrentChangeError } from '../mongo';
import type { Mongo } from '../mongo';
import { flattened } from './sale-document';
import { toDated } from './sale-fields';
import { saleModel } from './sale-model';
import type { SaleDoc } from './sale-model';

/** A change of a sale that holds only if nobody changed it since `version` was read. */
export interface SaleChange {
  merchantId: string;
  id: string;
  version: number;
  patch: SalePatch;
  event?: SaleEvent;
}

/** What is not read of a sale that is to be attested or compared: it grows, and nothing follows from it. */
export const WITHOUT_TELLING = { timeline: 0, told: 0, postponed: 0 } as const;

/** A stored sale as far as it can be attested. */
export type AttestableSale = Omit<SaleDoc, keyof typeof WITHOUT_TELLING>;

/** A sale that was written to be attested: as it stood in the same transaction until then, and as it is now. */
export interface AttestedWrite {
  before: AttestableSale;
  after: AttestableSale;
}

/**
 * Writes a change that nothing is attested of.
 * @param onlyUnattested a sale that was ever attested is left as it is
 * @returns whether it was written
 */
export async function writeSale(
  mongo: Mongo,
  change: SaleChange,
  session: ClientSession | null,
  onlyUnattested = false,
): Promise<boolean> {
  const never = onlyUnattested ? { attested: { $exists: false } } : {};
  const { $inc, ...set } = updateOf(change);
  const { matchedCount } = await mongo
    .of(saleModel)
    .updateOne(
      { ...overVersion(change), ...never },
      { ...set, $inc: { ...$inc, attestingVersion: 1 } },
      session ? { session } : {},
    );
  return matchedCount === 1;
}

/**
 * Writes a change as the next one that is attested in the chain of `customerId`.
 * @returns the sale before and after, without what is not attested of it
 * @throws ConcurrentChangeError if the sale has changed since `change.version`
 */
export async function writeAttestedSale(
  mongo: Mongo,
  session: ClientSession,
  change: SaleChange,
  customerId: string,
): Promise<AttestedWrite> {
  const { $set, $inc, ...rest } = updateOf(change);
  const mark = { 'attested.in': customerId, attestingVersion: change.version + 1 };
  const before = await mongo
    .of(saleModel)
    .findOneAndUpdate(
      overVersion(change),
      { ...rest, $set: { ...$set, ...mark }, $inc: { ...$inc, 'attested.n': 1 } },
      { session, returnDocument: 'before', projection: WITHOUT_TELLING },
    )
    .lean();
  if (!before) throw changedMeanwhile(change);
  const version = change.version + 1;
  const attested = { n: (before.attested?.n ?? 0) + 1, in: customerId };
  return { before, after: { ...before, ...$set, version, attestingVersion: version, attested } };
}

/** What tells that somebody else was first. */
export function changedMeanwhile({ id }: Pick<SaleChange, 'id'>): ConcurrentChangeError {
  return new ConcurrentChangeError(`Sale ${id} changed while it was being worked on.`);
}

function overVersion({ id, merchantId, version }: SaleChange): {
  _id: string;
  merchantId: string;
  version: number;
} {
  return { _id: id, merchantId, version };
}

function updateOf({ patch, event }: SaleChange) {
  return {
    $set: flattened(patch),
    $inc: { version: 1 },
    ...(event ? { $push: { timeline: toDated(event) } } : {}),
  };
}
