import type { ClientSession } from 'mongoose';
import { emptyWallet } from '../../loyalty';
import type { Redemption, Wallet } from '../../loyalty';
import type { Mongo } from '../mongo';
import type { LotDoc } from './lot-model';
import type { WalletDoc } from './wallet-model';
import { toGrant, toLot, toRedemption } from './ledger-documents';
import { grantModel } from './grant-model';
import { lotModel } from './lot-model';
import { redemptionModel } from './redemption-model';

/** What an operation has to see besides what is open: closed lots, grants and redemptions. */
export interface About {
  saleId?: string;
  redemptionId?: string;
  /** The customer's redemptions that name this sale (R31). */
  saleRef?: string;
  /** A voucher, with every use that was made of it. */
  voucher?: { code: string; lotId: string };
  /** All vouchers of the customer, with their open reservations. */
  vouchers?: true;
}

/** A wallet as far as an operation needs it, and the version at which each of its lots was read. */
export interface LoadedWallet {
  wallet: Wallet;
  versions: ReadonlyMap<string, number>;
}

/** Loads what is open, and what the operation is about. A long history costs no more than a short one. */
export async function loadWallet(
  mongo: Mongo,
  session: ClientSession,
  doc: WalletDoc,
  about: About,
): Promise<LoadedWallet> {
  const customerId = doc._id;
  const redemptions = await loadRedemptions(mongo, session, doc, about);
  const drawn = redemptions.flatMap((redemption) => redemption.draws.map(({ lotId }) => lotId));
  const lots = await loadLots(mongo, session, doc, about, drawn);
  const wantsGrants = [
    ...(about.saleId === undefined ? [] : [{ saleId: about.saleId, customerId }]),
    ...(doc.collectsLater ? [{ customerId, collectsLater: true, letOff: { $gt: 0 } }] : []),
  ];
  const grants =
    wantsGrants.length === 0
      ? []
      : await mongo.of(grantModel).find({ $or: wantsGrants }).session(session).lean();
  return {
    wallet: {
      ...emptyWallet(customerId),
      debt: { cashback: doc.cashback.debt, points: doc.points.debt },
      lastAt: doc.lastAt.getTime(),
      lots: lots.map(toLot),
      redemptions,
      grants: grants.map(toGrant),
    },
    versions: new Map(lots.map((lot) => [lot._id, lot.version])),
  };
}

async function loadRedemptions(
  mongo: Mongo,
  session: ClientSession,
  { _id: customerId, merchantId, cashback, points, vouchersReserved }: WalletDoc,
  { redemptionId, saleRef, voucher }: About,
): Promise<Redemption[]> {
  const wanted: Record<string, unknown>[] = [
    ...(cashback.reserved + points.reserved + (vouchersReserved ?? 0) > 0
      ? [{ customerId, state: 'reserved' }]
      : []),
    ...(redemptionId === undefined ? [] : [{ _id: redemptionId, customerId }]),
    ...(saleRef === undefined ? [] : [{ merchantId, saleRef, customerId }]),
    ...(voucher === undefined ? [] : [{ customerId, voucherCode: voucher.code }]),
  ];
  if (wanted.length === 0) return [];
  return (await mongo.of(redemptionModel).find({ $or: wanted }).session(session).lean()).map(toRedemption);
}

async function loadLots(
  mongo: Mongo,
  session: ClientSession,
  { _id: customerId }: WalletDoc,
  { saleId, voucher, vouchers }: About,
  drawn: string[],
): Promise<LotDoc[]> {
  const byId = voucher === undefined ? drawn : [...drawn, voucher.lotId];
  const wanted: Record<string, unknown>[] = [
    { customerId, open: true },
    ...(vouchers ? [{ customerId, type: 'voucher' }] : []),
    ...(saleId === undefined ? [] : [{ saleId, customerId }]),
    ...(byId.length === 0 ? [] : [{ _id: { $in: byId }, customerId }]),
  ];
  return mongo
    .of(lotModel)
    .find(wanted.length === 1 ? wanted[0]! : { $or: wanted })
    .session(session)
    .lean();
}
