import { parseArgs } from 'node:util';
import { RetornoToolError } from '../../processes';

/** How the counter is measured. */
export interface CounterOptions {
  /** How long each load is looked at. */
  readonly seconds: number;
  /** Redemptions begun each second, whether or not the ones before have been answered. */
  readonly perSecond: number;
  /** One worker that serves all queues, in place of one for each. */
  readonly oneWorker: boolean;
  /** A tenth of every load. */
  readonly quick: boolean;
  /** In place of the usual loads: so many sales that wait for a Bling that is down; null: the usual ones. */
  readonly waiting: number | null;
  /** In place of the usual loads: so many lots that end while each load is looked at; null: the usual ones. */
  readonly midnightLots: number | null;
}

/** What `--help` shows. */
export const COUNTER_USAGE = `npm run bench:counter -- [options]

How long staff wait for a redemption, and how often in vain, while nothing else goes on and while much does. Starts engines
of its own on free ports and removes them at the end.

  --seconds N      how long each load is looked at (40)
  --per-second N   redemptions begun each second (5)
  --one-worker     one worker process that serves all queues, in place of one for each
  --waiting N      in place of the usual loads: N sales of others wait for a Bling that is down
  --midnight N     in place of the usual loads: N lots of another end, evenly over --seconds (1200)
  --quick          a tenth of every load: to see that it works, not to compare
  --help           shows this

The report says SHORT of a load beside which staff waited more than twice as long as with nothing else, by the median or the
slowest hundredth, or were answered 503.

The exit code says whether every redemption that was confirmed is in the ledger once (0) or not (1), never how fast it was.`;

/** @throws {RetornoToolError} naming the argument */
export function readCounterOptions(args: readonly string[]): CounterOptions | 'help' {
  const given = parsed(args);
  if (given.help) return 'help';
  return {
    seconds: whole('seconds', given.seconds) ?? usualSeconds(given),
    perSecond: whole('per-second', given['per-second']) ?? 5,
    oneWorker: given['one-worker'] ?? false,
    quick: given.quick ?? false,
    waiting: whole('waiting', given.waiting) ?? null,
    midnightLots: whole('midnight', given.midnight) ?? null,
  };
}

function usualSeconds({ midnight, quick }: ReturnType<typeof parsed>): number {
  if (midnight !== undefined) return 1_200;
  return quick ? 8 : 40;
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    seconds: text,
    'per-second': text,
    waiting: text,
    midnight: text,
    'one-worker': flag,
    quick: flag,
    help: flag,
  };
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function whole(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw usage(`--${name} ${text}: expected a whole number from 1 to 99999.`);
}

function usage(why: string): RetornoToolError {
  return new RetornoToolError('bench_options', `${why}\n\n${COUNTER_USAGE}`);
}
