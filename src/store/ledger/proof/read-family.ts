import type { ClientSession } from 'mongoose';
import { entryModel, grantModel, lotModel, redemptionModel, walletModel } from '..';
import { mergeModel } from '../../customer';
import type { Mongo } from '../../mongo';
import { sealModel } from './seal-model';
import type { SealDoc } from './seal-model';
import type { StoredCustomer } from './verify-documents';

/** The customer and all whom merges link to them, undone ones too, in order: a lot may be issued in one's ledger and lie with another. */
async function mergedFamily(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerId: string,
): Promise<string[]> {
  const family = new Set([customerId]);
  for (let known = 0; known < family.size;) {
    known = family.size;
    const ids = [...family];
    const links = await mongo
      .of(mergeModel)
      .find({ merchantId, $or: [{ from: { $in: ids } }, { into: { $in: ids } }] })
      .select({ from: 1, into: 1 })
      .session(session)
      .lean();
    for (const { from, into } of links) family.add(from).add(into);
  }
  return [...family].sort();
}

/** The family and all its ledgers as of one moment: a merge in between would look like value that went nowhere. */
export async function readFamily(
  mongo: Mongo,
  merchantId: string,
  customerId: string,
): Promise<StoredCustomer[]> {
  return mongo.connection.getClient().withSession(async (session) =>
    session.withTransaction(
      async () => {
        const family: StoredCustomer[] = [];
        for (const member of await mergedFamily(mongo, session, merchantId, customerId)) {
          const stored = await readOne(mongo, session, merchantId, member);
          if (stored) family.push(stored);
        }
        return family;
      },
      { readConcern: { level: 'snapshot' } },
    ),
  );
}

async function readOne(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerId: string,
): Promise<StoredCustomer | null> {
  const of = { merchantId, customerId };
  const wallet = await mongo.of(walletModel).findOne({ _id: customerId, merchantId }).session(session).lean();
  if (!wallet) return null;
  const entries = await mongo.of(entryModel).find(of).sort({ seq: 1 }).session(session).lean();
  const lots = await mongo.of(lotModel).find(of).session(session).lean();
  const redemptions = await mongo.of(redemptionModel).find(of).session(session).lean();
  const grants = await mongo.of(grantModel).find(of).session(session).lean();
  const seals = await mongo
    .of(sealModel)
    .find({ merchantId, 'heads.customerId': customerId })
    .select({ n: 1, heads: { $elemMatch: { customerId } } })
    .session(session)
    .lean();
  return { wallet, entries, lots, redemptions, grants, seals: seals.map(headIn) };
}

function headIn({ n, heads }: Pick<SealDoc, 'n' | 'heads'>): StoredCustomer['seals'][number] {
  return { n, head: heads[0]! };
}
