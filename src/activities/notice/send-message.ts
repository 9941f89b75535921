import { noticeChannels, noticeKind } from '../../loyalty';
import type { Instant } from '../../loyalty';
import type { Store } from '../../store';
import type { SaleInput } from '../../workflows';
import type { ActivityDeps } from '../runtime';
import type { SaleOutcome } from '../sale';
import { deliver, toldNobody } from './deliver';
import { messageContent } from './message-content';
import type { MessageFacts } from './message-content';
import { createNoticeStep, noticeOf } from './notice-step';

/**
 * Gives the customer one notice by every channel the program names, once each. A passing failure does not hold the sale up:
 * the notice is due again later. What is no longer due is not sent.
 */
export function createSendMessage(
  deps: ActivityDeps,
): (input: SaleInput, key: string) => Promise<SaleOutcome> {
  return createNoticeStep(deps, async (facts, due) => (due ? send(deps, facts) : []));
}

/** Sends by every channel, and says when to try those again that failed for a passing reason. */
async function send(deps: ActivityDeps, facts: MessageFacts): Promise<Instant[]> {
  const { sale, program, customer, unwanted, live, key, now } = facts;
  const kind = noticeKind(key);
  const needless = (await hasBoughtSince(deps.store, facts)) || (await wasToldNothing(deps.store, facts));
  const content = needless ? null : messageContent(facts);
  if (!content) return [];
  const dispatches = noticeChannels(kind, program).map((channel) => {
    const identity = { ...noticeOf(sale, key), channel };
    return { identity, kind, customer, unwanted: unwanted.has(channel), live, content };
  });
  const deliveries = await deliver(deps, dispatches, new Date(now));
  return deliveries.flatMap((delivery) => (delivery === 'done' ? [] : [delivery.getTime()]));
}

/** Nobody is told that something was taken back whom nobody has told that they had it. */
async function wasToldNothing(store: Store, { sale, key }: MessageFacts): Promise<boolean> {
  if (noticeKind(key) !== 'returned') return false;
  const messages = await store.messages.ofSale(sale.merchantId, sale.id);
  const earned = messages.filter(({ kind }) => kind === 'earned');
  return earned.length > 0 && earned.every(toldNobody);
}

/** Nobody who has just bought is asked to come back. */
async function hasBoughtSince(store: Store, { sale, key }: MessageFacts): Promise<boolean> {
  const { customerId } = sale.owner;
  if (noticeKind(key) !== 'repurchase' || customerId === null) return false;
  const [latest] = await store.sales.list(sale.merchantId, { customerId, limit: 1 });
  return latest !== undefined && latest.id !== sale.id;
}
