import { BLING_ZONE } from '../../bling';
import { importIdOf } from '../../ids';
import { localDate } from '../../loyalty';
import type { Instant } from '../../loyalty';
import type { ContactImport, StoreConnection } from '../../store';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Clocks differ, and what was changed while the last import was begun may be in neither. */
const OVERLAP_MS = HOUR_MS;
/** Bling answers for periods of a year at most. */
const LONGEST_MS = 364 * DAY_MS;

/** What was changed in Bling since the connection's last import that was finished, once that is a day ago; null: it is not due yet. */
export function changesDue(
  latest: Pick<ContactImport, 'startedAt'>,
  now: Instant,
): { from: Date; to: Date } | null {
  const known = latest.startedAt.getTime();
  if (now < known + DAY_MS) return null;
  return { from: new Date(Math.max(known - OVERLAP_MS, now - LONGEST_MS)), to: new Date(now) };
}

/**
 * Has the customers of a connection kept fresh: once a day an import of what was changed in Bling since the last one. Only where somebody
 * had its contacts imported once; can be repeated, and is put off while another import is open.
 * @returns when to ask again
 */
export function createRefreshContacts({
  store,
  runs,
  log,
}: ActivityDeps): (connection: StoreConnection) => Promise<Instant> {
  return async ({ id: connectionId, merchantId, state }) => {
    const now = currentInstant();
    const latest = await store.contactImports.latestFinished(merchantId, connectionId);
    if (state !== 'connected' || !latest) return now + DAY_MS;
    const changed = changesDue(latest, now);
    if (!changed) return latest.startedAt.getTime() + DAY_MS;
    const id = importIdOf(merchantId, `daily/${connectionId}/${localDate(now, BLING_ZONE)}`);
    const asked = { cause: 'daily' as const, changed, history: null, zone: latest.zone };
    const opened = await store.contactImports.open({ id, merchantId, connectionId, ...asked }, new Date(now));
    // Another import is open, or today's has ended without coming to its end: the next one reads all that since then.
    if (opened?.state !== 'running') return now + HOUR_MS;
    await runs.importContacts({ merchantId, importId: id });
    log.info({ merchantId, connectionId, importId: id }, 'changed contacts are read');
    return now + HOUR_MS;
  };
}
