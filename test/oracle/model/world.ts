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
  /** Until when it goes on if nobody was reminded of its end; absent: it does not, or that is decided. */
  goesOnUntil?: number | undefined;
  template: (Template & { name: string }) | null;
  pending: number;
  active: number;
  reserved: number;
  spent: number;
  expired: number;
  reversed: number;
  /** Of a voucher: its sale ended or went to somebody else, and has not won it again since; what was used by then may still come back. */
  withdrawn: boolean;
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
  /** That was a person's claim, and not another telling of the purchase, which may go again (R47). */
  claimed: boolean;
  completed: boolean;
  cancelled: boolean;
  /** What came back, in goods value, once for each return (R21). */
  returns: { id: number; amount: number }[];
  /** Its place among the sales, by which was told first. */
  told: number;
  /** The program's when it was first told; it stays (R6). */
  zone: string;
  /** The sale of another source by which the purchase counts, and those that count by this one (R47). */
  countsBy: Sale | null;
  tellings: Sale[];
  /** The sale that it may be the same purchase as, until a person has said (R47). */
  heldWith: Sale | null;
  /** By what it was last compared with other sales; null: it has to be compared. */
  comparedAs: string | null;
  /** When it was last settled, its customer had got something of it. */
  paid: boolean;
  /** It has counted once, by a version that stays (R18). */
  counted: boolean;
  /** Uses that name it have been looked for (R46). */
  foundUses: boolean;
  /** Current when the sale was first calculated as completed (R18). */
  version: Program;
  completedAt: number;
  /** It was completed once: holding counts from then (R3). */
  wasCompleted: boolean;
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
  returns: number;
  /** What was asked for by the id of each reservation made. */
  requests: Map<string, string>;
  /** What people were asked and said about pairs of sales, and by which traces sales are found (R47). */
  answers: Map<string, 'asked' | 'same' | 'distinct'>;
  traces: Map<string, Sale[]>;
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
  const returned = returnedCents(sale);
  return returned > 0 && returned >= goodsCents(sale.content);
}

/** What of the goods came back (R21). */
export function returnedCents({ returns }: Sale): number {
  return returns.reduce((sum, { amount }) => sum + amount, 0);
}

/** The most that can come back: a return between goods value and total counts as everything (R21). */
export function mostReturnable(sale: SaleInput): number {
  return Math.max(0, sale.totalCents, goodsCents(sale));
}

/** Where a purchase stands: a telling of another's, and what a person has to decide, counts nowhere; who cancels, cancels for all (R47). */
export function standing(sale: Sale): 'open' | 'completed' | 'cancelled' {
  if (sale.countsBy) return 'open';
  if (sale.cancelled) return 'cancelled';
  if (!sale.completed || sale.heldWith) return 'open';
  return sale.tellings.some(({ cancelled }) => cancelled) ? 'cancelled' : 'completed';
}

/** Its order says who bought, and nobody has looked that up: it is not nobody's (R46). */
export function isUnasked({ customerId, content }: Sale): boolean {
  return customerId === null && content.customerId !== null;
}

/** It counts, and something of it is left. */
export function alive(sale: Sale): boolean {
  return standing(sale) === 'completed' && !whollyReturned(sale);
}

/** The sale by which a sale's purchase counts: itself, as a rule (R47). */
export function rootOf(sale: Sale): Sale {
  return sale.countsBy ? rootOf(sale.countsBy) : sale;
}

/** Goods value: what is left of the total without freight and other expenses (R8, R20). */
export function goodsCents(sale: SaleInput): number {
  return sale.totalCents - (sale.freightCents ?? 0) - (sale.otherExpensesCents ?? 0);
}

/** The redemptions of a state that are kept with the sale, or with a telling that counts by it (R9, R46). */
export function redemptionsOn(world: World, sale: Sale, state: Redemption['state']): Redemption[] {
  return world.redemptions.filter((redemption) => redemption.state === state && isKeptWith(redemption, sale));
}

/** Whether a use is kept with the sale, or with a telling that counts by it. */
export function isKeptWith({ kept }: Redemption, sale: Sale): boolean {
  return [sale, ...sale.tellings].some(({ id }) => id === kept);
}
