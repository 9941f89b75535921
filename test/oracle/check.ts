import { ledgerText } from './compare';
import { replay } from './ledger';
import { playProduct } from './product';
import type { History, HistoryEvent, SaleInput } from './model/input';
import type { Entry } from './product';

const endOf = (history: History): string => history.events.at(-1)?.at ?? '2026-01-01T00:00:00.000Z';

const followedBy = (history: History, events: HistoryEvent[]): History => ({
  ...history,
  events: [...history.events, ...events],
});

/** How each sale was last told, and what was last done with it. */
function salesOf(history: History): Map<string, { sale: SaleInput; done: 'complete' | 'cancel' | 'reopen' }> {
  const sales = new Map<string, { sale: SaleInput; done: 'complete' | 'cancel' | 'reopen' }>();
  for (const event of history.events) {
    if (event.do === 'complete') sales.set(event.sale.id, { sale: event.sale, done: 'complete' });
    if (event.do !== 'cancel' && event.do !== 'reopen') continue;
    const known = sales.get(event.saleId);
    if (known) known.done = event.do;
  }
  return sales;
}

/** Reads every sale again as it stands: what was added to the ledger, which must be nothing (R43). */
export function entriesOfReadingAgain(history: History, entries: Entry[]): string[] {
  const at = endOf(history);
  const again = [...salesOf(history)].map(([saleId, { sale, done }]): HistoryEvent =>
    done === 'complete' ? { at, do: 'complete', sale } : { at, do: done, saleId },
  );
  return playProduct(followedBy(history, again))
    .entries.slice(entries.length)
    .map((entry) => entry.key);
}

/** Plays the history with ticks before, between and after its events; the ledger must be the same (R45). */
export function entriesOfLookingOften(history: History): string[] {
  const events = history.events.flatMap((event, index): HistoryEvent[] => {
    const before = Date.parse(history.events[index - 1]?.at ?? event.at);
    const between = new Date((before + Date.parse(event.at)) / 2).toISOString();
    return [{ at: between, do: 'tick' }, { at: event.at, do: 'tick' }, event, { at: event.at, do: 'tick' }];
  });
  return ledgerText(playProduct({ ...history, events }).entries);
}

const YEARS_MS = 20 * 366 * 86_400_000;

/** Cancels every sale and waits for years: what then is still active, pending or reserved of earned lots (R44). */
export function leftAfterCancelling(history: History): number {
  const end = endOf(history);
  const later = new Date(Date.parse(end) + YEARS_MS).toISOString();
  const cancels = [...salesOf(history).keys()].map((saleId): HistoryEvent => ({
    at: end,
    do: 'cancel',
    saleId,
  }));
  const { entries } = playProduct(followedBy(history, [...cancels, { at: later, do: 'tick' }]));
  return [...replay(entries).lots.values()]
    .filter((lot) => !lot.id.startsWith('adjust'))
    .reduce((sum, lot) => sum + lot.active + lot.pending + lot.reserved, 0);
}
