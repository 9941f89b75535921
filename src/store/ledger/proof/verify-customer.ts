import { toEntry, toGrant, toLot, toRedemption } from '..';
import { verifyFamily } from '../../../loyalty';
import type { LedgerCase, LedgerProblem } from '../../../loyalty';
import type { StoredPage } from './read-customers';
import type { StoredCustomer } from './stored-customer';
import { chainMisfit, earliest } from './verify-chain';
import type { Misfit } from './verify-chain';
import { documentProblems } from './verify-documents';

/** What was found of one customer. `sealed` is how many of the entries a seal holds. */
export interface CustomerFindings {
  entries: number;
  sealed: number;
  problems: LedgerProblem[];
  firstMisfit: Misfit | null;
}

/** Compares everything of one customer with everything. Nothing for somebody who is not there any more. */
export function verifyStored(page: StoredPage, customerId: string): CustomerFindings {
  const stored = page.byId.get(customerId);
  if (!stored) return { entries: 0, sealed: 0, problems: [], firstMisfit: null };
  const entries = stored.entries.length;
  const sealed = Math.max(0, ...stored.seals.map(({ head }) => head.seq));
  try {
    return { entries, sealed, ...findings(stored, page.familyOf(customerId)) };
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
