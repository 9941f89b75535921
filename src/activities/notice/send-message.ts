import { afterAttempt, dueNotices, holdingsIn, noticeChannels, noticeKind, patched } from '../../loyalty';
import type { Instant, Sale } from '../../loyalty';
import { messageIdOf } from '../../store';
import type { MessageIdentity, Store } from '../../store';
import type { SaleInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { createSettleBenefit, dueInstant, readBeside, saleOutcome, stepAfter } from '../sale';
import type { SaleOutcome } from '../sale';
import { deliver } from './deliver';
import { messageContent } from './message-content';
import type { MessageFacts } from './message-content';
import { readFacts } from './read-facts';

/**
 * Gives the customer one notice by every channel the program names, once each. A passing failure does not hold the sale up:
 * the notice is due again later. What is no longer due, because the sale has changed meanwhile, is not sent; a sale that has
 * lost its customer is settled as it now is.
 */
export function createSendMessage(
  deps: ActivityDeps,
): (input: SaleInput, key: string) => Promise<SaleOutcome> {
  const { store } = deps;
  const settle = createSettleBenefit(deps);
  return async (input, key) => {
    const now = currentInstant();
    const facts = await readFacts(store, input, key, now);
    if (!facts) return settle(input);
    const { sale, program } = facts;
    const holdings = holdingsIn(facts.wallet, sale.id);
    const due = dueNotices(sale, holdings, program, now).some((notice) => notice.key === key);
    if (!due && !(await isBegun(store, sale, key)))
      return saleOutcome(sale, holdings, program, now, await readBeside(store, sale));
    const retries = due ? await send(deps, facts) : [];
    const notices = afterAttempt(sale.notices, key, retries);
    const step = stepAfter(patched(sale, { notices }), holdings, program, now);
    const patch = { notices, benefit: { nextAt: dueInstant(sale, step, now) } };
    await store.sales.change({ merchantId: sale.merchantId, id: sale.id, version: sale.version, patch });
    const told = patched(sale, patch);
    return saleOutcome(told, holdings, program, now, await readBeside(store, told));
  };
}

/** Sends by every channel, and says when to try those again that failed for a passing reason. */
async function send(deps: ActivityDeps, facts: MessageFacts): Promise<Instant[]> {
  const { sale, program, customer, key, now } = facts;
  const kind = noticeKind(key);
  const content = (await hasBoughtSince(deps.store, facts)) ? null : messageContent(facts);
  if (!content) return [];
  const dispatches = noticeChannels(kind, program).map((channel) => {
    const identity = { ...identityOf(sale, key), channel };
    return { identity, kind, customer, content };
  });
  const deliveries = await deliver(deps, dispatches, new Date(now));
  return deliveries.flatMap((delivery) => (delivery === 'done' ? [] : [delivery.getTime()]));
}

/** Nobody who has just bought is asked to come back. */
async function hasBoughtSince(store: Store, { sale, key }: MessageFacts): Promise<boolean> {
  const { customerId } = sale.owner;
  if (noticeKind(key) !== 'repurchase' || customerId === null) return false;
  const [latest] = await store.sales.list(sale.merchantId, { customerId, limit: 1 });
  return latest !== undefined && latest.id !== sale.id;
}

/** Whether an earlier attempt has written to the customer, and could not write down that it did. */
export async function isBegun(store: Store, sale: Sale, key: string): Promise<boolean> {
  const messages = await store.messages.ofSale(sale.merchantId, sale.id);
  return messages.some(({ id, channel }) => id === messageIdOf({ ...identityOf(sale, key), channel }));
}

function identityOf(sale: Sale, key: string): Omit<MessageIdentity, 'channel'> {
  return { merchantId: sale.merchantId, saleId: sale.id, key };
}
