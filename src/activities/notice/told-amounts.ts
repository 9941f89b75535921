/** Amounts a message told the customer of: cents of cashback, points, vouchers, and cents that came back after use. */
export interface ToldAmounts {
  cents: number;
  points: number;
  vouchers: number;
  refundedCents: number;
}

/** `earned` says what the customer has of the sale, `returned` what was taken from that and what came back. */
export type AccountKind = 'earned' | 'returned';

const PARTS = ['cents', 'points', 'vouchers', 'refundedCents'] as const;
const KEY = /^(earned|returned)\/(\d+)\/(\d+)\/(\d+)-(\d+)-(\d+)-(\d+)$/;

export const NOTHING: ToldAmounts = { cents: 0, points: 0, vouchers: 0, refundedCents: 0 };

/**
 * How it is remembered what an owner of the sale was told, amounts included: `earned/1/0/500-120-1-0` is the first message of
 * all, to the first owner, of R$ 5,00, 120 points and a voucher.
 * @param count the messages of these kinds told before, so that the same amounts can be told again
 */
export function accountKey(kind: AccountKind, count: number, owner: number, amounts: ToldAmounts): string {
  return `${keyStart(kind, count, owner)}${PARTS.map((part) => amounts[part]).join('-')}`;
}

/** What such a key begins with, whatever its amounts. */
export function keyStart(kind: AccountKind, count: number, owner: number): string {
  return `${kind}/${count + 1}/${owner}/`;
}

/** What a key says; null for a message of another kind. */
export function readKey(key: string): { kind: AccountKind; owner: number; amounts: ToldAmounts } | null {
  const found = KEY.exec(key);
  if (!found) return null;
  const [cents = 0, points = 0, vouchers = 0, refundedCents = 0] = found.slice(4).map(Number);
  return {
    kind: found[1] as AccountKind,
    owner: Number(found[3]),
    amounts: { cents, points, vouchers, refundedCents },
  };
}

/** How much more there is in `more` than in `less`, part by part, never below nothing. */
export function excess(more: ToldAmounts, less: ToldAmounts): ToldAmounts {
  return perPart((part) => Math.max(0, more[part] - less[part]));
}

/** What the customer knows after one more message. */
export function afterTelling(known: ToldAmounts, kind: AccountKind, told: ToldAmounts): ToldAmounts {
  if (kind === 'earned') return told;
  return { ...excess(known, told), refundedCents: known.refundedCents + told.refundedCents };
}

export function isNothing(amounts: ToldAmounts): boolean {
  return PARTS.every((part) => amounts[part] === 0);
}

function perPart(amountOf: (part: keyof ToldAmounts) => number): ToldAmounts {
  return {
    cents: amountOf('cents'),
    points: amountOf('points'),
    vouchers: amountOf('vouchers'),
    refundedCents: amountOf('refundedCents'),
  };
}
