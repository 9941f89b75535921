import type { MachineFacts } from '../rig';
import type { Goal, Outcome } from './goals';
import type { BenchOptions } from './options';
import type { CpuTable, HistorySize } from './questions';
import type { Spread } from './statistics';
import { figure, table } from './table';

/** Everything that was measured, as `--json` writes it. */
export interface BenchResult {
  readonly machine: MachineFacts;
  readonly options: BenchOptions;
  /** Activities of a sale up to its waiting state; the peer runs as many empty ones. */
  readonly activities: number;
  readonly outcomes: readonly Outcome[];
  readonly cpu: readonly CpuTable[];
  /** The history of a sale from the webhook to its expiry. */
  readonly life: HistorySize;
  /** What was proved to be right. */
  readonly proved: { readonly sales: number; readonly redemptions: number; readonly webhooks: number };
}

/** The figures for a person: goals, CPU by process, and on what they were measured. */
export function report(result: BenchResult): string {
  const { outcomes, cpu, life, proved, activities } = result;
  const short = outcomes.filter(({ reached }) => !reached).length;
  return [
    '',
    table(
      ['', 'goal', 'measured', 'min – max', 'ours', 'peer', ''],
      outcomes.map((outcome) => outcomeRow(outcome)),
    ),
    '',
    short === 0 ? 'Every goal is reached.' : `${short} of ${outcomes.length} goals are not reached.`,
    `Every result was right: ${proved.sales} sales, ${proved.redemptions} redemptions, ${proved.webhooks} webhooks.`,
    `A whole life of a sale, two reminders and the expiry included: ${life.events} events, ${figure(life.kilobytes)} KB, ${life.activities} activities, ${life.actions} Actions of Temporal Cloud.`,
    ...cpu.flatMap((one) => ['', cpuText(one)]),
    '',
    ...machineLines(result.machine, result.options),
    '',
    ...methodLines(activities),
  ].join('\n');
}

function outcomeRow({ goal, measured, ours, peer, reached }: Outcome): string[] {
  const times = peer ? '×' : '';
  return [
    `${goal.question} ${goal.what}`,
    `${sign(goal)} ${goal.limit}${times}`,
    `${figure(measured.median)}${times}`,
    `${figure(measured.min)} – ${figure(measured.max)}`,
    withUnit(ours, goal),
    peer ? withUnit(peer, goal) : '',
    reached ? 'reached' : 'SHORT',
  ];
}

function sign({ sense }: Goal): string {
  return sense === 'at least' ? '≥' : '≤';
}

function withUnit({ median }: Spread, { unit }: Goal): string {
  return `${figure(median)} ${unit}`;
}

function cpuText({ of, processes }: CpuTable): string {
  const used = processes.filter(({ ours, peer }) => Math.max(ours, peer) >= 0.05);
  const total = (side: 'ours' | 'peer'): number => used.reduce((sum, row) => sum + row[side], 0);
  return table(
    [`CPU ms for ${of}`, 'ours', 'peer'],
    [
      ...used.map(({ name, ours, peer }) => [name, figure(ours), figure(peer)]),
      ['all', figure(total('ours')), figure(total('peer'))],
    ],
  );
}

function machineLines(machine: MachineFacts, options: BenchOptions): string[] {
  return [
    `Measured ${machine.at} on ${machine.cores} cores (${machine.cpu}), ${machine.memoryGiB} GiB, load ${machine.loadAverage}; node ${machine.node}`,
    `Temporal ${machine.temporalServer}`,
    `MongoDB ${machine.mongodb}`,
    `${options.pairs - 1} pairs counted of ${options.pairs}, ${options.seconds} s a side, ${options.concurrency} sales in flight over ${options.companies} Bling companies`,
  ];
}

function methodLines(activities: number): string[] {
  return [
    `Peer: signal-with-start, ${activities} empty activities, a timer; no search attributes, summaries or MongoDB. Same server, same worker settings, a process and a queue of its own; its activities wait for a poll each, as by the server’s defaults.`,
    'Ours and the peer’s in turn; each ratio is taken within its pair, and the first pair is dropped. Medians over the pairs.',
    'A sale counts when MongoDB says active and told (one query by primary key each 50 ms for all); the peer’s worker is asked as often.',
    'Webhooks are settled at once (SALE_SETTLE=PT0S). WhatsApp’s delivery reports are not switched on. Every second sale is to a new customer.',
    'The simulator stands for Bling, WhatsApp and the mail server: it shares the machine, and is left out of the CPU goal only.',
    'Q2 is answered by an API whose queue has no worker, beside signal-with-start on such a queue: only the answer is timed.',
  ];
}
