import {
  dueNotices,
  endInKey,
  endReminder,
  holdingsIn,
  isPause,
  lotsToRemindOf,
  patched,
  saleNoticeKind,
} from '../../loyalty';
import type { Instant, ReminderEnd, Sale, SaleHoldings, SalePatch } from '../../loyalty';
import type { Message, Store } from '../../store';
import { readBeside, updatedSale } from '../sale';
import type { SaleOutcome } from '../sale';
import type { Delivery } from './delivery';
import type { MessageFacts } from './message-content';
import { messagesOfNotice } from './of-notice';

/** A provider has taken it. That it fails afterwards takes nothing back: the reminder had been given over in time. */
const ACCEPTED: readonly Message['state'][] = ['sent', 'delivered', 'read'];

/**
 * Why a reminder is owed no more of what this one speaks of, after it was tried; null: it still is, or was not. While another one of the
 * same end has yet to come, only a channel that has accepted this one ends it; what was held up until it was given up ends nothing.
 */
export async function whyOwedNoMore(
  store: Pick<Store, 'messages'>,
  { sale, program, wallet, key, now }: MessageFacts,
  deliveries: readonly Delivery[],
): Promise<ReminderEnd | null> {
  if (saleNoticeKind(key) !== 'expiring') return null;
  const holdings = holdingsIn(wallet, sale.id);
  if (lotsToRemindOf(holdings.lots, endInKey(key)).length === 0) return null;
  const messages = await messagesOfNotice(store, sale, key);
  if (messages.some(({ state }) => ACCEPTED.includes(state))) return 'accepted';
  if (othersToCome(sale, holdings, program, key, now)) return null;
  if (deliveries.every(({ again }) => again === null)) return messages.some(wasHeldUp) ? null : 'exhausted';
  const waiting = messages.filter(({ state }) => state === 'queued');
  return waiting.length > 0 && waiting.every(({ decision }) => decision?.because === 'not_live')
    ? 'not_live'
    : null;
}

/** It was given up because what carries it was paused for too long: nobody has tried whether it reaches its customer. */
function wasHeldUp({ state, decision }: Message): boolean {
  return state === 'skipped' && isPause(decision?.because ?? null);
}

/** Writes down what became of the notice together with what it ends. What was accepted has not spoken of lots that came back meanwhile. */
export async function writeReminderEnd(
  store: Store,
  { sale, program, wallet, key }: MessageFacts,
  { why, notices }: { why: ReminderEnd; notices: NonNullable<SalePatch['notices']> },
  at: Instant,
): Promise<SaleOutcome> {
  const { merchantId, id: saleId, owner } = sale;
  const beside = await readBeside(store, patched(sale, { notices }));
  const end = endInKey(key);
  const spokenOf = lotsToRemindOf(holdingsIn(wallet, saleId).lots, end).map(({ id }) => id);
  const lotIds = why === 'accepted' ? spokenOf : undefined;
  // Notices have an owner to be given to.
  return store.wallets.change(merchantId, owner.customerId!, { saleId }, at, (book, now) => {
    endReminder(book, { saleId, end, why, lotIds }, now);
    const holdings = holdingsIn(book.wallet, saleId);
    const { outcome, change } = updatedSale(sale, holdings, program, now, beside, { notices });
    return { result: outcome, sale: change };
  });
}

function othersToCome(
  sale: Sale,
  holdings: SaleHoldings,
  program: MessageFacts['program'],
  key: string,
  now: Instant,
): boolean {
  return dueNotices(sale, holdings, program, now).some(
    (other) =>
      other.key !== key && saleNoticeKind(other.key) === 'expiring' && endInKey(other.key) === endInKey(key),
  );
}
