import { messageChannelName } from '../../loyalty';
import { messageTopic } from '../../messaging';
import type { CsvRow } from '../http';
import type { MessageResults } from './message-results-view';
import { asOfCell, asOfTitle, dayCell } from './report-tables';

type State = Exclude<keyof MessageResults['total'], 'planned'>;

const STATES: Readonly<Record<State, string>> = {
  waiting: 'na fila',
  sent: 'enviada',
  delivered: 'entregue',
  read: 'lida',
  failed: 'não entregue',
  skipped: 'não enviada',
  unknown: 'não confirmada',
};

/** The same as a table: a line for each occasion, channel and state, those with reasons a line for each reason. */
export function messageResultRows({ asOf, timezone, from, until, rows, reasons }: MessageResults): CsvRow[] {
  const lines = rows.flatMap((row) =>
    (Object.keys(STATES) as State[]).flatMap((state) => {
      const why = reasons.filter(
        (one) => one.occasion === row.occasion && one.channel === row.channel && one.state === state,
      );
      const without = row[state] - why.reduce((sum, { count }) => sum + count, 0);
      return [
        ...why.map(({ text, count }) => ({ row, state, text, count })),
        ...(without > 0 ? [{ row, state, text: null, count: without }] : []),
      ];
    }),
  );
  return [
    ['de', 'até', 'ocasião', 'canal', 'situação', 'motivo', 'mensagens', asOfTitle(timezone)],
    ...lines.map(({ row, state, text, count }): CsvRow => [
      ...[dayCell(from), dayCell(until), messageTopic(row.occasion), messageChannelName(row.channel)],
      ...[STATES[state], text, count, asOfCell(asOf, timezone)],
    ]),
  ];
}
