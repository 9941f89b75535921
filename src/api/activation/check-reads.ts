import { BlingApiError, BlingOAuthError } from '../../bling';
import type { BlingAccess } from '../../bling';
import type { Instant } from '../../loyalty';
import type { ReadAnswer, ReadChecks, StoreConnection } from '../../store';

const WEEK_MS = 7 * 86_400_000;

/** Asks Bling in earnest, with one small read each, for what sales are made of. Never throws for what Bling answers. */
export async function checkReads(
  bling: Pick<BlingAccess, 'listOrders' | 'listContacts' | 'listSituationModules'>,
  { id: connectionId, companyId }: StoreConnection,
  now: Instant,
): Promise<ReadChecks> {
  const account = { connectionId, companyId };
  const first = { page: 1, limit: 1 };
  const week = { changedFrom: now - WEEK_MS, changedTo: now };
  // One after the other: they share the company's pace.
  const orders = await answerOf(() => bling.listOrders(account, { ...week, ...first }));
  const contacts = await answerOf(() => bling.listContacts(account, first));
  const situations = await answerOf(() => bling.listSituationModules(account));
  return { orders, contacts, situations, at: new Date(now) };
}

async function answerOf(read: () => Promise<unknown>): Promise<ReadAnswer> {
  try {
    await read();
    return 'ok';
  } catch (error) {
    if (error instanceof BlingOAuthError) return error.permanent ? 'refused' : 'silent';
    if (!(error instanceof BlingApiError)) throw error;
    return error.kind === 'unauthorized' || error.kind === 'forbidden' ? 'refused' : 'silent';
  }
}
