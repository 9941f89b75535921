import { followUpKey, followUps, nextFollowUp, noticeChannels } from '../../loyalty';
import type { FollowUp, Instant } from '../../loyalty';
import { ConcurrentChangeError } from '../../store';
import type { Message, Store } from '../../store';
import type { CustomerInput } from '../../workflows';
import { mayHaveGone, noLongerDue } from '../notice';
import { customerDetails } from './customer-details';
import { readCustomer } from './read-customer';
import type { CustomerSeen } from './read-customer';

/** What is due within so long keeps a run; what is due later is found by the daily sweep, which may be late by some hours. */
export const HORIZON_MS = 36 * 3_600_000;

/** What a customer is told next, for their run. Ids and instants only. */
export interface CustomerOutcome {
  /** Null: nothing is due within the horizon. `at`: ISO 8601 UTC. */
  next: { key: string; at: string } | null;
  /** Markdown, pt-BR: for whoever opens the run. */
  details: string;
}

/**
 * Looks at what there is to tell a customer by what is true now, ends what waited and has lost its reason, and keeps when to look again.
 * @throws ConcurrentChangeError when something has changed meanwhile: look again
 */
export async function lookAtCustomer(
  store: Store,
  input: CustomerInput,
  now: Instant,
): Promise<CustomerOutcome & { at: Instant | null }> {
  const { merchantId, customerId } = input;
  const n = await store.followUpPlans.seen(merchantId, customerId);
  const seen = await readCustomer(store, input, now);
  if (!seen) return { next: null, at: null, details: customerDetails(input, null, null, now) };
  const next = nextFollowUp(seen.facts, seen.told, now);
  await endLapsed(store, seen, now);
  const at = next?.at ?? null;
  const plan = { at: at === null ? null : new Date(at), version: seen.version };
  if (!(await store.followUpPlans.keep(merchantId, customerId, n, plan)))
    throw new ConcurrentChangeError(`Customer ${customerId} has changed while it was looked at.`);
  return {
    next: next && next.at <= now + HORIZON_MS ? asStep(next, customerId) : null,
    ...{ at, details: customerDetails(input, next, seen.facts.zone, now) },
  };
}

function asStep({ occasion, at }: FollowUp, customerId: string): CustomerOutcome['next'] {
  return { key: followUpKey(occasion, customerId), at: new Date(at).toISOString() };
}

/**
 * What waits to be told and is not to be given any more is not sent: what it was about has changed, or the program no longer tells it by
 * that channel.
 */
async function endLapsed({ messages }: Store, seen: CustomerSeen, now: Instant): Promise<void> {
  for (const [key, open] of seen.open) {
    const isOver = followUpOf(seen, key, now) === null;
    for (const message of open)
      if (isOver || !noticeChannels(message.kind, seen.program).includes(message.channel))
        await endOne(messages, message, new Date(now));
  }
}

/** Whether a notice is to be given now: what it follows from may have moved it to a later moment. */
export function isDue(seen: CustomerSeen, key: string, now: Instant): boolean {
  const found = followUpOf(seen, key, now);
  return found !== null && found.at <= now;
}

/** What a notice gives, now or later; null: it is not to be given any more. */
function followUpOf({ facts, told, customer }: CustomerSeen, key: string, now: Instant): FollowUp | null {
  const all = followUps(facts, told, now);
  return all.find(({ occasion }) => followUpKey(occasion, customer.id) === key) ?? null;
}

async function endOne(messages: Store['messages'], message: Message, now: Date): Promise<void> {
  const outcome = mayHaveGone(message)
    ? ({ state: 'unknown', reason: 'no_report' } as const)
    : noLongerDue(message, now);
  await messages.finish(message.id, outcome, now, message.state);
}
