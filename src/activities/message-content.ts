import { balancesAt, Book, catchUp, heldOf, isBalance, lastUsableDate, localDate } from '../loyalty';
import type { BenefitType, Grant, Instant, Lot, Program, Redemption, Wallet } from '../loyalty';
import { renderMessage } from '../messaging';
import type { Benefit, CustomerMessage, EarnedMessage, RenderedMessage } from '../messaging';
import type { Customer, MessageKind, Sale, StatementLine } from '../store';
import { firstNameOf } from './first-name';
import { returnedContent } from './returned-content';
import { balanceShown, lotsShown, saysSomething } from './shown-benefit';

/** What a message is written from. */
export interface MessageFacts {
  sale: Sale;
  program: Program;
  /** What a point is worth at a redemption now. */
  pointValueCents: number;
  wallet: Wallet;
  customer: Customer;
  /** Which of the sale's messages: `earned/…`, `expiring/P7D/<end>`, `expired/<end>`, `repurchase`, `returned/…`. */
  key: string;
  /** What has moved because of the sale, where something has expired. */
  entries: readonly StatementLine[];
  /** Uses that named the sale, where something came back. */
  uses: readonly Redemption[];
  now: Instant;
}

/** What a key says the message is about. */
export function kindOf(key: string): MessageKind {
  return key.split('/')[0] as MessageKind;
}

/**
 * The message in words, with the amounts as the clock has them now (R1), whether or not the timers have run; null where
 * there is nothing left to say.
 */
export function contentOf(facts: MessageFacts): RenderedMessage | null {
  const book = new Book(structuredClone(facts.wallet));
  catchUp(book, facts.now);
  const message = compose({ ...facts, wallet: book.wallet });
  return message && renderMessage(message);
}

function compose(facts: MessageFacts): CustomerMessage | null {
  const { program, customer, key } = facts;
  const to = { firstName: firstNameOf(customer), programName: program.name };
  const kind = kindOf(key);
  switch (kind) {
    case 'earned':
      return filled({ kind, ...to, ...earnedContent(facts) });
    case 'expiring':
    case 'expired':
      return filled({ kind, ...to, ...endContent(facts, kind) });
    case 'repurchase':
      return filled({ kind, ...to, ...repurchaseContent(facts) });
    case 'returned': {
      const content = returnedContent(facts);
      return saysSomething(content.taken) || saysSomething(content.cameBack)
        ? { kind, ...to, ...content }
        : null;
    }
  }
}

function filled<Message extends CustomerMessage & { benefit: Benefit }>(message: Message): Message | null {
  return saysSomething(message.benefit) ? message : null;
}

type EarnedContent = Pick<EarnedMessage, 'benefit' | 'settles' | 'usableFrom' | 'validUntil'>;

/** What there is of what the sale earned, with the part of it that has paid or will pay what the customer owes. */
function earnedContent({ sale, wallet, pointValueCents, now }: MessageFacts): EarnedContent {
  const own = wallet.lots.filter(({ saleId }) => saleId === sale.id);
  const lots = own.filter(({ buckets }) => buckets.pending + buckets.active > 0);
  const left = lotsShown(lots, pointValueCents, ({ buckets }) => buckets.pending + buckets.active);
  const grants = wallet.grants.filter(({ saleId }) => saleId === sale.id);
  const paid = { cashback: paidOf('cashback', own, grants), points: paidOf('points', own, grants) };
  const settled = (type: BenefitType): number =>
    paid[type] + Math.min(wallet.debt[type], sumOf(lots, type, 'pending'));
  const shown = {
    cashback: left.cashbackCents + (left.cashbackCents > 0 ? paid.cashback : 0),
    points: left.points + (left.points > 0 ? paid.points : 0),
  };
  const settles = {
    cashback: left.cashbackCents > 0 ? settled('cashback') : 0,
    points: left.points > 0 ? settled('points') : 0,
  };
  return {
    benefit: { ...balanceShown(shown, pointValueCents), vouchers: left.vouchers },
    settles: balanceShown(settles, pointValueCents),
    ...datesOf(lots, now),
  };
}

/** What was taken of the sale's lots without being the sale's own return: it paid a debt (R29). */
function paidOf(type: BenefitType, lots: readonly Lot[], grants: readonly Grant[]): number {
  const given = grants.filter((grant) => grant.type === type).reduce((sum, grant) => sum + heldOf(grant), 0);
  const there = lots
    .filter((lot) => lot.type === type)
    .reduce((sum, { amount, buckets }) => sum + amount - buckets.reversed, 0);
  return Math.max(0, given - there);
}

/** All of it is usable from the latest activation on, and the balance through its soonest end. */
function datesOf(lots: readonly Lot[], now: Instant): Pick<EarnedContent, 'usableFrom' | 'validUntil'> {
  const [last] = lots.toSorted((a, b) => b.activatesAt - a.activatesAt);
  const [first] = lots
    .filter((lot) => isBalance(lot.type) && lot.expiresAt !== null)
    .toSorted((a, b) => a.expiresAt! - b.expiresAt!);
  return {
    usableFrom: !last || last.activatesAt <= now ? null : localDate(last.activatesAt, last.zone),
    validUntil: first ? lastUsableDate(first.expiresAt!, first.zone) : null,
  };
}

/** What ends, or has ended, at the instant the key names. */
function endContent(
  { sale, wallet, pointValueCents, key, entries }: MessageFacts,
  kind: 'expiring' | 'expired',
): { benefit: Benefit; validUntil: string } {
  const end = Date.parse(key.split('/').at(-1)!);
  const own = wallet.lots.filter(({ saleId }) => saleId === sale.id);
  const benefit =
    kind === 'expiring'
      ? lotsShown(
          own.filter(({ expiresAt }) => expiresAt === end),
          pointValueCents,
          ({ buckets }) => buckets.active,
        )
      : lotsShown(own, pointValueCents, ({ id }) => expiredAt(end, id, entries));
  return { benefit, validUntil: lastUsableDate(end, sale.zone) };
}

/** A lot can expire more than once (R34): how much of it did at this end. */
function expiredAt(end: Instant, lotId: string, entries: readonly StatementLine[]): number {
  return entries
    .filter(({ type, at }) => type === 'EXPIRE' && at === end)
    .flatMap(({ moves }) => moves)
    .filter((move) => move.lotId === lotId)
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** All the customer can use now, of whatever sale. */
function repurchaseContent({ wallet, pointValueCents, now }: MessageFacts): {
  benefit: Benefit;
  firstEnd: string | null;
} {
  const { cashback, points } = balancesAt(wallet, now);
  const [firstEnd = null] = [...cashback.expirations, ...points.expirations].map(({ date }) => date).toSorted();
  return { benefit: lotsShown(wallet.lots, pointValueCents, ({ buckets }) => buckets.active), firstEnd };
}

function sumOf(lots: readonly Lot[], type: BenefitType, bucket: keyof Lot['buckets']): number {
  return lots.filter((lot) => lot.type === type).reduce((sum, lot) => sum + lot.buckets[bucket], 0);
}
