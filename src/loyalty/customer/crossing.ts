import type { BenefitType, Book, Entry, Lot } from '../ledger';
import { BENEFIT_TYPES } from '../ledger';

/** Of two customers who are told apart, whose something is: theirs who goes back, or theirs who stays. */
type Side = 'back' | 'stay';

/** An amount of a lot of one that went for the other. */
export interface Crossed {
  lot: Lot;
  amount: number;
}

/** Value of one that was taken back for a sale of the other. */
export interface CrossedClawback {
  saleId: string;
  ruleId: string;
  type: BenefitType;
  programVersion: number | null;
  lots: Crossed[];
  /** Lots that the sale gave afterwards: what was owed before they came is not taken from them. */
  givenSince: ReadonlySet<string>;
}

/** What of one's value went for the other while they were one, and what of the debt is whose. */
export interface Crossing {
  /** Paid for the other's debt. */
  paid: Record<BenefitType, Crossed[]>;
  taken: CrossedClawback[];
  /** What is owed now by whom goes back; the rest is the other's. */
  debtBack: Record<BenefitType, number>;
}

/** Which lots and sales go back, by the merge that is undone. */
export interface Division {
  mergeId: string;
  lots: readonly Lot[];
  sales: ReadonlySet<string>;
}

const other = (side: Side): Side => (side === 'back' ? 'stay' : 'back');

/**
 * Follows what both had through the time in which they were one: whose sale made a debt, whose lots paid it, and from whose
 * lots a sale was taken back. One's own debt is paid by one's own lots first.
 * @param since the entries of the customer who remains, from the `MERGE_IN` of this merge on, in order
 */
export function crossingSince(book: Book, division: Division, since: readonly Entry[]): Crossing {
  const accounts = { cashback: new Account(book, division), points: new Account(book, division) };
  for (const type of BENEFIT_TYPES) {
    const entries = since.filter(({ benefit }) => benefit === type);
    const before = book.wallet.debt[type] - entries.reduce((sum, { debt }) => sum + debt, 0);
    accounts[type].owe('stay', before);
    for (const entry of entries) accounts[type].follow(entry);
  }
  return {
    paid: { cashback: accounts.cashback.paid(), points: accounts.points.paid() },
    taken: BENEFIT_TYPES.flatMap((type) => accounts[type].taken(type)),
    debtBack: {
      cashback: accounts.cashback.owed('back', book.wallet.debt.cashback),
      points: accounts.points.owed('back', book.wallet.debt.points),
    },
  };
}

/** One kind of balance while the two were one. */
class Account {
  private readonly debt: Record<Side, number> = { back: 0, stay: 0 };
  private readonly paidBy = new Map<string, number>();
  private readonly takenFrom = new Map<
    string,
    { entry: Entry; lots: Map<string, number>; givenSince: Set<string> }
  >();
  private readonly lots: ReadonlyMap<string, Lot>;
  private readonly lotsBack: ReadonlySet<string>;

  constructor(
    book: Book,
    private readonly division: Division,
  ) {
    this.lots = new Map(book.wallet.lots.map((lot) => [lot.id, lot]));
    this.lotsBack = new Set(division.lots.map(({ id }) => id));
  }

  owe(side: Side, amount: number): void {
    this.debt[side] += amount;
  }

  follow(entry: Entry): void {
    const { type, cause, debt } = entry;
    if (type === 'MERGE_IN') this.owe(this.isOwnMerge(entry) ? 'back' : 'stay', debt);
    else if (type === 'MERGE_OUT') this.settle('stay', -debt);
    else if (type === 'DEBT_OPEN' && cause.kind !== 'merge') this.owe(this.sideOfSale(cause.saleId), debt);
    else if (type === 'DEBT_SETTLE') for (const { lotId, amount } of entry.moves) this.pay(lotId, amount);
    else if (type === 'CLAWBACK') this.takeBack(entry);
    else if (type === 'EARN_PENDING') this.give(entry);
    else if (type === 'REINSTATE' && cause.kind === 'merge') this.giveBack(entry);
  }

  paid(): Crossed[] {
    return this.crossed(this.paidBy);
  }

  taken(type: BenefitType): CrossedClawback[] {
    return [...this.takenFrom.values()].flatMap(({ entry, lots, givenSince }) => {
      const crossed = this.crossed(lots);
      const { cause, ruleId, programVersion } = entry;
      if (crossed.length === 0) return [];
      return [{ saleId: cause.saleId!, ruleId: ruleId!, type, programVersion, lots: crossed, givenSince }];
    });
  }

  /** What this side owes of the `total` that is owed. */
  owed(side: Side, total: number): number {
    return Math.max(0, Math.min(this.debt[side], total));
  }

  /** A lot pays what its own side owes, and then what the other does. */
  private pay(lotId: string, amount: number): void {
    const side = this.sideOfLot(lotId);
    const crossed = this.settle(side, amount);
    if (crossed > 0) add(this.paidBy, lotId, crossed);
  }

  /** Takes from one side's debt, then from the other's. Answers what came from the other's. */
  private settle(side: Side, amount: number): number {
    const own = Math.min(amount, this.debt[side]);
    this.debt[side] -= own;
    this.debt[other(side)] -= amount - own;
    return amount - own;
  }

  private takeBack(entry: Entry): void {
    const { saleId } = entry.cause;
    const key = JSON.stringify([saleId, entry.ruleId]);
    for (const { lotId, amount } of entry.moves) {
      const lot = this.lots.get(lotId);
      if (!lot || lot.saleId === saleId || this.sideOfLot(lotId) === this.sideOfSale(saleId)) continue;
      const fresh = { entry, lots: new Map<string, number>(), givenSince: new Set<string>() };
      const taken = this.takenFrom.get(key) ?? fresh;
      this.takenFrom.set(key, taken);
      add(taken.lots, lotId, amount);
    }
  }

  private give({ cause, moves }: Entry): void {
    for (const { entry, givenSince } of this.takenFrom.values())
      if (entry.cause.saleId === cause.saleId) for (const { lotId } of moves) givenSince.add(lotId);
  }

  /** Another merge into the same customer was undone meanwhile, and gave back what had gone for others. */
  private giveBack({ cause, ruleId, moves }: Entry): void {
    const taken = this.takenFrom.get(JSON.stringify([cause.saleId, ruleId]))?.lots;
    for (const { lotId, amount } of moves) {
      if (cause.saleId !== undefined) {
        if (taken?.has(lotId)) add(taken, lotId, -Math.min(amount, taken.get(lotId)!));
        continue;
      }
      const crossed = Math.min(amount, this.paidBy.get(lotId) ?? 0);
      if (crossed > 0) add(this.paidBy, lotId, -crossed);
      const side = this.sideOfLot(lotId);
      this.owe(other(side), crossed);
      this.owe(side, amount - crossed);
    }
  }

  private crossed(amounts: ReadonlyMap<string, number>): Crossed[] {
    return [...amounts].flatMap(([lotId, amount]) => {
      const lot = this.lots.get(lotId);
      const left = lot ? Math.min(amount, lot.buckets.reversed) : 0;
      return lot && left > 0 ? [{ lot, amount: left }] : [];
    });
  }

  private isOwnMerge({ cause, key }: Entry): boolean {
    return cause.mergeId === this.division.mergeId && key.startsWith('merge-in/');
  }

  private sideOfLot(lotId: string): Side {
    return this.lotsBack.has(lotId) ? 'back' : 'stay';
  }

  private sideOfSale(saleId: string | undefined): Side {
    return saleId !== undefined && this.division.sales.has(saleId) ? 'back' : 'stay';
  }
}

function add(amounts: Map<string, number>, key: string, amount: number): void {
  amounts.set(key, (amounts.get(key) ?? 0) + amount);
}

/** Everything of one kind of balance that went for the other. */
export function crossedOf(crossing: Crossing, type: BenefitType): Crossed[] {
  return [
    ...crossing.paid[type],
    ...crossing.taken.filter((one) => one.type === type).flatMap(({ lots }) => lots),
  ];
}
