import type { z } from 'zod';
import type { LotType } from '../../loyalty';
import type {
  ActivitySums,
  BoundedCount,
  CallStop,
  EndingSum,
  MovedSum,
  SaleTroubles,
  SoldSum,
  StoreConnection,
} from '../../store';
import { iso } from '../http';
import type { overviewSchema } from './overview-schema';

type View = z.output<typeof overviewSchema>;
type Amounts = View['today']['granted'];

/** Sales that have not come about, or count elsewhere. */
const NO_SALES: readonly SoldSum['status'][] = ['waiting', 'cancelled', 'refused', 'in_review', 'duplicate'];

/** How many sales a day has, and for how much. */
export function soldView(sums: readonly SoldSum[]): View['today']['sales'] {
  const counted = sums.filter(({ status }) => !NO_SALES.includes(status));
  const countOf = (wanted: SoldSum['status']): number =>
    sums.filter(({ status }) => status === wanted).reduce((sum, { count }) => sum + count, 0);
  return {
    count: counted.reduce((sum, { count }) => sum + count, 0),
    totalCents: counted.reduce((sum, { totalCents }) => sum + totalCents, 0),
    waiting: countOf('waiting'),
    cancelled: countOf('cancelled'),
  };
}

/** What was given and used in a time, by the moves that were summed. */
export function movedView({ moved }: ActivitySums): Omit<View['today'], 'sales'> {
  return {
    granted: amountsOf(moved, ({ type }) => Number(type === 'EARN_PENDING')),
    used: amountsOf(moved, ({ from, to }) => Number(to === 'spent') - Number(from === 'spent')),
    takenBack: amountsOf(moved, ({ type, from, to }) =>
      type === 'ADJUST_DEBIT' ? 0 : Number(to === 'reversed') - Number(from === 'reversed'),
    ),
    expired: amountsOf(moved, ({ from, to }) => Number(to === 'expired') - Number(from === 'expired')),
  };
}

/** @param weight how often a move counts: 1 adds it, -1 takes it away */
function amountsOf(moved: readonly MovedSum[], weight: (sum: MovedSum) => number): Amounts {
  const of = (wanted: LotType): number =>
    moved
      .filter(({ benefit }) => benefit === wanted)
      .reduce((total, sum) => total + weight(sum) * sum.amount, 0);
  return { cents: of('cashback'), points: of('points'), voucherUses: of('voucher') };
}

/** What ends on which day. */
export function endingView(sums: readonly EndingSum[]): View['ending'] {
  const days = new Map<string, View['ending'][number]>();
  for (const { date, type, amount } of sums) {
    const day = days.get(date) ?? { date, cents: 0, points: 0 };
    days.set(
      date,
      type === 'points' ? { ...day, points: day.points + amount } : { ...day, cents: day.cents + amount },
    );
  }
  return [...days.values()];
}

/** A number, and where what it counts is listed. */
export function countedView({ count, more }: BoundedCount, href: string): View['needs']['reviews'] {
  return { count, more, href };
}

/** Sales that do not go on by themselves. */
export function troublesView({
  unidentified,
  refused,
  parked,
  late,
}: SaleTroubles): Pick<View['needs'], 'unidentifiedSales' | 'refusedSales' | 'parkedSales' | 'lateSales'> {
  return {
    unidentifiedSales: countedView(unidentified, '/v1/sales?status=unidentified'),
    refusedSales: countedView(refused, '/v1/sales?status=refused'),
    parkedSales: countedView(parked, '/v1/connections'),
    lateSales: {
      ...countedView(late, '/v1/alerts'),
      first: late.first.map(({ dueAt, ...sale }) => ({ ...sale, dueAt: iso(dueAt) })),
    },
  };
}

/** The connections that somebody has to look after. */
export function connectionTroubles(
  connections: readonly StoreConnection[],
  stops: ReadonlyMap<string, CallStop>,
  stopText: (stop: CallStop, zone: string | null) => string,
): View['needs']['connections'] {
  return connections.flatMap(({ id, companyId, companyName, state, zone }) => {
    const stop = stops.get(companyId);
    if (state === 'disconnected') return [];
    if (state !== 'connected') return [{ id, companyName, state, detail: TROUBLES[state] }];
    return stop ? [{ id, companyName, state: 'calls_stopped', detail: stopText(stop, zone) }] : [];
  });
}

const TROUBLES = {
  needs_authorization:
    'O Bling não aceita mais a autorização desta conexão, e as vendas dela esperam. Peça a um administrador da empresa que autorize de novo.',
  paused:
    'A conexão está pausada, e os pedidos dela não são lidos. Retome-a, e o que mudou enquanto isso é conferido.',
};
