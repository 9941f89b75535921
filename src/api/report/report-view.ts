import type { z } from 'zod';
import type { LotType } from '../../loyalty';
import type { ActivitySums, MovedSum, OutstandingSum, ReturningSums } from '../../store';
import type { CsvRow } from '../http';
import type { activitySchema, liabilitySchema, returningSchema } from './report-schema';

type Liability = z.output<typeof liabilitySchema>;
type Held = Liability['total'];
type Activity = z.output<typeof activitySchema>;
type Flows = Activity['total']['points'];
type Returning = z.output<typeof returningSchema>;

/** What is owed by the month in which it ends, the soonest first, and in all. */
export function liabilityView(sums: readonly OutstandingSum[]): Pick<Liability, 'months' | 'total'> {
  const months = [...new Set(sums.map(({ month }) => month))].sort(
    (one, other) => Number(one === null) - Number(other === null) || (one! < other! ? -1 : 1),
  );
  return {
    months: months.map((month) => ({ month, ...heldIn(sums.filter((sum) => sum.month === month)) })),
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
export function activityView({ moved, debts }: ActivitySums): Pick<Activity, 'rows' | 'total' | 'debt'> {
  const rows = new Map<string, MovedSum[]>();
  for (const sum of moved) {
    const key = JSON.stringify([sum.month, sum.storeId, sum.channel]);
    rows.set(key, [...(rows.get(key) ?? []), sum]);
  }
  const months = [...new Set(debts.map(({ month }) => month))].sort();
  const debt = (month: string, benefit: LotType, of: 'opened' | 'settled'): number =>
    debts
      .filter((one) => one.month === month && one.benefit === benefit)
      .reduce((total, one) => total + one[of], 0);
  return {
    rows: [...rows.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, sums]) => {
        const { month, storeId, channel } = sums[0]!;
        return { month, storeId, channel, ...flowsIn(sums) };
      }),
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

/** Rates of coming back and of use. */
export function returningView(
  sums: ReturningSums,
  { cashbackCents, points }: Activity['total'],
): Omit<Returning, 'asOf' | 'from' | 'until' | 'timezone'> {
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

/** In basis points, exact and floored; null: there is nothing to compare with. */
function rate(part: number, whole: number): number | null {
  return whole <= 0 ? null : Number((BigInt(part) * 10_000n) / BigInt(whole));
}

/** The same as a table. */
export function liabilityRows({ asOf, months, total }: Liability): CsvRow[] {
  const line = (name: string, { cashback, points, vouchers }: Held): CsvRow => [
    ...[name, cashback.activeCents, cashback.pendingCents, cashback.reservedCents],
    ...[points.active, points.pending, points.reserved],
    ...[vouchers.activeUses, vouchers.pendingUses, vouchers.reservedUses, vouchers.faceCents, asOf],
  ];
  return [
    [
      'vence no mês',
      ...[
        'cashback disponível (centavos)',
        'cashback em carência (centavos)',
        'cashback reservado (centavos)',
      ],
      ...['pontos disponíveis', 'pontos em carência', 'pontos reservados'],
      ...['usos de vales disponíveis', 'usos de vales em carência', 'usos de vales reservados'],
      ...['valor de face dos vales (centavos)', 'dados até'],
    ],
    ...months.map(({ month, ...held }) => line(month ?? 'sem vencimento', held)),
    line('total', total),
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
export function activityRows({ asOf, rows, total }: Activity): CsvRow[] {
  const numbers = ({ cashbackCents, points, voucherUses }: Activity['total']): number[] =>
    [cashbackCents, points, voucherUses].flatMap((flows) => COLUMNS.map(([name]) => flows[name]));
  const titles = ['cashback (centavos)', 'pontos', 'usos de vales'].flatMap((unit) =>
    COLUMNS.map(([, title]) => `${title}: ${unit}`),
  );
  return [
    ['mês', 'loja', 'canal', ...titles, 'dados até'],
    ...rows.map(({ month, storeId, channel, ...flows }) => [
      ...[month, storeId, channel, ...numbers(flows), asOf],
    ]),
    ['total', null, null, ...numbers(total), asOf],
  ];
}

/** The same as a table of one line. */
export function returningRows(report: Returning): CsvRow[] {
  return [
    [
      ...['de', 'até', 'clientes que compraram', 'clientes que voltaram', 'taxa de retorno (pontos-base)'],
      ...['compras', 'valor das compras (centavos)', 'valor das compras de quem voltou (centavos)'],
      ...['cashback concedido (centavos)', 'cashback usado (centavos)', 'taxa de resgate (pontos-base)'],
      ...['pontos concedidos', 'pontos usados', 'taxa de resgate de pontos (pontos-base)', 'dados até'],
    ],
    [
      ...[report.from, report.until, report.customers, report.repeatCustomers, report.repeatRateBps],
      ...[report.purchases, report.totalCents, report.repeatTotalCents],
      ...[report.grantedCents, report.usedCents, report.redemptionRateBps],
      ...[report.grantedPoints, report.usedPoints, report.pointsRedemptionRateBps, report.asOf],
    ],
  ];
}
