import type { z } from 'zod';
import type { Instant } from '../../loyalty';
import { estimatedTotal, ratePerMinute } from '../../store';
import type { ContactImport, Store } from '../../store';
import { iso, isoOrNull, keysNamed } from '../http';
import type { KeyNamed } from '../http';
import { byView } from './import-view';
import type { contactImportSchema } from './contact-import-schema';

type View = z.output<typeof contactImportSchema>;

/** An import of contacts as the API answers one. @param day the calls of its company today; null: it has ended */
export function contactImportView(
  found: ContactImport,
  day: View['quota']['day'],
  keyNamed: KeyNamed,
  now: Instant,
): View {
  const { id, connectionId, cause, state, phase, counts, waiting } = found;
  const { contacts, created, updated, unchanged, nobody, leftOut, details } = counts;
  return {
    ...{ id, kind: 'contacts', connectionId, cause, state, phase },
    contacts: { done: contacts, created, updated, unchanged, nobody, leftOut, details },
    history: historyView(found),
    progress: progressView(found, now),
    quota: { calls: counts.calls, day },
    waiting: waiting && { why: waiting.why, until: iso(waiting.until) },
    ...byView(found.by, keyNamed),
    startedAt: iso(found.startedAt),
    finishedAt: isoOrNull(found.finishedAt),
  };
}

/** Several, with what their companies were asked today: each company once. */
export async function contactImportViews(
  store: Store,
  imports: readonly ContactImport[],
  keyNamed: KeyNamed,
  now: Instant,
): Promise<View[]> {
  const days = new Map<string, View['quota']['day']>();
  for (const { merchantId, connectionId } of imports.filter(isOpen))
    if (!days.has(connectionId)) days.set(connectionId, await dayOf(store, merchantId, connectionId, now));
  return imports.map((one) =>
    contactImportView(one, isOpen(one) ? (days.get(one.connectionId) ?? null) : null, keyNamed, now),
  );
}

/** One of them. */
export async function oneContactImportView(store: Store, found: ContactImport, now: Instant): Promise<View> {
  const keyNamed = await keysNamed(store, found.merchantId, [found.by?.keyId]);
  const [view] = await contactImportViews(store, [found], keyNamed, now);
  return view!;
}

async function dayOf(
  { connections, callPlaces }: Store,
  merchantId: string,
  connectionId: string,
  now: Instant,
): Promise<View['quota']['day']> {
  const connection = await connections.get(merchantId, connectionId);
  return connection && callPlaces.usedToday(connection.companyId, new Date(now));
}

function isOpen({ state }: ContactImport): boolean {
  return state === 'running' || state === 'paused';
}

function historyView({ history, counts }: ContactImport): View['history'] {
  if (history === null) return null;
  const { from, to, earn } = history;
  const { orders: done, kept, known, notCounted } = counts;
  return { from, to, earn, done, kept, known, notCounted };
}

function progressView(found: ContactImport, now: Instant): View['progress'] {
  const total = estimatedTotal(found);
  const rate = ratePerMinute(found, now);
  const left = total === null || rate === null || found.state !== 'running' ? null : total - found.phaseDone;
  const secondsLeft = left === null || !rate ? null : Math.ceil((left * 60) / rate);
  return { page: found.page, estimatedTotal: total, perMinute: rate, secondsLeft };
}
