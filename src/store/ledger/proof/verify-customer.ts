import { toEntry, toGrant, toLot, toRedemption } from '..';
import { replayState, verifyFamily } from '../../../loyalty';
import type { Instant, LedgerCase, LedgerProblem } from '../../../loyalty';
import { CHECKPOINT_ENTRIES } from './checkpoints';
import type { AttestedState } from './attested';
import type { NewCheckpoint } from './checkpoints';
import type { StoredPage } from './read-customers';
import type { StoredCustomer } from './stored-customer';
import { chainMisfit, earliest } from './verify-chain';
import type { Misfit } from './verify-chain';
import { attestedOf, documentProblems } from './verify-documents';
import { unpublishedProblems } from './verify-programs';
import { saleFindings } from './verify-sales';
import type { Alone } from './verify-sales';
import { useProblems } from './verify-uses';

/** What was found of one customer. `sealed` is how many of the entries a seal holds. */
export interface CustomerFindings {
  entries: number;
  sealed: number;
  /** Sales that another version has changed since they were attested, or had sealed in a way unknown here. */
  unattestedSales: number;
  problems: LedgerProblem[];
  firstMisfit: Misfit | null;
  /** What it comes to, to be kept for the next time; null: not worth it, or it does not hold. */
  checkpoint: NewCheckpoint | null;
}

const NOTHING = { unattestedSales: 0, problems: [], firstMisfit: null, checkpoint: null };

/**
 * Compares everything of one customer with everything. Nothing for somebody who is not there any more.
 */
export function verifyStored(
  page: StoredPage,
  customerId: string,
  now: Instant,
  alone: Alone,
): CustomerFindings {
  const stored = page.byId.get(customerId);
  if (!stored) return { entries: 0, sealed: 0, ...NOTHING };
  const entries = (stored.since?.seq ?? 0) + stored.entries.length;
  const sealed = Math.max(0, ...stored.seals.map(({ head }) => head.seq));
  try {
    const family = page.familyOf(customerId);
    const state = attestedOf(stored);
    const found = findings(stored, family, state, alone);
    const worth =
      found.problems.length === 0 && family.length === 1 && stored.entries.length >= CHECKPOINT_ENTRIES;
    return { entries, sealed, ...found, checkpoint: worth ? newCheckpoint(stored, state, now) : null };
  } catch (error) {
    const problem = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { entries, sealed, ...NOTHING, problems: [{ subject: `ledger of ${customerId}`, problem }] };
  }
}

/** A family is replayed once, with the first of its customers; each has a chain and documents of their own. */
function findings(
  stored: StoredCustomer,
  family: readonly StoredCustomer[],
  state: AttestedState,
  alone: Alone,
): Pick<CustomerFindings, 'problems' | 'firstMisfit' | 'unattestedSales'> {
  const customerId = stored.wallet._id;
  const broken = chainMisfit(stored);
  const replayed = family[0] === stored ? verifyFamily(family.map(ledgerCase)) : [];
  const placeOf = new Map(family.flatMap((one) => one.entries.map((entry) => [entry.key, entry])));
  const misfits = replayed.flatMap(({ subject, problem }) => {
    const entry = placeOf.get(subject);
    return entry ? [{ customerId: entry.customerId, seq: entry.seq, key: subject, problem }] : [];
  });
  const sales = saleFindings(stored, state, alone);
  return {
    unattestedSales: sales.unattested,
    firstMisfit: earliest([...(broken ? [broken] : []), ...misfits]),
    problems: [
      ...(broken
        ? [{ subject: broken.key ?? `entry ${broken.seq} of ${customerId}`, problem: broken.problem }]
        : []),
      ...replayed,
      ...unpublishedProblems(stored.entries, stored.versions),
      ...documentProblems(stored, state, alone.attested !== null),
      ...sales.problems,
      ...useProblems(stored, Date.now()),
    ],
  };
}

function newCheckpoint(stored: StoredCustomer, known: AttestedState, now: Instant): NewCheckpoint {
  const { wallet, since, entries } = stored;
  const { hash, seq } = entries.at(-1)!;
  return {
    ...{ customerId: wallet._id, seq, hash, ...(wallet.attested ? { attested: wallet.attested } : {}) },
    ...{ replay: replayState(ledgerCase(stored)), known },
    wholeAt: since?.wholeAt ?? new Date(now),
  };
}

function ledgerCase({ wallet, since, entries, lots, redemptions, grants }: StoredCustomer): LedgerCase {
  return {
    ...(since ? { since: since.replay } : {}),
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
