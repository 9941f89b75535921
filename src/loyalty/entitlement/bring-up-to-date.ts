import { settleSale } from '../ledger';
import type { Grant, Redemption } from '../ledger';
import { isOver } from '../sale';
import type { AroundSale } from './around-sale';
import { mustBeCalculated } from './calculate-sale';
import { deservedByOthers, formerOwners } from './deserved';
import type { PinnedVersion } from './deserved';
import { changeOwner, withResult } from './owner-change';
import { refundable, refundIn, undoneUses, worth } from './refund-spent';
import type { SaleRecord } from './sale-record';
import { ask } from './steps';
import type { Steps } from './steps';
import { NOTHING_USED, usageRequest } from './usage';
import { findUses, openReservations } from './uses-of-sale';

/**
 * Brings everything that a sale has given up to date with what it is now: the one sequence, for engines and histories.
 * The uses that name it are found (R46), what it was paid with goes back if it has just come to be over (R25), former owners
 * lose what is no longer theirs (R26), and its customer gets, or gives back, the difference to what it deserves (R20). Done
 * again, it changes nothing (R43).
 * @returns what keeping the sale with its result answers
 */
export function* bringUpToDate<T>(found: SaleRecord, around: AroundSale<T>): Steps<T> {
  const version = yield* ask(around.version());
  const known = yield* findUses(asItCounts(found), around);
  const { sale, redemptions } = yield* refundSpent(known, version, around);
  // What was never calculated has given nothing.
  const grants = sale.programVersion === null ? [] : yield* ask(around.grants());
  if (version) yield* takeBackFromOthers(sale, version, grants, around);
  const worthless = sale.standing !== 'completed' || sale.withheld === true;
  if (!version || sale.customerId === null || (worthless && grants.length === 0))
    return yield* ask(around.keep(withoutValue(sale, version, redemptions, around)));
  return yield* giveOwner(sale, version, redemptions, around);
}

/** What a sale that is no longer completed was calculated to earn counts no more. */
function asItCounts(sale: SaleRecord): SaleRecord {
  return sale.standing === 'completed' ? sale : { ...sale, evaluated: null };
}

/** What a sale that has just come to be over was paid with goes back, before anything is taken (R25). */
function* refundSpent<T>(
  sale: SaleRecord,
  version: PinnedVersion | null,
  around: AroundSale<T>,
): Steps<{ sale: SaleRecord; redemptions: readonly Redemption[] }> {
  const redemptions = yield* ask(around.redemptions());
  const voided = isOver(sale) && (sale.voided || sale.usesFoundBy !== null);
  if (sale.voided || !voided) return { sale: { ...sale, voided }, redemptions };
  const open = yield* openReservations(sale, around);
  for (const redemption of refundable(version?.program ?? null, [...redemptions, ...open]))
    yield* ask(around.undo(redemption, (book, now) => refundIn(book, redemption.id, sale, now)));
  const after = yield* ask(around.redemptions());
  const uses = undoneUses(sale, after);
  const undone = uses.length === 0 ? [] : yield* ask(around.undone());
  const refundedCents = worth(uses.filter(({ id }) => undone.includes(id)));
  return { sale: { ...sale, voided, refundedCents }, redemptions: after };
}

/** Somebody else's sale gives nobody anything (R26). */
function* takeBackFromOthers<T>(
  sale: SaleRecord,
  version: PinnedVersion,
  grants: readonly Grant[],
  around: AroundSale<T>,
): Steps<void> {
  for (const customerId of formerOwners(sale, grants))
    yield* ask(
      around.takeBack(customerId, (book, now) => settleSale(book, deservedByOthers(sale, version, now), now)),
    );
}

/** The customer's wallet moves by the difference to what the sale deserves, calculated (again) where that is due. */
function* giveOwner<T>(
  sale: SaleRecord,
  version: PinnedVersion,
  redemptions: readonly Redemption[],
  around: AroundSale<T>,
): Steps<T> {
  const request = mustBeCalculated(sale, redemptions) ? usageRequest(sale, version.program) : null;
  const segments = request === null ? null : yield* ask(around.segments());
  const about = { sale, version, redemptions, segments, around };
  return yield* ask(around.changeOwner(request, (book, now, usage) => changeOwner(about, book, now, usage)));
}

/** Nobody's sale, one that is not completed and never was, one withheld, or one of a merchant without a program: only the reasoning. */
function withoutValue<T>(
  sale: SaleRecord,
  version: PinnedVersion | null,
  redemptions: readonly Redemption[],
  around: AroundSale<T>,
): SaleRecord {
  if (!version || !mustBeCalculated(sale, redemptions)) return sale;
  return withResult({ sale, version, redemptions, around }, [], NOTHING_USED);
}
