import { DateTime } from 'luxon';
import type { Channel } from '../../loyalty';
import { isNoChannel } from '../../store';
import { hundredths } from '../http';
import type { CsvRow } from '../http';
import type { Activity, ComingBack, Held, Liability, NamedSource, Returning } from './report-view';

/*
 * Reports as tables for people: money, percentages and dates as they are written in Brazil.
 */

const CHANNELS: Readonly<Record<Channel, string>> = {
  bling: 'Bling',
  ecommerce: 'Loja virtual',
  pos: 'Frente de caixa',
  import: 'Planilha',
  manual: 'Manual',
};

const SOURCE_TITLES = ['loja', 'canal'];
const ALL: NamedSource = { storeId: null, storeName: null, channel: null };

/** Everything in a table is by one clock, which is named once. */
export const asOfTitle = (timezone: string): string => `dados até (${timezone})`;

/** `03/11/2026 12:00` by that clock. */
export function asOfCell(asOf: string, timezone: string): string {
  return DateTime.fromISO(asOf, { zone: timezone }).toFormat('dd/MM/yyyy HH:mm');
}

function sourceCells({ storeId, storeName, channel }: NamedSource): CsvRow {
  return [storeName ?? storeWords(storeId, channel), channel && CHANNELS[channel]];
}

/** Of a store that is not known by name; of no sale nothing is said. */
function storeWords(storeId: string | null, channel: Channel | null): string | null {
  if (storeId !== null) return isNoChannel(storeId) ? NO_CHANNEL_WORDS : storeId;
  if (channel === null) return null;
  return channel === 'bling' ? NO_CHANNEL_WORDS : 'sem loja';
}

/** Bling’s orders without a sales channel name no store, unless a store has those. */
const NO_CHANNEL_WORDS = 'sem canal';

/** `03/11/2026`. */
export function dayCell(day: string): string {
  return day.split('-').reverse().join('/');
}

/** `11/2026`. */
const monthCell = dayCell;

/** Basis points are hundredths of a per cent. */
function rateCell(bps: number | null): CsvRow[number] {
  return bps === null ? null : hundredths(bps);
}

/** The same as a table. */
export function liabilityRows({ asOf, timezone, months, total }: Liability): CsvRow[] {
  const line = (name: string, source: NamedSource, { cashback, points, vouchers }: Held): CsvRow => [
    ...[name, ...sourceCells(source)],
    ...[cashback.activeCents, cashback.pendingCents, cashback.reservedCents].map(hundredths),
    ...[points.active, points.pending, points.reserved],
    ...[
      vouchers.activeUses,
      vouchers.pendingUses,
      vouchers.reservedUses,
      hundredths(vouchers.faceCents),
      asOfCell(asOf, timezone),
    ],
  ];
  return [
    [
      ...['vence no mês', ...SOURCE_TITLES],
      ...['cashback disponível (R$)', 'cashback em carência (R$)', 'cashback reservado (R$)'],
      ...['pontos disponíveis', 'pontos em carência', 'pontos reservados'],
      ...['usos de vales disponíveis', 'usos de vales em carência', 'usos de vales reservados'],
      ...['valor de face dos vales (R$)', asOfTitle(timezone)],
    ],
    ...months.map((held) => line(held.month === null ? 'sem vencimento' : monthCell(held.month), held, held)),
    line('total', ALL, total),
  ];
}

const COLUMNS = [
  ['granted', 'concedido'],
  ['credited', 'creditado à mão'],
  ['used', 'usado'],
  ['expired', 'vencido'],
  ['extended', 'prorrogado'],
  ['takenBack', 'estornado'],
  ['debited', 'debitado à mão'],
  ['net', 'saldo do período'],
] as const;

/** The same as a table. */
export function activityRows({ asOf, timezone, rows, total }: Activity): CsvRow[] {
  const numbers = ({ cashbackCents, points, voucherUses }: Activity['total']): CsvRow => [
    ...COLUMNS.map(([name]) => hundredths(cashbackCents[name])),
    ...[points, voucherUses].flatMap((flows) => COLUMNS.map(([name]) => flows[name])),
  ];
  const titles = ['cashback (R$)', 'pontos', 'usos de vales'].flatMap((unit) =>
    COLUMNS.map(([, title]) => `${title}: ${unit}`),
  );
  return [
    ['mês', ...SOURCE_TITLES, ...titles, asOfTitle(timezone)],
    ...rows.map((row) => [
      monthCell(row.month),
      ...sourceCells(row),
      ...numbers(row),
      asOfCell(asOf, timezone),
    ]),
    ['total', ...sourceCells(ALL), ...numbers(total), asOfCell(asOf, timezone)],
  ];
}

/** The same as a table: a line for each store and channel where that was asked for, and one of all. */
export function returningRows({ from, until, asOf, timezone, rows, ...all }: Returning): CsvRow[] {
  const line = (source: NamedSource, found: ComingBack): CsvRow => [
    ...[dayCell(from), dayCell(until), ...sourceCells(source)],
    ...[found.customers, found.repeatCustomers, rateCell(found.repeatRateBps), found.purchases],
    ...[found.totalCents, found.repeatTotalCents, found.grantedCents, found.usedCents].map(hundredths),
    ...[rateCell(found.redemptionRateBps), found.grantedPoints, found.usedPoints],
    rateCell(found.pointsRedemptionRateBps),
    asOfCell(asOf, timezone),
  ];
  return [
    [
      ...['de', 'até', ...SOURCE_TITLES],
      ...['clientes que compraram', 'clientes que voltaram', 'taxa de retorno (%)'],
      ...['compras', 'valor das compras (R$)', 'valor das compras de quem voltou (R$)'],
      ...['cashback concedido (R$)', 'cashback usado (R$)', 'taxa de resgate (%)'],
      ...['pontos concedidos', 'pontos usados', 'taxa de resgate de pontos (%)', asOfTitle(timezone)],
    ],
    ...rows.map((row) => line(row, row)),
    line(ALL, all),
  ];
}
