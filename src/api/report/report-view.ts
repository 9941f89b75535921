import { DateTime } from 'luxon';
import type { z } from 'zod';
import type { LotType } from '../../loyalty';
import type {
  ActivitySums,
  MovedSum,
  OutstandingSum,
  ReturningRow,
  ReturningSums,
  Shop,
  Source,
} from '../../store';
import type { CsvRow } from '../http';
import type { activitySchema, liabilitySchema, returningSchema } from './report-schema';

type Liability = z.output<typeof liabilitySchema>;
type Held = Liability['total'];
type Activity = z.output<typeof activitySchema>;
type Flows = Activity['total']['points'];
type Returning = z.output<typeof returningSchema>;

/** Where sales were made, in an answer. */
export interface NamedSource extends Source {
  storeName: string | null;
}

/** How sources are called: as their stores are called now. */
export type Naming = (source: Source) => NamedSource;

/** @param shops the merchant's */
export function namingBy(shops: readonly Shop[]): Naming {
  const names = new Map(shops.map(({ id, name }) => [id, name]));
  return ({ storeId, channel }) => ({
    storeId,
    storeName: storeId === null ? null : (names.get(storeId) ?? null),
    channel,
  });
}

/** Sums of one month and source together, in the order of both, the stores by what they are called. */
function grouped<Sum extends Source>(
  sums: readonly Sum[],
  naming: Naming,
  monthOf: (sum: Sum) => string,
): { source: NamedSource; sums: Sum[] }[] {
  const groups = new Map<string, { source: NamedSource; sums: Sum[] }>();
  for (const sum of sums) {
    const source = naming(sum);
    const { storeId, storeName, channel } = source;
    const key = JSON.stringify([monthOf(sum), storeName ?? storeId, storeId, channel]);
    const group = groups.get(key) ?? { source, sums: [] };
    groups.set(key, { source, sums: [...group.sums, sum] });
  }
  return [...groups.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

/** What is owed by the month in which it ends, the soonest first, and in all. */
export function liabilityView(
  sums: readonly OutstandingSum[],
  naming: Naming,
): Pick<Liability, 'months' | 'total'> {
  // What never ends comes last: no month is written like that.
  const groups = grouped(sums, naming, ({ month }) => month ?? '9999-99');
  return {
    months: groups.map(({ source, sums: some }) => ({ month: some[0]!.month, ...source, ...heldIn(some) })),
    total: heldIn(sums),
  };
}

function heldIn(sums: readonly OutstandingSum[]): Held {
  const sum = (type: LotType, of: 'active' | 'pending' | 'reserved' | 'faceCents'): number =>
    sums.filter((one) => one.type === type).reduce((total, one) => total + one[of], 0);
  return {
    cashback: {
      activeCents: sum('cashback', 'active'),
      pendingCents: sum('cashback', 'pending'),
      reservedCents: sum('cashback', 'reserved'),
    },
    points: {
      active: sum('points', 'active'),
      pending: sum('points', 'pending'),
      reserved: sum('points', 'reserved'),
    },
    vouchers: {
      activeUses: sum('voucher', 'active'),
      pendingUses: sum('voucher', 'pending'),
      reservedUses: sum('voucher', 'reserved'),
      faceCents: sum('voucher', 'faceCents'),
    },
  };
}

/** What moved, a row for each month and source. */
export function activityView(
  { moved, debts }: ActivitySums,
  naming: Naming,
): Pick<Activity, 'rows' | 'total' | 'debt'> {
  const months = [...new Set(debts.map(({ month }) => month))].sort();
  const debt = (month: string, benefit: LotType, of: 'opened' | 'settled'): number =>
    debts
      .filter((one) => one.month === month && one.benefit === benefit)
      .reduce((total, one) => total + one[of], 0);
  return {
    rows: grouped(moved, naming, ({ month }) => month).map(({ source, sums }) => ({
      month: sums[0]!.month,
      ...source,
      ...flowsIn(sums),
    })),
    total: flowsIn(moved),
    debt: months.map((month) => ({
      month,
      openedCents: debt(month, 'cashback', 'opened'),
      settledCents: debt(month, 'cashback', 'settled'),
      openedPoints: debt(month, 'points', 'opened'),
      settledPoints: debt(month, 'points', 'settled'),
    })),
  };
}

function flowsIn(moved: readonly MovedSum[]): Activity['total'] {
  const of = (benefit: LotType): Flows => flowsOf(moved.filter((sum) => sum.benefit === benefit));
  return { cashbackCents: of('cashback'), points: of('points'), voucherUses: of('voucher') };
}

/** Every move counts in one column, so that `net` is the change of what customers have. */
export function flowsOf(moved: readonly MovedSum[]): Flows {
  const sum = (weight: (one: MovedSum) => number): number =>
    moved.reduce((total, one) => total + weight(one) * one.amount, 0);
  const into = (bucket: MovedSum['to']): number =>
    sum(({ from, to }) => Number(to === bucket) - Number(from === bucket));
  const issued = (byHand: boolean): number =>
    sum(({ type, from }) => Number(from === 'issued' && (type === 'ADJUST_CREDIT') === byHand));
  const [granted, credited] = [issued(false), issued(true)];
  const [used, expired] = [into('spent'), into('expired')];
  const debited = sum(({ type, to }) => Number(type === 'ADJUST_DEBIT' && to === 'reversed'));
  const takenBack = into('reversed') - debited;
  const net = granted + credited - used - expired - takenBack - debited;
  return { granted, credited, used, expired, takenBack, debited, net };
}

type ComingBack = Omit<Returning['rows'][number], keyof NamedSource>;

/** Rates of coming back and of use, of all together. */
export function returningView(sums: ReturningSums, moved: readonly MovedSum[]): ComingBack {
  const { cashbackCents, points } = flowsIn(moved);
  return {
    ...sums,
    repeatRateBps: rate(sums.repeatCustomers, sums.customers),
    grantedCents: cashbackCents.granted,
    usedCents: cashbackCents.used,
    redemptionRateBps: rate(cashbackCents.used, cashbackCents.granted),
    grantedPoints: points.granted,
    usedPoints: points.used,
    pointsRedemptionRateBps: rate(points.used, points.granted),
  };
}

const NOBODY_ANYWHERE: ReturningRow = {
  ...{ customers: 0, repeatCustomers: 0, purchases: 0 },
  ...{ totalCents: 0, repeatTotalCents: 0, storeId: null, channel: null },
};

/** The same of each store and channel in which somebody bought, or which earned what moved. */
export function returningRowsView(
  sums: readonly ReturningRow[],
  moved: readonly MovedSum[],
  naming: Naming,
): Returning['rows'] {
  return grouped<Source>([...sums, ...moved], naming, () => '').map(({ source }) => {
    const isOf = (one: Source): boolean => one.storeId === source.storeId && one.channel === source.channel;
    const { storeId: _store, channel: _channel, ...bought } = sums.find(isOf) ?? NOBODY_ANYWHERE;
    return { ...source, ...returningView(bought, moved.filter(isOf)) };
  });
}

/** In basis points, exact and floored; null: there is nothing to compare with. */
function rate(part: number, whole: number): number | null {
  return whole <= 0 ? null : Number((BigInt(part) * 10_000n) / BigInt(whole));
}

const SOURCE_TITLES = ['loja', 'canal'];
const ALL: NamedSource = { storeId: null, storeName: null, channel: null };

/** Everything in a table is by one clock, which is named once. */
const asOfTitle = (timezone: string): string => `dados até (${timezone})`;

/** `2026-11-03 12:00` by that clock. */
function asOfCell(asOf: string, timezone: string): string {
  return DateTime.fromISO(asOf, { zone: timezone }).toFormat('yyyy-MM-dd HH:mm');
}

function sourceCells({ storeId, storeName, channel }: NamedSource): CsvRow {
  return [storeName ?? storeId, channel];
}

/** The same as a table. */
export function liabilityRows({ asOf, timezone, months, total }: Liability): CsvRow[] {
  const line = (name: string, source: NamedSource, { cashback, points, vouchers }: Held): CsvRow => [
    ...[name, ...sourceCells(source), cashback.activeCents, cashback.pendingCents, cashback.reservedCents],
    ...[points.active, points.pending, points.reserved],
    ...[
      vouchers.activeUses,
      vouchers.pendingUses,
      vouchers.reservedUses,
      vouchers.faceCents,
      asOfCell(asOf, timezone),
    ],
  ];
  return [
    [
      ...['vence no mês', ...SOURCE_TITLES],
      ...[
        'cashback disponível (centavos)',
        'cashback em carência (centavos)',
        'cashback reservado (centavos)',
      ],
      ...['pontos disponíveis', 'pontos em carência', 'pontos reservados'],
      ...['usos de vales disponíveis', 'usos de vales em carência', 'usos de vales reservados'],
      ...['valor de face dos vales (centavos)', asOfTitle(timezone)],
    ],
    ...months.map((held) => line(held.month ?? 'sem vencimento', held, held)),
    line('total', ALL, total),
  ];
}

const COLUMNS = [
  ['granted', 'concedido'],
  ['credited', 'creditado à mão'],
  ['used', 'usado'],
  ['expired', 'vencido'],
  ['takenBack', 'estornado'],
  ['debited', 'debitado à mão'],
  ['net', 'saldo do período'],
] as const;

/** The same as a table. */
export function activityRows({ asOf, timezone, rows, total }: Activity): CsvRow[] {
  const numbers = ({ cashbackCents, points, voucherUses }: Activity['total']): number[] =>
    [cashbackCents, points, voucherUses].flatMap((flows) => COLUMNS.map(([name]) => flows[name]));
  const titles = ['cashback (centavos)', 'pontos', 'usos de vales'].flatMap((unit) =>
    COLUMNS.map(([, title]) => `${title}: ${unit}`),
  );
  return [
    ['mês', ...SOURCE_TITLES, ...titles, asOfTitle(timezone)],
    ...rows.map((row) => [row.month, ...sourceCells(row), ...numbers(row), asOfCell(asOf, timezone)]),
    ['total', ...sourceCells(ALL), ...numbers(total), asOfCell(asOf, timezone)],
  ];
}

/** The same as a table: a line for each store and channel where that was asked for, and one of all. */
export function returningRows({ from, until, asOf, timezone, rows, ...all }: Returning): CsvRow[] {
  const line = (source: NamedSource, found: ComingBack): CsvRow => [
    ...[from, until, ...sourceCells(source), found.customers, found.repeatCustomers, found.repeatRateBps],
    ...[found.purchases, found.totalCents, found.repeatTotalCents],
    ...[found.grantedCents, found.usedCents, found.redemptionRateBps],
    ...[found.grantedPoints, found.usedPoints, found.pointsRedemptionRateBps],
    asOfCell(asOf, timezone),
  ];
  return [
    [
      ...['de', 'até', ...SOURCE_TITLES],
      ...['clientes que compraram', 'clientes que voltaram', 'taxa de retorno (pontos-base)'],
      ...['compras', 'valor das compras (centavos)', 'valor das compras de quem voltou (centavos)'],
      ...['cashback concedido (centavos)', 'cashback usado (centavos)', 'taxa de resgate (pontos-base)'],
      ...[
        'pontos concedidos',
        'pontos usados',
        'taxa de resgate de pontos (pontos-base)',
        asOfTitle(timezone),
      ],
    ],
    ...rows.map((row) => line(row, row)),
    line(ALL, all),
  ];
}
