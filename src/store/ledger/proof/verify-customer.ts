import type { ClientSession } from 'mongoose';
import {
  entryModel,
  grantModel,
  lotModel,
  redemptionModel,
  walletModel,
  toEntry,
  toGrant,
  toLot,
  toRedemption,
} from '..';
import { mergeModel } from '../../customer';
import { verifyFamily } from '../../../loyalty';
import type { LedgerCase, LedgerProblem } from '../../../loyalty';
import type { Mongo } from '../../mongo';
import { sealModel } from './seal-model';
import type { SealDoc } from './seal-model';
import { chainMisfit, earliest } from './verify-chain';
import type { Misfit } from './verify-chain';
import { documentProblems } from './verify-documents';
import type { StoredCustomer } from './verify-documents';

/** What was found of one customer. `sealed` is how many of the entries a seal holds. */
export interface CustomerFindings {
  entries: number;
  sealed: number;
  problems: LedgerProblem[];
  firstMisfit: Misfit | null;
}

/** Reads one customer as of one moment, and compares everything with everything. */
export async function verifyStored(
  mongo: Mongo,
  merchantId: string,
  customerId: string,
): Promise<CustomerFindings> {
  const family = await readAtOnce(mongo, merchantId, customerId);
  const stored = family.find(({ wallet }) => wallet._id === customerId);
  if (!stored) return { entries: 0, sealed: 0, problems: [], firstMisfit: null };
  const entries = stored.entries.length;
  const sealed = Math.max(0, ...stored.seals.map(({ head }) => head.seq));
  try {
    return { entries, sealed, ...findings(stored, family) };
  } catch (error) {
    const problem = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return {
      entries,
      sealed,
      problems: [{ subject: `ledger of ${customerId}`, problem }],
      firstMisfit: null,
    };
  }
}

/** The customer and all whom merges link to them, undone ones too, in order: a lot may be born in one's ledger and lie with another. */
async function familyOf(
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
async function readAtOnce(mongo: Mongo, merchantId: string, customerId: string): Promise<StoredCustomer[]> {
  return mongo.connection.getClient().withSession(async (session) =>
    session.withTransaction(
      async () => {
        const family: StoredCustomer[] = [];
        for (const member of await familyOf(mongo, session, merchantId, customerId)) {
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
  const entries = await mongo.of(entryModel).find(of).sort({ customerId: 1, seq: 1 }).session(session).lean();
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

/** A family is replayed once, with the first of its customers; each has a chain and documents of their own. */
function findings(
  stored: StoredCustomer,
  family: readonly StoredCustomer[],
): { problems: LedgerProblem[]; firstMisfit: Misfit | null } {
  const customerId = stored.wallet._id;
  const broken = chainMisfit(stored);
  const replayed = family[0] === stored ? verifyFamily(family.map(caseOf)) : [];
  const placeOf = new Map(family.flatMap((one) => one.entries.map((entry) => [entry.key, entry])));
  const misfits = replayed.flatMap(({ subject, problem }) => {
    const entry = placeOf.get(subject);
    return entry ? [{ customerId: entry.customerId, seq: entry.seq, key: subject, problem }] : [];
  });
  return {
    firstMisfit: earliest([...(broken ? [broken] : []), ...misfits]),
    problems: [
      ...(broken
        ? [{ subject: broken.key ?? `entry ${broken.seq} of ${customerId}`, problem: broken.problem }]
        : []),
      ...replayed,
      ...documentProblems(stored),
    ],
  };
}

function caseOf({ wallet, entries, lots, redemptions, grants }: StoredCustomer): LedgerCase {
  return {
    wallet: {
      customerId: wallet._id,
      debt: { cashback: wallet.cashback.debt, points: wallet.points.debt },
      lastAt: wallet.lastAt.getTime(),
      lots: lots.map(toLot),
      redemptions: redemptions.map(toRedemption),
      grants: grants.map(toGrant),
    },
    entries: entries.map(toEntry),
    totals: { cashback: wallet.cashback, points: wallet.points },
  };
}
