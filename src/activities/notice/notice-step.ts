import { afterAttempt, dueNotices, entriesDue, holdingsIn, patched, stepAfter } from '../../loyalty';
import type { Sale } from '../../loyalty';
import type { Store } from '../../store';
import type { SaleInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { createPassTime, createSettleBenefit, dueInstant, readBeside, saleOutcome } from '../sale';
import type { SaleOutcome } from '../sale';
import type { MessageFacts } from './message-content';
import type { Delivery } from './delivery';
import { isWaiting, noLongerDue, toldNobody } from './fate';
import { messagesOfNotice } from './of-notice';
import { readFacts } from './read-facts';
import { whyOwedNoMore, writeReminderEnd } from './reminder-end';

/** What a step does about one notice. @returns what became of each of its messages; none: it is dealt with */
type Attempt = (facts: MessageFacts, due: boolean) => Promise<readonly Delivery[]>;

/**
 * A step about one notice of a sale, which is written down as given. What is no longer due, because the sale has changed meanwhile,
 * and was never begun is left alone; a sale that has lost its customer is settled as it now is.
 */
export function createNoticeStep(
  deps: ActivityDeps,
  attempt: Attempt,
): (input: SaleInput, key: string) => Promise<SaleOutcome> {
  const { store } = deps;
  const settle = createSettleBenefit(deps);
  const passTime = createPassTime(deps);
  return async (input, key) => {
    const now = currentInstant();
    let facts = await readFacts(store, input, key, now);
    if (facts && entriesDue(facts.wallet, now).length > 0) {
      // A notice speaks of what has become of the lots, also where that waits for its moment.
      await passTime(input);
      facts = await readFacts(store, input, key, now);
    }
    if (!facts) return settle(input);
    const { sale, program } = facts;
    const holdings = holdingsIn(facts.wallet, sale.id);
    const due = dueNotices(sale, holdings, program, now).some((notice) => notice.key === key);
    const lapsed = !due && !(await isBegun(store, sale, key, new Date(now)));
    if (lapsed && !sale.notices.postponed.some((notice) => notice.key === key))
      return saleOutcome(sale, holdings, program, now, await readBeside(store, sale));
    const deliveries = lapsed ? null : await attempt(facts, due);
    const notices =
      deliveries === null
        ? { postponed: sale.notices.postponed.filter((notice) => notice.key !== key) }
        : noticesAfter(sale, key, deliveries);
    const why = deliveries && (await whyOwedNoMore(store, facts, deliveries));
    if (why) return writeReminderEnd(store, facts, { why, notices }, currentInstant());
    const step = stepAfter(patched(sale, { notices }), holdings, program, now);
    const patch = { notices, benefit: { nextAt: dueInstant(sale, step, now) } };
    const told = await store.sales.change({ sale, patch });
    return saleOutcome(told, holdings, program, now, await readBeside(store, told));
  };
}

function noticesAfter(
  { notices }: Sale,
  key: string,
  deliveries: readonly Delivery[],
): ReturnType<typeof afterAttempt> {
  const again = deliveries.flatMap((delivery) => (delivery.again ? [delivery.again.getTime()] : []));
  const untold = deliveries.every((delivery) => delivery.untold);
  return afterAttempt(notices, key, again, untold);
}

/** Whether an earlier attempt has written to the customer, and could not write down that it did. What only waited ends here. */
async function isBegun(store: Store, sale: Sale, key: string, now: Date): Promise<boolean> {
  const ours = await messagesOfNotice(store, sale, key);
  for (const message of ours.filter(isWaiting))
    await store.messages.finish(message.id, noLongerDue(message, now), now, 'queued');
  return ours.some((message) => !toldNobody(message));
}
