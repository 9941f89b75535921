import { bookAt, FOLLOW_UP_KINDS, momentOf, occasionInKey, wantsFollowUps } from '../../loyalty';
import type { FollowUpFacts, Instant, Program, Told, Wallet } from '../../loyalty';
import { noticeKeyIn } from '../../store';
import type { Customer, Message, Purchases, Store } from '../../store';
import type { CustomerInput } from '../../workflows';
import { isWaiting, mayBeginAnew, mayHaveGone, UNCERTAIN_MS } from '../notice';

const DAY_MS = 86_400_000;
/** A birthday may be told again after a year, and nothing else so long after but the welcome, which is told once. */
const LOOK_BACK_MS = 400 * DAY_MS;
/** Whose first purchase counts so long after it was made is no new customer. */
const LATE_MS = 7 * DAY_MS;
/** Nor is who had made the last of several purchases so long before the first one counted. */
const LAST_BEFORE_MS = 3 * DAY_MS;

const REPEATED = FOLLOW_UP_KINDS.filter((kind) => kind !== 'welcome');

/** A customer as a look sees them. */
export interface CustomerSeen {
  customer: Customer;
  program: Program;
  version: number;
  /** What they can use, by the clock. */
  wallet: Wallet;
  facts: FollowUpFacts;
  told: Told;
  /** Messages to this very record that are not dealt with, by the key of their notice. */
  open: ReadonlyMap<string, Message[]>;
}

/** Reads what a customer's next message follows from; null where there is nobody to write to, or the program wants no such message. */
export async function readCustomer(
  store: Store,
  { merchantId, customerId }: CustomerInput,
  now: Instant,
): Promise<CustomerSeen | null> {
  const inForce = await store.programs.current(merchantId);
  if (!inForce) return null;
  const { program, version } = inForce;
  const since = new Date(now - LOOK_BACK_MS);
  const [customer, wallet, purchases, welcomes, messages] = await Promise.all([
    store.customers.get(merchantId, customerId),
    store.wallets.read(merchantId, customerId),
    store.sales.purchases(merchantId, customerId),
    store.messages.toCustomer(merchantId, customerId, ['welcome'], new Date(0)),
    store.messages.toCustomer(merchantId, customerId, REPEATED, since),
  ]);
  if (!customer || !wallet) return null;
  const usable = bookAt(wallet, now).wallet;
  // Whoever turned out to be somebody else is written to as that one.
  const isOver = customer.mergedInto !== null || !wantsFollowUps(program.messages);
  const { balance, ...others } = program.messages;
  const { last } = purchases;
  const hasBenefit = usable.lots.length > 0 || last !== null;
  return {
    ...{ customer, program, version, wallet: usable },
    facts: {
      occasions: isOver ? {} : { ...others, ...(balance && hasBenefit ? { balance } : {}) },
      zone: program.timezone,
      birthDate: customer.birthDate,
      firstPurchase: countedAt(purchases),
      lastPurchase: last?.content.soldAt ?? null,
      balanceSince: balanceSince(usable),
      moment: momentOf(customer.id),
    },
    ...toldBy([...welcomes, ...messages], customerId),
  };
}

/**
 * When the first purchase came to count as its customer's. Null: nobody is welcomed by it: there is none, it is silent or held as history,
 * or it counted so late that its customer is no new one.
 */
export function countedAt({ first, last }: Purchases): Instant | null {
  if (!first || first.notices.silent || first.source.lateness === 'held') return null;
  const soldAt = first.content.soldAt ?? 0;
  const at = Math.max(first.source.completedAt ?? 0, soldAt, first.owner.claimedAt ?? 0);
  const known = last !== null && last.id !== first.id && at - (last.content.soldAt ?? at) > LAST_BEFORE_MS;
  return known || at - soldAt > LATE_MS ? null : at;
}

function balanceSince({ lots }: Wallet): Instant | null {
  const usable = lots.filter(({ buckets }) => buckets.active > 0);
  return usable.length === 0 ? null : Math.min(...usable.map(({ createdAt }) => createdAt));
}

/** What was told, and what waits. What only waited for another record of the same person is told by its own run that it has ended. */
function toldBy(messages: readonly Message[], customerId: string): Pick<CustomerSeen, 'told' | 'open'> {
  const told = new Map<string, 'told' | Instant>();
  const open = new Map<string, Message[]>();
  for (const key of new Set(messages.map(({ id }) => noticeKeyIn(id)))) {
    const all = messages.filter(({ id }) => noticeKeyIn(id) === key);
    const occasion = occasionInKey(key);
    const own = all.filter((message) => message.customerId === customerId && isOpen(message));
    if (own.length > 0) {
      open.set(key, own);
      told.set(occasion, Math.min(...own.map(againAt)));
    } else if (all.some(hasTold)) told.set(occasion, 'told');
  }
  return { told, open };
}

function isOpen({ state }: Message): boolean {
  return state === 'queued' || state === 'sending';
}

/** Whether it was dealt with, and not only ended because it was no longer due. */
function hasTold(message: Message): boolean {
  return !isWaiting(message) && !mayBeginAnew(message) && (!isOpen(message) || mayHaveGone(message));
}

function againAt({ state, nextAttemptAt, sendingSince }: Message): Instant {
  if (state === 'sending') return (sendingSince?.getTime() ?? 0) + UNCERTAIN_MS;
  return nextAttemptAt?.getTime() ?? 0;
}
