import { balancesAt, lastUsableDate, localDate } from '../loyalty';
import type { Instant, Lot, Program, Wallet } from '../loyalty';
import { renderMessage } from '../messaging';
import type { Benefit, CustomerMessage, RenderedMessage } from '../messaging';
import type { Customer, MessageKind, Sale } from '../store';
import { firstNameOf } from './first-name';

/** What a message is written from. */
export interface MessageFacts {
  sale: Sale;
  program: Program;
  wallet: Wallet;
  customer: Customer;
  /** Which of the sale's messages: `earned`, `expiring/P7D/<end>`, `expired/<end>`, `repurchase`. */
  key: string;
  now: Instant;
}

/** What a key says the message is about. */
export function kindOf(key: string): MessageKind {
  return key.split('/')[0] as MessageKind;
}

/** The message in words, with the amounts as they are now; null where there is nothing left to say. */
export function contentOf(facts: MessageFacts): RenderedMessage | null {
  const message = compose(facts);
  return message && renderMessage(message);
}

function compose({ sale, program, wallet, customer, key, now }: MessageFacts): CustomerMessage | null {
  const kind = kindOf(key);
  const lots = wallet.lots.filter((lot) => lot.saleId === sale.id && lot.type === 'cashback');
  const to = { firstName: firstNameOf(customer), programName: program.name };
  if (kind === 'repurchase') {
    const cents = balancesAt(wallet, now).cashback.active;
    return cents > 0 ? { kind, ...to, benefit: cashback(cents) } : null;
  }
  const end = key.split('/').at(-1)!;
  const about = kind === 'earned' ? lots : lots.filter((lot) => lot.expiresAt === Date.parse(end));
  const cents = sum(
    about,
    kind === 'expired' ? ['expired'] : kind === 'expiring' ? ['active'] : ['pending', 'active'],
  );
  if (cents === 0) return null;
  const benefit = cashback(cents);
  if (kind === 'earned') return { kind, ...to, benefit, ...datesOf(about, now) };
  return { kind, ...to, benefit, validUntil: lastUsableDate(Date.parse(end), sale.zone) };
}

function cashback(cashbackCents: number): Benefit {
  return { cashbackCents, points: 0, vouchers: [] };
}

function datesOf(
  lots: readonly Lot[],
  now: Instant,
): { usableFrom: string | null; validUntil: string | null } {
  const first = lots.reduce((a, b) => (b.activatesAt < a.activatesAt ? b : a));
  return {
    usableFrom: first.activatesAt <= now ? null : localDate(first.activatesAt, first.zone),
    validUntil: first.expiresAt === null ? null : lastUsableDate(first.expiresAt, first.zone),
  };
}

function sum(lots: readonly Lot[], buckets: readonly (keyof Lot['buckets'])[]): number {
  return lots.reduce(
    (total, lot) => total + buckets.reduce((part, bucket) => part + lot.buckets[bucket], 0),
    0,
  );
}
