import type { Instant } from '../basis';
import { catchUp, settleSale } from '../ledger';
import type { Book, Redemption } from '../ledger';
import type { AroundSale } from './around-sale';
import { calculateSale } from './calculate-sale';
import type { CalculationBasis } from './calculate-sale';
import { deservedByOwner } from './deserved';
import type { PinnedVersion } from './deserved';
import type { CalculatedSale, SaleRecord } from './sale-record';
import { asInBook, monthUsage } from './usage';
import type { Usage } from './usage';

/** Everything that what an owner should have of a sale is decided by, besides the wallet and the usage of caps and budgets. */
export interface OwnersCase {
  sale: SaleRecord;
  version: PinnedVersion;
  redemptions: readonly Redemption[];
  /** The groups its customer is in now; null: the sale's result still stands, and nothing is calculated. */
  segments: readonly string[] | null;
  around: Pick<AroundSale<unknown>, 'codeOf' | 'calculated'>;
}

const NOBODY = { firstPurchase: false, segments: [] };

/**
 * Gives a sale's owner what it now deserves, within the wallet: calculates it (again) where that is due, and moves the ledger
 * by the difference. Pure but for the book, so that it can be tried again over a fresh one.
 * @returns the sale with its result, to be kept in the same transaction
 */
export function changeOwner(about: OwnersCase, book: Book, now: Instant, usage: Usage): SaleRecord {
  const { sale, version, around } = about;
  // What time has decided counts too, however late it is written down (R45).
  catchUp(book, now);
  const known =
    about.segments === null
      ? sale
      : withResult(about, about.segments, { ...usage, month: asInBook(usage.month, book) });
  const grants = book.wallet.grants.filter(({ saleId }) => saleId === sale.id);
  settleSale(
    book,
    deservedByOwner(known, version, { grants, codeOf: (ruleId) => around.codeOf(ruleId) }, now),
    now,
  );
  return known;
}

/** The sale calculated by the version that pays it, with what is known of its customer pinned (R17, R18). */
export function withResult(
  { sale, version: { version, program }, redemptions, around }: Omit<OwnersCase, 'segments'>,
  segments: readonly string[],
  usage: Usage,
): CalculatedSale {
  const pins = pinnedFacts(sale, segments, usage);
  const { pinned } = pins;
  const basis: CalculationBasis = {
    program,
    redemptions,
    facts: sale.customerId === null ? NOBODY : (pinned ?? NOBODY),
    usage: { month: monthUsage(program, usage.month), budget: usage.budget },
  };
  const evaluated = calculateSale(sale, basis);
  const result = { ...sale, programVersion: version, ...pins, evaluated };
  around.calculated(result, basis);
  return result;
}

/**
 * What was known of the customer when the sale was first calculated as theirs stays, also while it is somebody else's; of one
 * whose sale it has never been, it is noted now (R17).
 */
function pinnedFacts(
  { customerId, pinned, formerPins }: SaleRecord,
  segments: readonly string[],
  { firstPurchase }: Usage,
): Pick<SaleRecord, 'pinned' | 'formerPins'> {
  if (customerId === null || pinned?.customerId === customerId) return { pinned, formerPins };
  const known = formerPins.find((pin) => pin.customerId === customerId);
  const others = formerPins.filter((pin) => pin.customerId !== customerId);
  return {
    pinned: known ?? { customerId, firstPurchase, segments: [...segments] },
    formerPins: pinned ? [...others, pinned] : others,
  };
}
