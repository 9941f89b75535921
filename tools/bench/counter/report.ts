import { quantile } from '../statistics';
import { figure, table } from '../table';
import type { CounterOptions } from './options';
import type { TillFigures } from './till';

/** What was measured, load by load. */
export interface CounterResult {
  readonly options: CounterOptions;
  readonly loads: readonly { readonly title: string; readonly figures: TillFigures }[];
}

/** One load in a line. */
export function shortly({ confirmedMs, refused }: TillFigures): string {
  const p = (share: number): string =>
    confirmedMs.length === 0 ? '–' : figure(quantile(confirmedMs, share));
  return `${confirmedMs.length} confirmed, p50 ${p(0.5)} ms, p99 ${p(0.99)} ms, refused: ${refusals(refused)}`;
}

/** The figures as a table, each load beside the till that has it to itself. */
export function counterReport({ loads, options }: CounterResult): string {
  const [idle] = loads;
  const rows = loads.map(({ title, figures }) => [title, ...cellsOf(figures, idle!.figures)]);
  const workers = options.oneWorker ? 'one worker for all queues' : 'a worker for each queue';
  return [
    '',
    `Redemptions with confirm: true, ${options.perSecond} begun each second for ${options.seconds} s; ${workers}.`,
    '',
    table(['while', 'confirmed', 'p50 ms', '× idle', 'p99 ms', '× idle', 'refused'], rows),
    '',
    'Every redemption that was answered as confirmed is in the ledger once, and none that was refused.',
  ].join('\n');
}

function cellsOf({ confirmedMs, refused }: TillFigures, idle: TillFigures): string[] {
  const times = [0.5, 0.99].flatMap((share) => {
    if (confirmedMs.length === 0) return ['–', '–'];
    const ms = quantile(confirmedMs, share);
    return [figure(ms), figure(ms / quantile(idle.confirmedMs, share))];
  });
  return [String(confirmedMs.length), ...times, refusals(refused)];
}

function refusals(refused: TillFigures['refused']): string {
  return (
    Object.entries(refused)
      .map(([what, count]) => `${count} × ${what}`)
      .join(', ') || 'none'
  );
}
