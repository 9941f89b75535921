import { saleNoticeKind } from '../../loyalty';
import type { GoneReason } from '../../loyalty';
import type { Store } from '../../store';
import type { SaleInput } from '../../workflows';
import type { ActivityDeps } from '../runtime';
import type { SaleOutcome } from '../sale';
import { give } from './addressee';
import type { Delivery } from './delivery';
import { toldNobody } from './fate';
import { messageContent } from './message-content';
import type { MessageFacts } from './message-content';
import { createNoticeStep } from './notice-step';
import { noticeOf } from './of-notice';

/**
 * Gives the customer one notice by every channel the program names, once each, when the policy lets it go. Waiting and a passing
 * failure do not hold the sale up: the notice is due again later. What is no longer due is not sent.
 */
export function createSendMessage(
  deps: ActivityDeps,
): (input: SaleInput, key: string) => Promise<SaleOutcome> {
  return createNoticeStep(deps, async (facts, due) => (due ? send(deps, facts) : []));
}

async function send(deps: ActivityDeps, facts: MessageFacts): Promise<readonly Delivery[]> {
  const { sale, program, zone, key, now } = facts;
  const gone = await whyGone(deps.store, facts);
  const giving = { notice: noticeOf(sale, key), to: facts, program, zone, among: sale.id, now, gone };
  return give(deps, giving, (links) => messageContent(facts, links));
}

/** Why there is no reason for the notice any more, beyond what it would say; null: there is. */
async function whyGone(store: Store, facts: MessageFacts): Promise<GoneReason | null> {
  if (await hasBoughtSince(store, facts)) return 'bought_since';
  return (await wasToldNothing(store, facts)) ? 'told_nothing' : null;
}

/** Nobody is told that something was taken back whom nobody has told that they had it. */
async function wasToldNothing(store: Store, { sale, key }: MessageFacts): Promise<boolean> {
  if (saleNoticeKind(key) !== 'returned') return false;
  const messages = await store.messages.ofSale(sale.merchantId, sale.id);
  const earned = messages.filter(({ kind }) => kind === 'earned');
  return earned.length > 0 && earned.every(toldNobody);
}

/** Nobody who has just bought is asked to come back. */
async function hasBoughtSince(store: Store, { sale, key }: MessageFacts): Promise<boolean> {
  const { customerId } = sale.owner;
  if (saleNoticeKind(key) !== 'repurchase' || customerId === null) return false;
  const [latest] = await store.sales.list(sale.merchantId, { customerId, limit: 1 });
  return latest !== undefined && latest.id !== sale.id;
}
