import type { z } from 'zod';
import { reasonText } from '../../messaging';
import type { InvitedSum, MessageSum } from '../../store';
import type { messageResultsSchema } from './message-results-schema';
import { rateDifference } from './rate-difference';
import { rate } from './report-view';

export type MessageResults = z.output<typeof messageResultsSchema>;
type Row = MessageResults['rows'][number];
type Counts = MessageResults['total'];
type Reason = MessageResults['reasons'][number];
type Occasion = Row['occasion'];
type Group = MessageResults['invitations']['occasions'][number]['invited'];

/** What is about a sale, about what ends, about the customer. */
const ORDER: readonly Occasion[] = [
  ...(['earned', 'returned', 'expiring', 'expired', 'repurchase'] as const),
  ...(['welcome', 'balance', 'winBack', 'birthday'] as const),
];

/** The occasions of which some customers are left out. */
export const INVITATIONS = ['repurchase', 'winBack'] as const satisfies readonly Occasion[];

const COLUMN_OF: Readonly<Record<MessageSum['state'], Exclude<keyof Counts, 'planned'>>> = {
  ...{ queued: 'waiting', sending: 'waiting', sent: 'sent', delivered: 'delivered', read: 'read' },
  ...{ failed: 'failed', skipped: 'skipped', unknown: 'unknown' },
};
const TOLD: readonly Reason['state'][] = ['waiting', 'failed', 'skipped', 'unknown'];

/** Messages by occasion and channel, in all, and why some did not arrive. */
export function messageResultsView(
  sums: readonly MessageSum[],
): Pick<MessageResults, 'rows' | 'total' | 'reasons'> {
  const rows = ORDER.flatMap((occasion) =>
    (['whatsapp', 'email'] as const).map((channel) => ({
      ...{ occasion, channel },
      of: sums.filter((sum) => sum.kind === occasion && sum.channel === channel),
    })),
  ).filter(({ of }) => of.length > 0);
  return {
    rows: rows.map(({ of, ...row }) => ({ ...row, ...countsOf(of) })),
    total: countsOf(sums),
    reasons: rows.flatMap(({ of, ...row }) => reasonsOf(of).map((reason) => ({ ...row, ...reason }))),
  };
}

function countsOf(sums: readonly MessageSum[]): Counts {
  const count = (column?: keyof Counts): number =>
    sums
      .filter(({ state }) => column === undefined || COLUMN_OF[state] === column)
      .reduce((total, sum) => total + sum.count, 0);
  const [waiting, sent, delivered, read] = [
    count('waiting'),
    count('sent'),
    count('delivered'),
    count('read'),
  ];
  const [failed, skipped, unknown] = [count('failed'), count('skipped'), count('unknown')];
  return { planned: count(), waiting, sent, delivered, read, failed, skipped, unknown };
}

/** A message just being sent waits for the same as one that is to be. */
function reasonsOf(sums: readonly MessageSum[]): Omit<Reason, 'occasion' | 'channel'>[] {
  const reasons = new Map<string, Omit<Reason, 'occasion' | 'channel'>>();
  for (const { state: of, channel, reason, count } of sums) {
    const state = TOLD.find((told) => told === COLUMN_OF[of]);
    if (state === undefined || reason === null) continue;
    const key = JSON.stringify([state, reason]);
    const before = reasons.get(key)?.count ?? 0;
    reasons.set(key, { state, reason, text: reasonText(channel, reason), count: before + count });
  }
  return [...reasons.values()].sort(
    (one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1),
  );
}

/** Those who were invited against those who were left out, of each occasion that invited anybody. */
export function invitedView(sums: readonly InvitedSum[]): MessageResults['invitations']['occasions'] {
  return INVITATIONS.filter((occasion) => sums.some(({ kind }) => kind === occasion)).map((occasion) => {
    const [invited, heldOut] = [false, true].map((out) =>
      groupOf(sums.find((sum) => sum.kind === occasion && sum.heldOut === out)),
    ) as [Group, Group];
    const share = ({ cameBack, customers }: Group): { part: number; whole: number } => ({
      ...{ part: cameBack, whole: customers },
    });
    return { occasion, invited, heldOut, difference: rateDifference(share(invited), share(heldOut)) };
  });
}

function groupOf(sum: InvitedSum | undefined): Group {
  const { customers, cameBack, totalCents } = sum ?? { customers: 0, cameBack: 0, totalCents: 0 };
  return { customers, cameBack, rateBps: rate(cameBack, customers), totalCents };
}
