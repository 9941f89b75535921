import { bookAt, FOLLOW_UP_KINDS, momentOf, occasionInKey, wantsFollowUps } from '../../loyalty';
import type { FollowUpFacts, Instant, Program, Sale, Told, Wallet } from '../../loyalty';
import { noticeKeyIn } from '../../store';
import type { Customer, Message, Store } from '../../store';
import type { CustomerInput } from '../../workflows';
import { isWaiting, mayBeginAnew, mayHaveGone, UNCERTAIN_MS } from '../notice';

/** A birthday may be told again after a year, and no other occasion so long after. */
const LOOK_BACK_MS = 400 * 86_400_000;

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
  const [customer, wallet, { first, last }, messages] = await Promise.all([
    store.customers.get(merchantId, customerId),
    store.wallets.read(merchantId, customerId),
    store.sales.purchases(merchantId, customerId),
    store.messages.toCustomer(merchantId, customerId, FOLLOW_UP_KINDS, since),
  ]);
  if (!customer || !wallet) return null;
  const usable = bookAt(wallet, now).wallet;
  // Whoever turned out to be somebody else is written to as that one.
  const isOver = customer.mergedInto !== null || !wantsFollowUps(program.messages);
  const { balance, ...others } = program.messages;
  const hasBenefit = usable.lots.length > 0 || last !== null;
  return {
    ...{ customer, program, version, wallet: usable },
    facts: {
      occasions: isOver ? {} : { ...others, ...(balance && hasBenefit ? { balance } : {}) },
      zone: program.timezone,
      birthDate: customer.birthDate,
      firstPurchase: countedAt(first),
      lastPurchase: last?.content.soldAt ?? null,
      balanceSince: balanceSince(usable),
      moment: momentOf(customer.id),
    },
    ...toldBy(messages, customerId),
  };
}

/** When a purchase came to count as its customer's; nobody is welcomed by a silent one. */
function countedAt(first: Sale | null): Instant | null {
  if (!first || first.notices.silent) return null;
  return Math.max(first.source.completedAt ?? 0, first.content.soldAt ?? 0, first.owner.claimedAt ?? 0);
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
