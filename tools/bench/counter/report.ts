import { quantile } from '../statistics';
import { figure, table } from '../table';
import type { CounterOptions } from './options';
import type { TillFigures } from './till';

/** How often as long as with nothing else a redemption may take at most, whatever goes on. */
const MOST_TIMES_IDLE = 2;
const SHARES = [0.5, 0.99];

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
    table(['while', 'confirmed', 'p50 ms', '× idle', 'p99 ms', '× idle', 'refused', ''], rows),
    '',
    `Within ${MOST_TIMES_IDLE}× of idle, by both quantiles, and nothing answered 503: reached, else SHORT.`,
    '',
    'Every redemption that was answered as confirmed is in the ledger once, and none that was refused.',
  ].join('\n');
}

function cellsOf(load: TillFigures, idle: TillFigures): string[] {
  const { confirmedMs, refused } = load;
  const times = SHARES.flatMap((share) => {
    if (confirmedMs.length === 0) return ['–', '–'];
    const ms = quantile(confirmedMs, share);
    return [figure(ms), figure(ms / quantile(idle.confirmedMs, share))];
  });
  const verdict = keepsGoal(load, idle) ? 'reached' : 'SHORT';
  return [String(confirmedMs.length), ...times, refusals(refused), verdict];
}

/** Whether staff waited no longer than they may beside so much else, and nobody was sent away for it. */
export function keepsGoal({ confirmedMs, refused }: TillFigures, idle: TillFigures): boolean {
  if (confirmedMs.length === 0 || Object.keys(refused).some((what) => what.startsWith('503'))) return false;
  return SHARES.every(
    (share) => quantile(confirmedMs, share) <= MOST_TIMES_IDLE * quantile(idle.confirmedMs, share),
  );
}

function refusals(refused: TillFigures['refused']): string {
  return (
    Object.entries(refused)
      .map(([what, count]) => `${count} × ${what}`)
      .join(', ') || 'none'
  );
}
