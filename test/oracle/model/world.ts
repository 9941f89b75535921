import type { BalanceType, SaleInput, Template } from './input';
import type { Program } from './program';

export type LotType = BalanceType | 'voucher';

/** An amount earned at once, in its six buckets. A voucher is a lot that counts uses. */
export interface Lot {
  id: string;
  type: LotType;
  customerId: string;
  /** Null for a manual credit, as is the rule. */
  saleId: string | null;
  ruleId: string | null;
  zone: string;
  activatesAt: number;
  /** Exclusive; null never expires. */
  expiresAt: number | null;
  template: (Template & { name: string }) | null;
  pending: number;
  active: number;
  reserved: number;
  spent: number;
  expired: number;
  reversed: number;
}

/** What one rule of one sale gave one customer, in sums; a claim on value, whichever lots were drawn on. */
export interface Grant {
  saleId: string;
  ruleId: string;
  customerId: string;
  type: BalanceType;
  granted: number;
  /** Taken out of lots, or turned into debt. */
  taken: number;
  /** Had expired unused, and counts as taken back (R23). */
  lapsed: number;
  /** Could not be collected (R24). */
  letOff: number;
  lots: number;
}

export interface Sale {
  id: string;
  content: SaleInput;
  customerId: string | null;
  /** By a claim, which stands until the order itself names a customer (R28, R43). */
  claimedBy: string | null;
  completed: boolean;
  cancelled: boolean;
  returnedCents: number;
  /** Current when the sale was first calculated as completed (R18). */
  version: Program;
  completedAt: number;
  /** Since when the present customer is on the sale (R26, R28). */
  customerSince: number;
  /** What R17 pins when the sale is first calculated for a customer: the present one's, and each one's. */
  pinned: Pin | null;
  pins: Map<string, Pin>;
  /** Segments the last event carried: those of the customer at that time (R17). */
  segments: string[];
  /** What the rules gave when the sale was last calculated, and for which content. */
  result: { of: string; amounts: Map<string, number>; vouchers: Set<string> } | null;
  /** Cancelled or wholly returned, and what was spent on it has been given back (R25). */
  refunded: boolean;
}

/** What is known of a customer when a sale is first calculated as theirs. */
export interface Pin {
  customerId: string;
  firstPurchase: boolean;
  segments: string[];
}

export interface Redemption {
  id: string;
  customerId: string;
  type: LotType;
  amount: number;
  valueCents: number;
  saleRef: string | undefined;
  storeId: string | undefined;
  /** The sale it names, once that is known (R46). */
  kept: string | undefined;
  /** When it was confirmed; reserved, while it is not. */
  madeAt: number;
  state: 'reserved' | 'confirmed' | 'released' | 'timed_out' | 'rolled_back';
  draws: { lot: Lot; amount: number }[];
  /** The version whose settings were in force at the reservation (R33). */
  version: Program;
  timesOutAt: number;
  confirmedAt: number;
}

/** Everything there is. `now` is the instant things are done at. */
export interface World {
  now: number;
  version: Program;
  customers: Set<string>;
  sales: Map<string, Sale>;
  lots: Lot[];
  grants: Grant[];
  redemptions: Redemption[];
  /** By `customer/type`. */
  debts: Map<string, number>;
}

/** Thrown by an event that is refused, before anything was changed. */
export class Refusal extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** What a grant still stands for: given, and neither taken back, lapsed nor let off. */
export const heldOf = (grant: Grant): number => grant.granted - grant.taken - grant.lapsed - grant.letOff;

/** What a customer owes of a type (R29). */
export function debtOf(world: World, customerId: string, type: LotType): number {
  return world.debts.get(`${customerId}/${type}`) ?? 0;
}

/** Every good was given back: returns count goods value, and all of it is gone (R21). */
export function whollyReturned(sale: Sale): boolean {
  return sale.returnedCents > 0 && sale.returnedCents >= goodsCents(sale.content);
}

/** Completed, not cancelled and not wholly returned. */
export function alive(sale: Sale): boolean {
  return sale.completed && !sale.cancelled && !whollyReturned(sale);
}

/** Goods value: what is left of the total without freight and other expenses (R8, R20). */
export function goodsCents(sale: SaleInput): number {
  return sale.totalCents - (sale.freightCents ?? 0) - (sale.otherExpensesCents ?? 0);
}

/** The redemptions of a state that are kept with the sale (R9, R46). */
export function redemptionsOn(world: World, sale: Sale, state: Redemption['state']): Redemption[] {
  return world.redemptions.filter((redemption) => redemption.state === state && redemption.kept === sale.id);
}
