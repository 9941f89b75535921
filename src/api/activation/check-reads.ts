import type { BlingAccess } from '../../bling';
import type { Instant } from '../../loyalty';
import type { ReadAnswer, ReadChecks, StoreConnection } from '../../store';
import { askBling } from '../connection/reference-sale';
import { Problem } from '../http/problem';

const WEEK_MS = 7 * 86_400_000;

/**
 * Asks Bling in earnest, with one small read each, for what sales are made of.
 * @throws Problem `bling_busy` where it is nobody's turn to ask: that says nothing of what Bling lets be read
 */
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
    await askBling(read);
    return 'ok';
  } catch (error) {
    if (error instanceof Problem && error.code === 'bling_authorization_needed') return 'refused';
    if (error instanceof Problem && error.code === 'bling_unavailable') return 'silent';
    throw error;
  }
}
