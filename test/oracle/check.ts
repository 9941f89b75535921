import { accountOfOracle, accountOfProduct, faultsOf, isManual, ledgerText } from './compare';
import { consultOracle } from './model';
import { replay } from './ledger';
import { playProduct } from './product';
import type { History, HistoryEvent, SaleInput } from './model/input';

const YEARS_MS = 20 * 366 * 86_400_000;

/** The first so many events of a history. */
export const cutAt = ({ program, events }: History, length: number): History => ({
  program,
  events: events.slice(0, length),
});

const endOf = (history: History): string => history.events.at(-1)?.at ?? '2026-01-01T00:00:00.000Z';

const followedBy = (history: History, events: HistoryEvent[]): History => ({
  ...history,
  events: [...history.events, ...events],
});

/** Everything that is wrong after a history: broken invariants, R43, R44, R45. Empty when all is well. */
export function complaints(history: History): string[] {
  return [
    ...faultsOf(playProduct(history)),
    ...addedByReadingAgain(history).map((key) => `reading again adds ${key} (R43)`),
    ...leftByCancelling(history).map((left) => `${left} after cancelling every sale (R44)`),
    ...changedByLooking(history).map((entry) => `looking often changes ${entry} (R45)`),
  ];
}

/** Where product and oracle part, as the two accounts to be compared. */
export function accounts(history: History): { product: unknown; oracle: unknown } {
  return { product: accountOfProduct(history), oracle: accountOfOracle(history) };
}

interface ToldSale {
  sale: SaleInput;
  done: 'complete' | 'open' | 'cancel' | 'reopen';
}

/** How each sale was last told, and what was last done with it. */
function salesOf(history: History): Map<string, ToldSale> {
  const sales = new Map<string, ToldSale>();
  for (const event of history.events) {
    if (event.do === 'complete' || event.do === 'open')
      sales.set(event.sale.id, { sale: event.sale, done: event.do });
    if (event.do !== 'cancel' && event.do !== 'reopen') continue;
    const known = sales.get(event.saleId);
    if (known) known.done = event.do;
  }
  return sales;
}

/** Reads every sale again as it stands; what that adds to the ledger must be nothing (R43). */
function addedByReadingAgain(history: History): string[] {
  const at = endOf(history);
  const again = [...salesOf(history)].map(([saleId, { sale, done }]): HistoryEvent =>
    done === 'complete' || done === 'open' ? { at, do: done, sale } : { at, do: done, saleId },
  );
  const before = new Set(playProduct(history).entries.map(({ key }) => key));
  return playProduct(followedBy(history, again))
    .entries.map(({ key }) => key)
    .filter((key) => !before.has(key));
}

/**
 * Cancels every sale and waits: nothing is usable but what was credited by hand or let off (R44, R24, R35).
 * By sums, not by lots: what pays for a cancelled sale may have come out of a credit's lot, and the other way round.
 */
function leftByCancelling(history: History): string[] {
  const at = endOf(history);
  const cancels = [...salesOf(history).keys()].map((saleId): HistoryEvent => ({ at, do: 'cancel', saleId }));
  const later = new Date(Date.parse(at) + YEARS_MS).toISOString();
  const cancelled = followedBy(history, [...cancels, { at: later, do: 'tick' }]);
  const allowed = new Map(consultOracle(cancelled).letOff);
  const usable = new Map<string, number>();
  const add = (sums: Map<string, number>, account: string, amount: number): unknown =>
    sums.set(account, (sums.get(account) ?? 0) + amount);
  for (const lot of replay(playProduct(cancelled).entries).lots.values()) {
    const account = `${lot.customerId}/${lot.type}`;
    add(usable, account, lot.active + lot.pending + lot.reserved);
    if (isManual(lot)) add(allowed, account, lot.issued);
  }
  return [...usable]
    .filter(([account, amount]) => amount > (allowed.get(account) ?? 0))
    .map(([account, amount]) => `${account} has ${amount}`);
}

/** Plays the history with looks at the clock between all events; the ledger must be the same (R45). */
function changedByLooking(history: History): string[] {
  const events = history.events.flatMap((event, index): HistoryEvent[] => {
    const before = Date.parse(history.events[index - 1]?.at ?? event.at);
    const between = new Date(Math.floor((before + Date.parse(event.at)) / 2)).toISOString();
    return [{ at: between, do: 'tick' }, { at: event.at, do: 'tick' }, event, { at: event.at, do: 'tick' }];
  });
  const once = ledgerText(playProduct(followedBy(history, [{ at: endOf(history), do: 'tick' }])).entries);
  const often = ledgerText(playProduct({ ...history, events }).entries);
  return once
    .filter((entry, index) => often[index] !== entry)
    .slice(0, 1)
    .concat(often.slice(once.length, once.length + 1));
}
