import type { ClientSession } from 'mongoose';
import { emptyWallet, refKey } from '../../loyalty';
import type { Wallet } from '../../loyalty';
import type { Mongo } from '../mongo';
import { asRead } from './as-read';
import type { AsRead } from './as-read';
import type { WalletDoc } from './wallet-model';
import { toGrant, toLot, toRedemption } from './ledger-documents';
import { grantModel } from './grant-model';
import { lotModel } from './lot-model';
import { redemptionModel } from './redemption-model';
import type { RedemptionDoc } from './redemption-model';

/** What an operation has to see besides what is open: closed lots, grants and redemptions. */
export interface About {
  saleId?: string;
  redemptionId?: string;
  /** The customer's redemptions that give one of these references, or are kept with one of these sales (R31, R46). */
  named?: { refs: readonly string[]; saleIds: readonly string[] };
  /** A voucher, with every use that was made of it. */
  voucher?: { code: string; lotId: string };
  /** All vouchers of the customer, with their open reservations. */
  vouchers?: true;
}

/** A wallet as far as an operation needs it, and what its documents were when they were read. */
export interface LoadedWallet {
  wallet: Wallet;
  read: AsRead;
}

/** Loads what is open, and what the operation is about. A long history costs no more than a short one. */
export async function loadWallet(
  mongo: Mongo,
  session: ClientSession,
  doc: WalletDoc,
  about: About,
): Promise<LoadedWallet> {
  const redemptions = await loadRedemptions(mongo, session, doc, about);
  const drawn = redemptions.flatMap(({ draws }) => draws.map(({ lotId }) => lotId));
  const lots = await mongo
    .of(lotModel)
    .find(lotsAbout(doc, about, drawn))
    .session(session)
    .lean();
  const wanted = grantsAbout(doc, about);
  const grants = wanted === null ? [] : await mongo.of(grantModel).find(wanted).session(session).lean();
  return {
    wallet: {
      ...emptyWallet(doc._id),
      debt: { cashback: doc.cashback.debt, points: doc.points.debt },
      lastAt: doc.lastAt.getTime(),
      lots: lots.map(toLot),
      redemptions: redemptions.map(toRedemption),
      grants: grants.map(toGrant),
    },
    read: asRead(lots, redemptions, grants),
  };
}

function hasReservations({ cashback, points, vouchersReserved }: WalletDoc): boolean {
  return cashback.reserved + points.reserved + (vouchersReserved ?? 0) > 0;
}

async function loadRedemptions(
  mongo: Mongo,
  session: ClientSession,
  doc: WalletDoc,
  { redemptionId, named, voucher }: About,
): Promise<RedemptionDoc[]> {
  const { _id: customerId, merchantId } = doc;
  const wanted: Record<string, unknown>[] = [
    ...(hasReservations(doc) ? [{ merchantId, customerId, state: 'reserved' }] : []),
    ...(redemptionId === undefined ? [] : [{ _id: redemptionId, merchantId, customerId }]),
    ...(named === undefined ? [] : usesNaming(named).map((use) => ({ merchantId, ...use, customerId }))),
    ...(voucher === undefined ? [] : [{ merchantId, customerId, 'draws.lotId': voucher.lotId }]),
  ];
  if (wanted.length === 0) return [];
  return mongo.of(redemptionModel).find({ $or: wanted }).session(session).lean();
}

/** Uses by reference and by sale; also those that are older than the keys of references. */
function usesNaming({ refs, saleIds }: NonNullable<About['named']>): Record<string, unknown>[] {
  return [
    { saleKey: { $in: [...new Set(refs.map(refKey))] } },
    { saleRef: { $in: refs }, saleKey: { $exists: false } },
    ...(saleIds.length === 0 ? [] : [{ saleId: { $in: saleIds } }]),
  ];
}

/** @param drawn lots that loaded redemptions draw on */
function lotsAbout(
  { _id: customerId, merchantId }: WalletDoc,
  { saleId, voucher, vouchers }: About,
  drawn: readonly string[],
): Record<string, unknown> {
  const byId = voucher === undefined ? drawn : [...drawn, voucher.lotId];
  const wanted: Record<string, unknown>[] = [
    { merchantId, customerId, open: true },
    ...(vouchers ? [{ merchantId, customerId, type: 'voucher' }] : []),
    ...(saleId === undefined ? [] : [{ merchantId, saleId, customerId }]),
    ...(byId.length === 0 ? [] : [{ _id: { $in: byId }, merchantId, customerId }]),
  ];
  return wanted.length === 1 ? wanted[0]! : { $or: wanted };
}

/** Null: none. */
function grantsAbout(
  { _id: customerId, merchantId, collectsLater }: WalletDoc,
  { saleId }: About,
): Record<string, unknown> | null {
  const wanted = [
    ...(saleId === undefined ? [] : [{ merchantId, saleId, customerId }]),
    ...(collectsLater ? [{ merchantId, customerId, collectsLater: true, letOff: { $gt: 0 } }] : []),
  ];
  return wanted.length === 0 ? null : { $or: wanted };
}
