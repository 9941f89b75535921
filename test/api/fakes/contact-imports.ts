import type { ContactImport, ContactImports, Imports, Store } from '../../../src/store';
import type { Holdings } from './holdings';
import { importsIn } from './imports';

/** What the API keeps imports in, and what it says of the quota that they use. */
export interface ImportRooms {
  imports: Pick<Imports, 'open' | 'get' | 'list'>;
  contactImports: ReturnType<typeof contactImportsIn>;
  callPlaces: Pick<Store['callPlaces'], 'usedToday'>;
}

export function importRoomsIn(holds: Holdings): ImportRooms {
  return {
    imports: importsIn(holds),
    contactImports: contactImportsIn(holds),
    callPlaces: { usedToday: () => Promise.resolve({ used: 1_300, of: 120_000 }) },
  };
}

const NOTHING = {
  ...{ contacts: 0, created: 0, updated: 0, unchanged: 0, nobody: 0, leftOut: 0, details: 0 },
  ...{ orders: 0, kept: 0, known: 0, notCounted: 0, calls: 0 },
};

/** Imports of contacts in memory. */
function contactImportsIn({
  contactImports,
}: Holdings): Pick<ContactImports, 'open' | 'openOf' | 'get' | 'list' | 'setPaused' | 'end'> {
  const find = (merchantId: string, id: string): ContactImport | null =>
    contactImports.find((one) => one.merchantId === merchantId && one.id === id) ?? null;
  const isOpen = ({ state }: ContactImport): boolean => state === 'running' || state === 'paused';
  const openOf = (merchantId: string, connectionId: string): ContactImport | null =>
    contactImports.find(
      (one) => one.merchantId === merchantId && one.connectionId === connectionId && isOpen(one),
    ) ?? null;
  return {
    open(fresh, now) {
      const known = find(fresh.merchantId, fresh.id);
      if (known) return Promise.resolve(known);
      if (openOf(fresh.merchantId, fresh.connectionId)) return Promise.resolve(null);
      const opened: ContactImport = {
        ...fresh,
        ...{ state: 'running', phase: 'contacts', page: 1, takenAt: null },
        ...{ pending: null, more: true, lastIds: [], pages: { low: 1, high: null }, counts: NOTHING },
        ...{ workedMs: 0, workedSince: now, phaseDone: 0, waiting: null, turn: 0 },
        ...{ startedAt: now, finishedAt: null },
      };
      contactImports.push(opened);
      return Promise.resolve(opened);
    },
    openOf: (merchantId, connectionId) => Promise.resolve(openOf(merchantId, connectionId)),
    get: (merchantId, id) => Promise.resolve(find(merchantId, id)),
    list: (merchantId, { before, limit }) =>
      Promise.resolve(
        contactImports
          .filter((one) => one.merchantId === merchantId && one.cause === 'person')
          .filter(({ startedAt }) => before === undefined || startedAt < before)
          .sort((one, other) => +other.startedAt - +one.startedAt)
          .slice(0, limit),
      ),
    setPaused(merchantId, id, paused) {
      const known = find(merchantId, id);
      if (known && isOpen(known)) known.state = paused ? 'paused' : 'running';
      return Promise.resolve(known);
    },
    end(merchantId, id, how, now) {
      const known = find(merchantId, id);
      if (known && isOpen(known)) Object.assign(known, { state: how, finishedAt: now });
      return Promise.resolve(known);
    },
  };
}
