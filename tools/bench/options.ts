import { parseArgs } from 'node:util';
import { RetornoToolError } from '../processes';

/** How much is measured. */
export interface BenchOptions {
  /** Pairs of windows, ours and the peer's in turn; the first pair only warms up and is dropped. */
  readonly pairs: number;
  /** Length of each side of a pair. */
  readonly seconds: number;
  /** Sales in flight at once. */
  readonly concurrency: number;
  /** Bling companies the sales are spread over: each allows three requests a second. */
  readonly companies: number;
  /** Open sales whose memory is measured. */
  readonly openSales: number;
  /** Where the figures go as JSON; null: nowhere. */
  readonly jsonFile: string | null;
}

/** An argument is unknown or malformed. */
export class BenchOptionsError extends RetornoToolError {
  constructor(why: string) {
    super('bench_options', `${why}\n\n${USAGE}`);
  }
}

/** What `--help` shows. */
export const USAGE = `npm run bench -- [options]

Measures Retorno beside bare Temporal workflows, in pairs on the same engines. Starts engines of its own on free
ports and removes them at the end. Takes about fifteen minutes.

  --pairs N        pairs of windows, of which the first is dropped (6)
  --seconds N      length of each side of a pair (10)
  --concurrency N  sales in flight at once (20)
  --quick          small figures in about two minutes: to see that it works, not to compare
  --json FILE      also writes every figure to FILE
  --help           shows this

The exit code says whether every result was right (0) or not (1), never how fast it was.`;

const FULL = { pairs: 6, seconds: 10, concurrency: 20, companies: 48, openSales: 500 };
const QUICK = { pairs: 3, seconds: 4, concurrency: 8, companies: 16, openSales: 60 };

/**
 * Reads the command line; `help` when help was asked for.
 *
 * @throws {BenchOptionsError} naming the argument
 */
export function readOptions(args: readonly string[]): BenchOptions | 'help' {
  const given = parsed(args);
  if (given.help) return 'help';
  const usual = given.quick ? QUICK : FULL;
  const concurrency = whole('concurrency', given.concurrency, 1) ?? usual.concurrency;
  return {
    pairs: whole('pairs', given.pairs, 2) ?? usual.pairs,
    seconds: whole('seconds', given.seconds, 1) ?? usual.seconds,
    concurrency,
    // With two companies for each sale in flight, Bling's limit delays nobody who has waited for his turn.
    companies: Math.max(usual.companies, 2 * concurrency),
    openSales: usual.openSales,
    jsonFile: given.json ?? null,
  };
}

function parsed(args: readonly string[]): {
  pairs?: string;
  seconds?: string;
  concurrency?: string;
  json?: string;
  quick?: boolean;
  help?: boolean;
} {
  try {
    return parseArgs({
      args: [...args],
      options: {
        pairs: { type: 'string' },
        seconds: { type: 'string' },
        concurrency: { type: 'string' },
        json: { type: 'string' },
        quick: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new BenchOptionsError(error instanceof Error ? error.message : String(error));
  }
}

function whole(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (value >= least) return value;
  throw new BenchOptionsError(`--${name} ${text}: expected a whole number from ${least} to 9999.`);
}
