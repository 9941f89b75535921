import type { CounterCustomer } from '../api';
import { formatMoney, formatPoints, readMoney, readPoints } from '../format';
import { counter } from '../words/pt';
import type { BalanceUse } from './moves';
import { spokenName } from './spoken-name';

/** What has been typed of a use. */
export interface RedeemDraft {
  type: 'cashback' | 'points';
  saleTotal: string;
  /** Null: as much as there is. */
  amount: string | null;
  saleRef: string;
}

/** What a draft asks for, or why it cannot be asked. */
export interface AskedUse {
  move: BalanceUse | null;
  /** As much as there is to use, as it is typed. */
  most: string;
  problems: { saleTotal?: string; amount?: string };
}

const WORDS = counter.redeem;

/** Reads a draft. What the program allows is for the API to say. */
export function askedUse(draft: RedeemDraft, customer: CounterCustomer, storeId: string | null): AskedUse {
  const saleTotalCents = readMoney(draft.saleTotal);
  const name = spokenName(customer.name);
  const sale = {
    ...(draft.saleRef.trim() === '' ? {} : { saleRef: draft.saleRef.trim() }),
    ...(storeId === null ? {} : { storeId }),
  };
  const about = { kind: 'use' as const, customerId: customer.id, name, ...sale };
  const wrongTotal = !saleTotalCents ? { saleTotal: WORDS.notMoney } : {};
  const { type } = draft;
  if (type === 'points') {
    const active = customer.points.activePoints;
    const most = String(active);
    const points = readPoints(draft.amount ?? most);
    const problems = { ...wrongTotal, ...problem(points, active, WORDS.notPoints, formatPoints) };
    if (!points || !saleTotalCents || problems.amount !== undefined) return { move: null, most, problems };
    return { most, problems, move: { ...about, type, points, saleTotalCents, left: active - points } };
  }
  const active = customer.cashback.activeCents;
  const most = formatMoney(Math.min(active, saleTotalCents ?? active)).replace(/^R\$\s/, '');
  const amountCents = readMoney(draft.amount ?? most);
  const problems = { ...wrongTotal, ...problem(amountCents, active, WORDS.notMoney, formatMoney) };
  if (amountCents && saleTotalCents && amountCents > saleTotalCents) problems.amount ??= WORDS.aboveSale;
  if (!amountCents || !saleTotalCents || problems.amount !== undefined) return { move: null, most, problems };
  return {
    most,
    problems,
    move: { ...about, type, amountCents, saleTotalCents, left: active - amountCents },
  };
}

function problem(
  amount: number | null,
  active: number,
  unreadable: string,
  format: (amount: number) => string,
): { amount?: string } {
  if (!amount) return { amount: unreadable };
  return amount > active ? { amount: WORDS.tooMuch(format(active)) } : {};
}
