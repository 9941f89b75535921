import { bookAt, endInKey, isBalance, lastUsableMoment, saleNoticeKind } from '../../loyalty';
import type { Instant, Program, Redemption, Sale, Wallet, Zone } from '../../loyalty';
import { isEmpty, renderMessage } from '../../messaging';
import type { Benefit, CustomerLinks, CustomerMessage, RenderedMessage } from '../../messaging';
import { firstName } from '../../store';
import type { StatementLine } from '../../store';
import type { Addressee } from './addressee';
import { earnedContent } from './earned-content';
import { returnedContent } from './returned-content';
import { lotsShown } from './shown-benefit';

/** What a message is written from. */
export interface MessageFacts extends Addressee {
  sale: Sale;
  program: Program;
  /** What a point is worth at a redemption now. */
  pointValueCents: number;
  wallet: Wallet;
  /** Of the program in force: by its days and hours customers are written to. */
  zone: Zone;
  /** Which of the sale's notices: `earned/…`, `expiring/P7D/<end>`, `expired/<end>`, `repurchase`, `returned/…`. */
  key: string;
  /** What has moved because of the sale, where something has expired. */
  entries: readonly StatementLine[];
  /** Uses that named the sale and were undone, in the order in which they were; where something came back. */
  uses: readonly Redemption[];
  now: Instant;
}

/**
 * The message in words, with the amounts as the clock has them now (R1), whether or not the timers have run; null where
 * there is nothing left to say.
 */
export function messageContent(
  facts: MessageFacts,
  links: CustomerLinks | null = null,
): RenderedMessage | null {
  const message = compose({ ...facts, wallet: bookAt(facts.wallet, facts.now).wallet });
  return message && renderMessage(message, links, facts.texts[message.kind] ?? null);
}

function compose(facts: MessageFacts): CustomerMessage | null {
  const { program, customer, key } = facts;
  const to = { firstName: firstName(customer), programName: program.name };
  const kind = saleNoticeKind(key);
  switch (kind) {
    case 'earned':
      return filled({
        kind,
        ...to,
        ...earnedContent(facts.wallet, facts.sale.id, facts.pointValueCents, facts.now),
      });
    case 'expiring':
    case 'expired':
      return filled({ kind, ...to, ...endContent(facts, kind) });
    case 'repurchase':
      return filled({ kind, ...to, ...usableContent(facts) });
    case 'returned': {
      const content = returnedContent(facts);
      return isEmpty(content.taken) && isEmpty(content.cameBack) ? null : { kind, ...to, ...content };
    }
  }
}

function filled<Message extends CustomerMessage & { benefit: Benefit }>(message: Message): Message | null {
  return isEmpty(message.benefit) ? null : message;
}

/** What ends, or has ended, at the instant the key names. */
function endContent(
  { sale, wallet, pointValueCents, key, entries }: MessageFacts,
  kind: 'expiring' | 'expired',
): { benefit: Benefit; validUntil: string } {
  const end = endInKey(key);
  const own = wallet.lots.filter(({ saleId }) => saleId === sale.id);
  const benefit =
    kind === 'expiring'
      ? lotsShown(
          own.filter(({ expiresAt }) => expiresAt === end),
          pointValueCents,
          ({ buckets }) => buckets.active,
        )
      : lotsShown(own, pointValueCents, ({ id }) => expiredAt(end, id, entries));
  return { benefit, validUntil: lastUsableMoment(end, sale.content.zone) };
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
export function usableContent({
  wallet,
  pointValueCents,
  now,
}: Pick<MessageFacts, 'wallet' | 'pointValueCents' | 'now'>): {
  benefit: Benefit;
  firstEnd: string | null;
} {
  const [firstEnd = null] = wallet.lots
    .flatMap(({ type, buckets, expiresAt, zone }) =>
      isBalance(type) && buckets.active > 0 && expiresAt !== null && expiresAt > now
        ? [lastUsableMoment(expiresAt, zone)]
        : [],
    )
    .toSorted();
  return { benefit: lotsShown(wallet.lots, pointValueCents, ({ buckets }) => buckets.active), firstEnd };
}
