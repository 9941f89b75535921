/** Cashback over a period. All in cents; the sums fit: net + adjusted = spent + expired + outstanding − debt. */
export interface CashbackCost {
  grantedCents: number;
  /** Of what was granted, taken back for cancellations and returns, as debt where nothing else was left. */
  takenBackCents: number;
  netCents: number;
  /** Credits less debits by hand. */
  adjustedCents: number;
  spentCents: number;
  expiredCents: number;
  outstandingCents: number;
  debtCents: number;
}

/** Points over a period, with their value at the program's price. */
export interface PointsCost {
  granted: number;
  takenBack: number;
  net: number;
  adjusted: number;
  spent: number;
  expired: number;
  outstanding: number;
  debt: number;
  netCents: number;
  outstandingCents: number;
}

/** Vouchers over a period; `…Uses` count uses, of which a voucher may have several. */
export interface VoucherCost {
  /** Vouchers given and not cancelled, and what they can take off at most, all uses together. */
  issued: number;
  faceCents: number;
  spentUses: number;
  /** What those uses took off. */
  discountCents: number;
  expiredUses: number;
  outstandingUses: number;
}

/** What was used in reality and could not have been used here. */
export interface Unpayable {
  /** Uses that were not possible, or only in part. */
  uses: number;
  cashbackCents: number;
  points: number;
  vouchers: number;
}

/** What a program costs over a period. */
export interface ProgramCost {
  cashback: CashbackCost;
  points: PointsCost;
  vouchers: VoucherCost;
  /** Cashback and points net of returns, and vouchers at their face value. */
  totalCents: number;
  unpayable: Unpayable;
}

/** What one rule came to. Amounts in cents for cashback and vouchers (face value), in points for points. */
export interface RuleResult {
  ruleId: string;
  type: 'cashback' | 'points' | 'voucher';
  /** Sales it applied to, and how many of them it gave something, returns considered. */
  matchedSales: number;
  paidSales: number;
  /** Net of returns. */
  paid: number;
  /** Before returns. */
  cutByCaps: number;
  cutByBudget: number;
}

/** The change from one cost to another, number by number. */
export function costDifference<Cost extends object>(from: Cost, to: Cost): Cost {
  return Object.fromEntries(
    Object.entries(to).map(([name, value]: [string, unknown]) => {
      const before: unknown = Reflect.get(from, name);
      return [
        name,
        typeof value === 'number'
          ? value - Number(before)
          : costDifference(before as object, value as object),
      ];
    }),
  ) as Cost;
}
