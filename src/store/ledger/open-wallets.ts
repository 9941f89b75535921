import type { ClientSession } from 'mongoose';
import { emptyWallet } from '../../loyalty';
import type { Wallet } from '../../loyalty';
import type { Mongo } from '../mongo';
import { toLot, toRedemption } from './ledger-documents';
import { lotModel } from './lot-model';
import { redemptionModel } from './redemption-model';
import { walletModel } from './wallet-model';

/** What is open in the wallets of some customers, for showing their balances beside each other; nobody's ids are left out. */
export async function openWallets(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerIds: readonly string[],
): Promise<Map<string, Wallet>> {
  const of = { merchantId, customerId: { $in: [...customerIds] } };
  const docs = await mongo
    .of(walletModel)
    .find({ _id: { $in: [...customerIds] }, merchantId })
    .session(session)
    .lean();
  const lots = await mongo
    .of(lotModel)
    .find({ ...of, open: true })
    .session(session)
    .lean();
  const redemptions = await mongo
    .of(redemptionModel)
    .find({ ...of, state: 'reserved' })
    .session(session)
    .lean();
  const theirs = <Doc extends { customerId: string }>(all: Doc[], id: string): Doc[] =>
    all.filter(({ customerId }) => customerId === id);
  return new Map(
    docs.map(({ _id, cashback, points, lastAt }) => [
      _id,
      {
        ...emptyWallet(_id),
        debt: { cashback: cashback.debt, points: points.debt },
        lastAt: lastAt.getTime(),
        lots: theirs(lots, _id).map(toLot),
        redemptions: theirs(redemptions, _id).map(toRedemption),
      },
    ]),
  );
}
