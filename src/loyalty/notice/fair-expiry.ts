import type { Instant } from '../basis';
import { catchUp } from '../ledger';
import type { Book, Lot } from '../ledger';

/** Why a reminder is owed no more: a channel has accepted it, none is left to try, or the merchant writes to nobody. */
export type ReminderEnd = 'accepted' | 'exhausted' | 'not_live';

/** As the ledger keeps it, for whoever reads a statement. */
const REASONS: Record<ReminderEnd, string> = {
  accepted: 'Aviso de vencimento aceito por um canal',
  exhausted: 'Nenhum canal para avisar do vencimento',
  not_live: 'A loja não escreve aos clientes',
};

/** Those of a sale's lots that end then, hold something to use, and of whose end a reminder is still owed. */
export function lotsToRemindOf(lots: readonly Lot[], end: Instant): Lot[] {
  return lots.filter(
    ({ expiresAt, fairUntil, buckets }) => expiresAt === end && fairUntil !== undefined && buckets.active > 0,
  );
}

/** Of which end of a sale's lots no reminder is owed any more, and why. `lotIds`: of these alone; absent: of all. */
interface EndedReminder {
  saleId: string;
  end: Instant;
  why: ReminderEnd;
  lotIds?: readonly string[];
}

/**
 * Writes down that no reminder is owed any more of what a sale's owner has of it and what ends then: it ends when it says. What had
 * gone on by `now` because nobody was reminded stays as it is. The same twice adds no entry.
 */
export function endReminder(book: Book, { saleId, end, why, lotIds }: EndedReminder, now: Instant): void {
  catchUp(book, now);
  const own = book.wallet.lots.filter((lot) => lot.saleId === saleId && (lotIds?.includes(lot.id) ?? true));
  for (const lot of lotsToRemindOf(own, end)) {
    delete lot.fairUntil;
    book.post(lot.type, {
      type: 'REMIND',
      key: `remind/${lot.id}`,
      at: now,
      cause: { kind: 'clock', saleId, reason: REASONS[why] },
      programVersion: lot.programVersion,
      ruleId: lot.ruleId,
      moves: [{ lotId: lot.id, from: 'active', to: 'active', amount: lot.buckets.active }],
    });
  }
}
