import type { CounterCustomer, CounterLimits } from '../api';
import { formatMoney, formatPoints, readMoney, readPoints } from '../format';
import { counter } from '../words/pt';
import type { BalanceUse } from './moves';
import { roomIn } from './room-in';
import { spokenName } from './spoken-name';

/** What has been typed of a use. */
export interface RedeemDraft {
  type: 'cashback' | 'points';
  saleTotal: string;
  /** Null: as much as there is and fits. */
  amount: string | null;
  saleRef: string;
}

/** Where a draft is filled in, and by what. */
export interface RedeemContext {
  customer: CounterCustomer;
  /** Null: the program is not known, and the API says what it allows. */
  limits: CounterLimits | null;
  storeId: string | null;
}

/** What a draft asks for, or why it cannot be asked. */
export interface AskedUse {
  move: BalanceUse | null;
  /** The most that can be used, as it is typed. */
  most: string;
  problems: { saleTotal?: string; amount?: string };
}

const WORDS = counter.redeem;
const UNITS = {
  cashback: { read: readMoney, write: written, say: formatMoney, unreadable: WORDS.notMoney },
  points: { read: readPoints, write: String, say: formatPoints, unreadable: WORDS.notPoints },
} as const;

/** Reads a draft. More than fits may be asked for all the same: the last word is the API's. */
export function askedUse(draft: RedeemDraft, context: RedeemContext): AskedUse {
  const { customer, limits } = context;
  const { type } = draft;
  const { read, write } = UNITS[type];
  const saleTotalCents = readMoney(draft.saleTotal);
  const active = activeOf(customer, type);
  const room = saleTotalCents ? roomIn(saleTotalCents, type, limits) : active;
  const most = write(Math.min(active, room));
  const amount = read(draft.amount ?? most);
  const problems = {
    ...problemOfSale(saleTotalCents, limits),
    ...problemOfAmount(draft, context, { amount, active, room, saleTotalCents }),
  };
  if (!amount || !saleTotalCents || 'saleTotal' in problems || 'amount' in problems)
    return { move: null, most, problems };
  const asked = { ...aboutUse(draft, context), saleTotalCents, left: active - amount };
  const worth = limits === null ? {} : { worthCents: amount * limits.pointValueCents };
  const move: BalanceUse =
    type === 'points'
      ? { ...asked, type, points: amount, ...worth }
      : { ...asked, type, amountCents: amount };
  return { move, most, problems };
}

function activeOf({ cashback, points }: CounterCustomer, type: RedeemDraft['type']): number {
  return type === 'points' ? points.activePoints : cashback.activeCents;
}

function aboutUse({ saleRef }: RedeemDraft, { customer, storeId }: RedeemContext) {
  return {
    ...{ kind: 'use' as const, customerId: customer.id, name: spokenName(customer.name) },
    ...(saleRef.trim() === '' ? {} : { saleRef: saleRef.trim() }),
    ...(storeId === null ? {} : { storeId }),
  };
}

function problemOfSale(
  saleTotalCents: number | null,
  limits: RedeemContext['limits'],
): { saleTotal?: string } {
  if (!saleTotalCents) return { saleTotal: WORDS.notMoney };
  if (limits === null || saleTotalCents >= limits.minSaleCents) return {};
  return { saleTotal: WORDS.belowMin(formatMoney(limits.minSaleCents)) };
}

interface Numbers {
  amount: number | null;
  active: number;
  room: number;
  saleTotalCents: number | null;
}

function problemOfAmount(
  { type, amount: typed }: RedeemDraft,
  { limits }: RedeemContext,
  { amount, active, room, saleTotalCents }: Numbers,
): { amount?: string } {
  const { say, unreadable } = UNITS[type];
  const unitCents = type === 'points' ? (limits?.pointValueCents ?? 1) : 1;
  if (limits !== null && active * unitCents < limits.minBalanceCents)
    return { amount: WORDS.belowBalance(formatMoney(limits.minBalanceCents)) };
  if (typed === null && room === 0) return { amount: WORDS.nothingFits };
  if (!amount) return { amount: unreadable };
  if (amount > active) return { amount: WORDS.tooMuch(say(active)) };
  if (saleTotalCents && amount * unitCents > saleTotalCents) return { amount: WORDS.aboveSale };
  return {};
}

/** As money is typed: without its sign. */
function written(cents: number): string {
  return formatMoney(cents).replace(/^R\$\s/, '');
}
