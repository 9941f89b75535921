import { toEntry, toGrant, toLot, toRedemption } from '..';
import { verifyFamily } from '../../../loyalty';
import type { LedgerCase, LedgerProblem } from '../../../loyalty';
import type { Mongo } from '../../mongo';
import { readFamily } from './read-family';
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
  const family = await readFamily(mongo, merchantId, customerId);
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

/** A family is replayed once, with the first of its customers; each has a chain and documents of their own. */
function findings(
  stored: StoredCustomer,
  family: readonly StoredCustomer[],
): { problems: LedgerProblem[]; firstMisfit: Misfit | null } {
  const customerId = stored.wallet._id;
  const broken = chainMisfit(stored);
  const replayed = family[0] === stored ? verifyFamily(family.map(ledgerCase)) : [];
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

function ledgerCase({ wallet, entries, lots, redemptions, grants }: StoredCustomer): LedgerCase {
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
